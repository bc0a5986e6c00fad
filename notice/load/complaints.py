"""What the model says of a value it cannot take, in the owner's words and at the value's place."""

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import get_args

from pydantic_core import ErrorDetails

from notice.findings import Edit, FactPath, Finding, Span
from notice.law.countries import COUNTRIES
from notice.load.examples import example
from notice.load.faults import fault
from notice.load.slips import misspelt
from notice.messages import reason
from notice.model.fields import Facts
from notice.yaml import Place

KEYS = "keys with values"

SHAPES: dict[str, tuple[str, str]] = {
    "string_type": ("a text", "write one text here, in quotation marks if it holds `: ` or ` #`"),
    "model_type": (KEYS, "write keys with values below it, such as `for: 3 years`"),
    "dict_type": (KEYS, "write one key for each thing, with its facts below it"),
    "tuple_type": ("a list", "write a list: `[first, second]`, or one item a line after `- `"),
    "bool_parsing": ("yes or no", "write `yes` or `no`"),
    "bool_type": ("yes or no", "write `yes` or `no`"),
    "date_type": ("a date", "write the date as year-month-day, such as `2026-11-22`"),
}
"""What was expected and what to write, by pydantic's type of error."""

_NO_TIME = re.compile(r"\s*0+\s")


def finding_of(error: ErrorDetails, path: FactPath, model: type[Facts], places: Mapping[FactPath, Place]) -> Finding:
    """The finding for one of pydantic's errors; its place is the key for an unknown key, else the value."""
    place = places[path]
    keys = [step for step in path if not step.isdecimal()]
    key = keys[-1] if keys else ""
    if error["type"] == "extra_forbidden":
        return _unknown_key(key, path, model, places)
    if error["type"] == "literal_error":
        return _no_such_word(error, key, place.value)
    if error["type"] in SHAPES:
        return _wrong_shape(error, path, place.value)
    if error["type"] == "duration" and _NO_TIME.match(str(error["input"])):
        return fault("Y006", place.value, f"{_named(path)} is no time at all", "longer than 0", error["msg"])
    if error["type"] == "country":
        return _country(error, path, place)
    why = str(error.get("ctx", {}).get("why", ""))
    mark = reason(why, "en") if why else ""
    return fault("Y006", place.value, f"{_named(path)} cannot be read", mark, error["msg"])


def _country(error: ErrorDetails, path: FactPath, place: Place) -> Finding:
    """A country that no code names; one in small letters, where capitals are asked for, is the same country."""
    found = fault("Y006", place.value, f"{_named(path)} cannot be read", "", error["msg"])
    code = path[-1]
    if place.key is None or code.upper() not in COUNTRIES:
        return found
    return replace(found, edits=(Edit(place.key, code.upper(), code),))


def _wrong_shape(error: ErrorDetails, path: FactPath, span: Span) -> Finding:
    expected, instead = SHAPES[error["type"]]
    several = expected == KEYS
    message = f"{_named(path)} holds no {expected}" if several else f"{_named(path)} is not {expected}"
    mark = f"{expected} {'belong' if several else 'belongs'} here"
    code = "Y006" if isinstance(error["input"], str) else "Y005"
    return fault(code, span, message, mark, example(path, error["type"]) or instead)


def _named(path: FactPath) -> str:
    """What stands at the path, at the beginning of a sentence; an item of a list has no key of its own."""
    if path and path[-1].isdecimal() and len(path) > 1:
        return f"An item of `{path[-2]}`"
    return f"`{path[-1]}`" if path else "The file"


def _unknown_key(key: str, path: FactPath, model: type[Facts], places: Mapping[FactPath, Place]) -> Finding:
    place = places[path]
    known = _keys(model, path[:-1])
    near = get_close_matches(key, known, 1)
    mark = f"did you mean `{near[0]}`?" if near else "not known here"
    help = f"the keys known here are: {', '.join(known)}"
    found = fault("Y004", place.key or place.value, f"“{key}” is not a key known here", mark, help)
    return misspelt(found, key, [one for one in known if (*path[:-1], one) not in places])


def _no_such_word(error: ErrorDetails, key: str, span: Span) -> Finding:
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    words = [word.strip() for word in expected.split(",")]
    if not isinstance(error["input"], str):
        help = f"write one of: {', '.join(words)}"
        if key == "basis":
            help = f"two bases are two purposes, each with its own data and period; {help}"
        return fault("Y005", span, f"{_named((key,))} is not one word", "one word belongs here", help)
    near = get_close_matches(error["input"], words, 1)
    mark = f"did you mean `{near[0]}`?" if near else ""
    message = f"“{error['input']}” is not known as `{key}`"
    found = fault("Y006", span, message, mark, f"write one of: {', '.join(words)}")
    return misspelt(found, error["input"], words)


def _keys(model: type[Facts], path: FactPath) -> list[str]:
    """The keys that the mapping at `path` may have, by following the model's fields."""
    here: type[Facts] = model
    for step in path:
        field = next((field for field in here.model_fields.values() if field.alias == step), None)
        here = (_facts_in(field.annotation) or here) if field else here
    return [str(field.alias) for field in here.model_fields.values()]


def _facts_in(annotation: object) -> type[Facts] | None:
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _facts_in(inner))), None)
