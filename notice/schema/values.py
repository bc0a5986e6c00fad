"""JSON Schemas of single values, in the form that yaml-language-server completes and explains best.

The server shows one branch of `anyOf` and `oneOf`, and proposes `null`, `true` and `false` wherever `type` has them.
A value therefore has no `type` of its own: `if` takes the types that need no further look, an empty value among them,
and `else` has what is left with a message of ours. `defaultSnippets` are what the server proposes.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Schema = dict[str, Any]

ID = "^[A-Za-z0-9_*-]+$"
"""The ids that a register may declare."""

_OWN_ID = "^(?!(?:none|unknown)$)[A-Za-z0-9_*-]+$"

_SCALARS = ("string", "number", "boolean")
"""What an editor takes a text for: 00100 is a number to it, and a name such as `true` a boolean."""


@dataclass
class Definitions:
    """The schemas that others refer to, each once."""

    schemas: dict[str, Schema] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, schema: Schema) -> Schema:
        """A reference to the schema, under this name or, where another has it, the name with a number."""
        body = json.dumps(schema, sort_keys=True)
        if body not in self._names:
            taken = sum(1 for one in self.schemas if one == name or one.startswith(f"{name}."))
            self._names[body] = f"{name}.{taken + 1}" if taken else name
            self.schemas[self._names[body]] = schema
        return {"$ref": f"#/$defs/{self._names[body]}"}


def text(form: str, marks: Mapping[str, str], longest: int | None = None) -> Schema:
    """Any text; `form` says how it is written, `marks` are the words that may replace it, each with its meaning."""
    limit = {} if longest is None else {"maxLength": longest}
    return _unless({"type": "null"}, {"type": [*_SCALARS], **limit, "errorMessage": form}) | _described(form, marks)


def patterned(form: str, pattern: str, marks: Mapping[str, str], *, is_number: bool) -> Schema:
    """A text of a pattern; `is_number` says whether an editor may take it for a number."""
    every = f"^(?:{'|'.join([pattern, *marks])})$"
    types = ["string", "number"] if is_number else "string"
    return _unless({"type": "null"}, {"type": types, "pattern": every, "errorMessage": form}) | _described(form, marks)


def words(form: str, names: Mapping[str, str]) -> Schema:
    """One of a closed list of words, each with its meaning."""
    return _unless({"type": "null"}, _one_of(form, names)) | {"defaultSnippets": proposed(names)}


def yes_or_no(form: str, names: Mapping[str, str]) -> Schema:
    """Yes or no; an editor may take the words for booleans."""
    return words(form, names) | {"if": {"type": ["null", "boolean"]}}


def open_ids(form: str, names: Mapping[str, str]) -> Schema:
    """An id of a kind of which a register may declare its own: the known ones are proposed and explained."""
    own = {"type": "string", "pattern": _OWN_ID, "errorMessage": form}
    known = {"enum": [*names], "enumDescriptions": [*names.values()]}
    return _unless({"type": "null"}, _unless(known, own)) | {"defaultSnippets": proposed(names)}


def mapping(
    properties: Mapping[str, Schema], form: str, marks: Mapping[str, str], alone: Schema | None = None, **more: Any
) -> Schema:
    """A mapping, or one of the `marks`; `alone` is the schema of a text that may replace the mapping."""
    return {
        "properties": dict(properties),
        **more,
        **_unless({"type": ["object", "null"]}, alone or _one_of(form, marks, "object")),
        **_snippets(marks),
    }


def listed(item: Schema, form: str, marks: Mapping[str, str], alone: Schema | None = None) -> Schema:
    """A list, or one of the `marks`; `alone` is the schema of one item that is written without a list."""
    rest = _one_of(form, marks, "array") if alone is None else _unless({"enum": [*marks]}, alone) if marks else alone
    return {"items": item, **_unless({"type": ["array", "null"]}, rest), **_snippets(marks)}


def proposed(names: Mapping[str, str]) -> list[Schema]:
    """What editors propose: each word with its meaning."""
    return [{"label": word, "body": word, **({"description": name} if name else {})} for word, name in names.items()]


def names_of(schema: Schema) -> Iterable[tuple[str, str]]:
    """The words that a schema proposes, each with its meaning."""
    for one in schema.get("defaultSnippets", ()):
        if one["label"] == one["body"]:
            yield one["label"], one.get("description", "")


def _unless(condition: Schema, rest: Schema) -> Schema:
    return {"if": condition, "else": rest}


def _one_of(form: str, names: Mapping[str, str], type: str = "") -> Schema:
    """One of the words; without any, a value of the type, which is then missing."""
    if not names:
        return {"type": type, "errorMessage": form}
    described = {"enumDescriptions": [*names.values()]} if any(names.values()) else {}
    return {"enum": [*names], **described, "errorMessage": form}


def _described(form: str, marks: Mapping[str, str]) -> Schema:
    """How the value is written, shown among the proposals, where it inserts nothing; and the marks."""
    return {"defaultSnippets": [{"label": form, "body": "$1"}, *proposed(marks)]}


def _snippets(marks: Mapping[str, str]) -> Schema:
    return {"defaultSnippets": proposed(marks)} if marks else {}
