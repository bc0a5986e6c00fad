"""What the model says of a value it cannot take, in the owner's words and at the value's place."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import get_args

from pydantic_core import ErrorDetails

from notice.findings import FactPath, Finding, Level, Span
from notice.model.fields import Facts
from notice.yaml import Place

SHAPES: dict[str, tuple[str, str]] = {
    "string_type": ("a text", "write one text here, in quotation marks if it holds `: ` or ` #`"),
    "model_type": ("a mapping", "write keys with values below it, such as `for: 3 years`"),
    "dict_type": ("a mapping", "write one key for each thing, with its facts below it"),
    "tuple_type": ("a list", "write a list: `[first, second]`, or one item a line after `- `"),
    "bool_parsing": ("yes or no", "write `yes` or `no`"),
    "bool_type": ("yes or no", "write `yes` or `no`"),
    "date_type": ("a date", "write the date as year-month-day, such as `2026-11-22`"),
}
"""What was expected and what to write, by pydantic's type of error."""


def finding_of(error: ErrorDetails, path: FactPath, model: type[Facts], places: Mapping[FactPath, Place]) -> Finding:
    """The finding for one of pydantic's errors; its place is the key for an unknown key, else the value."""
    place = places[path]
    key = path[-1] if path else ""
    if error["type"] == "extra_forbidden":
        return _unknown_key(key, path, model, place)
    if error["type"] == "literal_error":
        return _no_such_word(error, key, place.value)
    if error["type"] in SHAPES:
        expected, instead = SHAPES[error["type"]]
        code, name = ("Y006", "unreadable-value") if isinstance(error["input"], str) else ("Y005", "wrong-shape")
        return _finding(
            place.value, code, name, f"{_named(path)} is not {expected}", f"{expected} belongs here", instead
        )
    return _finding(place.value, "Y006", "unreadable-value", f"{_named(path)} cannot be read", "", error["msg"])


def _named(path: FactPath) -> str:
    """What stands at the path, at the beginning of a sentence; an item of a list has no key of its own."""
    if path and path[-1].isdecimal() and len(path) > 1:
        return f"An item of `{path[-2]}`"
    return f"`{path[-1]}`" if path else "The file"


def _unknown_key(key: str, path: FactPath, model: type[Facts], place: Place) -> Finding:
    known = _keys(model, path[:-1])
    near = get_close_matches(key, known, 1)
    mark = f"did you mean `{near[0]}`?" if near else "not known here"
    help = f"the keys known here are: {', '.join(known)}"
    return _finding(place.key or place.value, "Y004", "unknown-key", f"“{key}” is not a key known here", mark, help)


def _no_such_word(error: ErrorDetails, key: str, span: Span) -> Finding:
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    words = [word.strip() for word in expected.split(",")]
    near = get_close_matches(str(error["input"]), words, 1)
    mark = f"did you mean `{near[0]}`?" if near else ""
    message = f"“{error['input']}” is not known as `{key}`"
    return _finding(span, "Y006", "unreadable-value", message, mark, f"write one of: {', '.join(words)}")


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


def _finding(span: Span, code: str, name: str, message: str, mark: str, help: str) -> Finding:
    return Finding(span=span, code=code, name=name, level=Level.ERROR, message=message, mark=mark, help=help)
