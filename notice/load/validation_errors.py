"""From the model's validation errors to findings at the positions of the values."""

from collections.abc import Mapping
from typing import Any, get_args

from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from notice.findings import Edit, FactPath, Finding, Fix, Span, near, nearest, safe
from notice.law.countries import COUNTRIES
from notice.load.findings import fault
from notice.load.slips import with_fix
from notice.model.controller import Controller
from notice.model.fields import Facts
from notice.model.register import Register
from notice.model.site import Site
from notice.yamlreader import Place
from notice.yamlreader.source import shown

SHAPES = {
    "string_type": "text",
    "model_type": "keys",
    "model_attributes_type": "keys",
    "dict_type": "keys",
    "tuple_type": "list",
    "bool_parsing": "yes-no",
    "bool_type": "yes-no",
    "date_type": "date",
}
"""The key of the message by pydantic's type of error."""

FILES: dict[type[Facts], str] = {
    Site: "content/site.yaml",
    Controller: "content/controller.yaml",
    Register: "content/registers/<id>.yaml",
}
"""The files of facts by their model."""

_PYDANTIC = frozenset(get_args(ErrorType))


def finding_of(error: ErrorDetails, path: FactPath, model: type[Facts], places: Mapping[FactPath, Place]) -> Finding:
    """The finding for one of pydantic's errors; its place is the key for an unknown key, else the value."""
    place, key = places[path], _key(path)
    if error["type"] == "extra_forbidden":
        return _unknown_key(path, model, places)
    if error["type"] == "literal_error":
        return _unknown_word(error, key, place.value)
    if error["type"] in SHAPES:
        return _wrong_shape(error, path, place.value)
    if error["type"].partition(".")[0] == "country":
        return _country(error, path, place)
    message = "value" if error["type"] in _PYDANTIC else error["type"]
    arguments: dict[str, Any] = {name: str(value) for name, value in error.get("ctx", {}).items()}
    return fault("Y006", place.value, message, key=key, value=_written(error), **arguments)


def _country(error: ErrorDetails, path: FactPath, place: Place) -> Finding:
    """A country that no code names; a code in small letters is corrected where capitals are asked for."""
    if error["type"] == "country":
        return fault("Y006", place.value, "country", key=_key(path), value=_written(error))
    code = path[-1]
    fix = safe(Edit(place.key, code.upper(), code)) if place.key and code.upper() in COUNTRIES else Fix()
    return fault("Y006", place.value, error["type"], fix=fix, key=_key(path[:-1]), value=shown(code))


def _wrong_shape(error: ErrorDetails, path: FactPath, span: Span) -> Finding:
    shape = SHAPES[error["type"]]
    code = "Y006" if isinstance(error["input"], str) else "Y005"
    return fault(code, span, shape + example(path, shape), key=_key(path))


def _key(path: FactPath) -> str:
    """The last key of the path; an item of a list has no key of its own."""
    return next((step for step in reversed(path) if not step.isdecimal()), "")


def _written(error: ErrorDetails) -> str:
    """What was written, as far as a message shows it."""
    written = error["input"]
    return shown(written) if isinstance(written, str) else "[…]" if isinstance(written, list) else "{…}"


def _unknown_key(path: FactPath, model: type[Facts], places: Mapping[FactPath, Place]) -> Finding:
    place, key = places[path], path[-1]
    span, known = place.key or place.value, _keys(model, path[:-1])
    elsewhere = _file_of(key, model) if len(path) == 1 else ""
    if elsewhere:
        return fault("Y004", span, "elsewhere", key=key, file=elsewhere)
    meant = nearest(key, known)
    found = fault("Y004", span, "here", near(meant) if meant else None, key=key, keys=known)
    return with_fix(found, key, [one for one in known if (*path[:-1], one) not in places])


def _file_of(key: str, model: type[Facts]) -> str:
    """The other file in which the key, or a key of the file's own name, is stated; "" where there is none."""
    others = {other: file for other, file in FILES.items() if other is not model} if model in FILES else {}
    named = (file for other, file in others.items() if key == other.__name__.lower() or key in _keys(other, ()))
    return next(named, "")


def _unknown_word(error: ErrorDetails, key: str, span: Span) -> Finding:
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ").replace("'", "")
    words = [word.strip() for word in expected.split(",")]
    if not isinstance(error["input"], str):
        return fault("Y005", span, "one-word.basis" if key == "basis" else "one-word", key=key, words=words)
    meant = nearest(error["input"], words)
    suggestion = near(meant) if meant else None
    found = fault("Y006", span, "word", suggestion, key=key, value=shown(error["input"]), words=words)
    return with_fix(found, error["input"], words)


def _keys(model: type[Facts], path: FactPath) -> list[str]:
    """The keys that the mapping at `path` may have, by the model's fields."""
    here: type[Facts] = model
    for step in path:
        field = next((field for field in here.model_fields.values() if field.alias == step), None)
        here = (_facts_in(field.annotation) or here) if field else here
    return [str(field.alias) for field in here.model_fields.values()]


def _facts_in(annotation: object) -> type[Facts] | None:
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _facts_in(inner))), None)


OF_KEYS = frozenset(
    {"address", "automated-decisions", "condition", "confirm", "contact", "cookies", "criminal-data", "dpo"}
    | {"identity-code", "joint-controllers", "keep", "law", "profiling", "purposes", "recipients", "representative"}
    | {"requests", "sources", "transfers"}
)
"""Keys that hold keys with values: the messages `keys.<key>`."""

OF_ENTRIES = frozenset(
    {"automated-decisions", "cookies", "joint-controllers", "purposes", "recipients", "sources", "transfers"}
)
"""Keys that hold entries by id, each of keys with values: the messages `keys.entry.<key>`."""

OF_LISTS = frozenset({"data", "history", "people", "recipients"})
"""Keys that hold a list: the messages `list.<key>`."""


def example(path: FactPath, shape: str) -> str:
    """The step from a shape's message to the one with the example for the path; "" where the shape's own serves."""
    if not path:
        return ""
    if shape == "list":
        return f".{path[-1]}" if path[-1] in OF_LISTS else ""
    if shape != "keys":
        return ""
    for length, step in ((2, 0), (4, 2)):
        if len(path) == length and path[step] in OF_ENTRIES:
            return f".entry.{path[step]}"
    return f".{path[-1]}" if path[-1] in OF_KEYS else ""
