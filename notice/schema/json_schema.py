"""JSON Schemas (draft 2020-12) of the files that hold facts, with the descriptions of one language.

Editors show the first branch of `anyOf` and `oneOf` alone. A value that may be a word, a list or a mapping therefore
has a list of types, with keywords that apply to one of them each: `properties` to a mapping, `items` to a list, and
`if` and `then` to a word.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from notice.languages import country_name
from notice.law.countries import COUNTRIES
from notice.model.controller import Body, Controller
from notice.model.fields import Facts, Refers
from notice.model.register import Register
from notice.model.shapes import Field, Shape, fields
from notice.model.site import Site
from notice.model.texts import LONGEST
from notice.model.vocabulary import KnownCookie, KnownRecipient, KnownSource, Vocabulary
from notice.model.waiver import Waiver, Waivers
from notice.schema.texts import example, form, label, provisions, title, what_it_is

Schema = dict[str, Any]

Names = Mapping[str, Mapping[str, str]]
"""The name of every id in one language, by kind and id."""

KINDS: Mapping[str, tuple[type[Facts], str]] = {
    "site": (Site, "content/site.yaml"),
    "controller": (Controller, "content/controller.yaml"),
    "register": (Register, "content/registers/*.yaml"),
    "vocabulary": (Vocabulary, "content/vocabulary.yaml"),
    "waivers": (Waivers, "content/waivers.yaml"),
}
"""Every kind of file that holds facts: its model, and the files of a site that are of this kind."""

LARGEST_SCHEMA = 16 << 20
"""The largest file that is replaced by a schema, in bytes."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_MADE_BY = "Made by `notice schema`."

_ID = "^[A-Za-z0-9_*-]+$"

_OPEN = frozenset({"controllers", "recipients", "purposes"})
"""Kinds of which the package has no ids, or of which a register declares ids by stating them."""

_ALL_KNOWN = frozenset({Vocabulary, Waivers})
"""Models of files in which no fact is `unknown`, but for those of `_SHARED`."""

_SHARED = frozenset({Body, KnownCookie, KnownRecipient, KnownSource})
"""What the vocabulary states for all registers, where facts may be `unknown`."""


def schemas(language: str, names: Names) -> dict[str, Schema]:
    """The schema of each kind of file, by kind; `names` holds the ids that a site knows."""
    return {kind: _Builder(language, names, model not in _ALL_KNOWN).file(model) for kind, (model, _) in KINDS.items()}


def is_schema(body: bytes) -> bool:
    """Whether a file is a schema that `notice` made."""
    try:
        tree = json.loads(body)
    except ValueError:
        return False
    return isinstance(tree, dict) and tree.get("$comment") == _MADE_BY


class _Builder:
    """Builds one schema, and gathers the definitions that it refers to."""

    def __init__(self, language: str, names: Names, may_be_unknown: bool) -> None:
        self._language = language
        self._names = names
        self._marks = ["unknown"] if may_be_unknown else []
        self._definitions: dict[str, Schema] = {}

    def file(self, model: type[Facts]) -> Schema:
        head = {"$schema": _DRAFT, "$comment": _MADE_BY, "title": title(self._language, model).strip("`")}
        if model is Waivers:
            body = {
                "description": what_it_is(self._language, Waivers, "waivers"),
                "type": ["array", "null"],
                "items": {"type": "object", **self._mapping(Waiver)},
            }
        else:
            body = {"type": ["object", "null"], **self._keys(model)}
        return head | body | {"$defs": dict(sorted(self._definitions.items()))}

    def _mapping(self, model: type[Facts]) -> Schema:
        """A reference to the keys of a model."""
        if model.__name__ not in self._definitions:
            self._definitions[model.__name__] = {}
            marks, self._marks = self._marks, ["unknown"] if model in _SHARED else self._marks
            self._definitions[model.__name__] = self._keys(model)
            self._marks = marks
        return {"$ref": f"#/$defs/{model.__name__}"}

    def _keys(self, model: type[Facts]) -> Schema:
        described = {
            key: {"description": text, "markdownDescription": text, **self._field(field)}
            for key, field in fields(model).items()
            if (text := self._description(model, key))
        }
        return {"properties": described, "additionalProperties": False}

    def _description(self, model: type[Facts], key: str) -> str:
        """What an editor shows for a key."""
        language = self._language
        parts = {"form": form(language, model, key), "example": f"`{example(model, key)}`"}
        if cited := provisions(language, model, key):
            parts["law"] = "; ".join(cited)
        texts = (f"{label(language, name).capitalize()}: {text}" for name, text in parts.items())
        return "\n\n".join([what_it_is(language, model, key), *texts])

    def _field(self, field: Field) -> Schema:
        shape = field.shape
        if shape.item:
            return self._list(shape, self._one(shape.item, field.refers))
        if shape.entry:
            return self._entries(shape, field.keyed_by)
        return self._one(shape, field.refers)

    def _one(self, shape: Shape, refers: Refers | None) -> Schema:
        """The schema of one value that is no list and no mapping by ids."""
        marks = [*self._marks, *(["none"] if shape.form.none else [])]
        if refers:
            return self._ids(refers)
        if shape.model:
            words: Schema | None = {"enum": marks} if marks else None
            if shape.form.short:
                short = fields(shape.model)[shape.form.short]
                words = self._one(short.shape, short.refers)
            types = ["object", *(["string"] if words else []), "null"]
            return {"type": types, **self._mapping(shape.model), **self._when_text(words)}
        if shape.words:
            return {"enum": [*shape.words, *marks, None]}
        if shape.form.name == "yes-no":
            return {"enum": ["yes", "no", *marks, True, False, None]}
        if shape.form.name == "country":
            return self._countries()
        if shape.form.pattern:
            return {"type": ["string", "null"], "pattern": f"^(?:{'|'.join([shape.form.pattern, *marks])})$"}
        # An editor takes 00100 for a number, and a name such as `true` for a boolean.
        return {"type": ["string", "number", "boolean", "null"], "maxLength": LONGEST}

    def _list(self, shape: Shape, item: Schema) -> Schema:
        """A list; a value of the item's schema may be written without one where the model takes it so."""
        none = ["none"] if shape.form.none else []
        if not shape.form.lone:
            words = [*self._marks, *none]
            types = ["array", *(["string"] if words else []), "null"]
            return {"type": types, "items": item} | self._when_text({"enum": words} if words else None)
        if shape.mapping:
            return {**item, "type": [*item["type"], "array"], "items": item}
        lone: Schema = {"type": ["array", "string", "null"], "items": item}
        return lone | self._when_text(item, but=none)

    def _entries(self, shape: Shape, keyed_by: Refers | None) -> Schema:
        """A mapping whose keys are ids, countries, or words of a closed list."""
        assert shape.entry and shape.by
        words = [*self._marks, *(["none"] if shape.form.none else [])]
        entry = self._one(shape.entry, None)
        made: Schema = {"type": ["object", *(["string"] if words else []), "null"]}
        if shape.by.words:
            made |= {"properties": dict.fromkeys(shape.by.words, entry), "additionalProperties": False}
        elif shape.by.form.name == "country":
            made |= {"propertyNames": self._countries(), "additionalProperties": entry}
        else:
            kind = keyed_by.kind.replace("_", "-") if keyed_by else ""
            known = {id: {"description": name, **entry} for id, name in self._names.get(kind, {}).items()}
            made |= {"properties": known} if known else {}
            made |= {"additionalProperties": entry}
            made |= {"propertyNames": {"pattern": _ID}} if shape.mapping else {}
        return made | self._when_text({"enum": words} if words else None)

    def _ids(self, refers: Refers) -> Schema:
        """The ids of a kind with their names; where a register declares ids of its own, they are only proposed."""
        kind = refers.kind.replace("_", "-")
        name = f"ids-{kind}" + "".join(f"-or-{word}" for word in refers.also)
        ids = dict(sorted(self._names.get(kind, {}).items())) | dict.fromkeys([*refers.also, *self._marks], "")
        if refers.kind in _OPEN:
            definition: Schema = {"type": ["string", "null"], "pattern": _ID, "defaultSnippets": _proposed(ids)}
        else:
            definition = {"enum": [*ids, None], "enumDescriptions": [*ids.values(), ""]}
        self._definitions[name] = definition
        return {"$ref": f"#/$defs/{name}"}

    def _countries(self) -> Schema:
        codes = sorted(COUNTRIES)
        named = [country_name(code, self._language) for code in codes]
        more = [*self._marks, None]
        self._definitions["countries"] = {"enum": [*codes, *more], "enumDescriptions": [*named, *[""] * len(more)]}
        return {"$ref": "#/$defs/countries"}

    def _when_text(self, then: Schema | None, but: Sequence[str] = ()) -> Schema:
        """What holds for a value that is a text, other than the words of `but`.

        Editors do not propose what `then` takes before anything is written: `defaultSnippets` do.
        """
        if then is None:
            return {}
        definition = self._definitions[then["$ref"].rpartition("/")[2]] if "$ref" in then else then
        named = dict.fromkeys((word for word in definition.get("enum") or () if word is not None), "")
        named |= dict(zip(named, definition.get("enumDescriptions") or (), strict=False)) | dict.fromkeys(but, "")
        proposed = definition.get("defaultSnippets") or _proposed(named)
        return {
            "if": {"type": "string", **({"not": {"enum": [*but]}} if but else {})},
            "then": then,
            "defaultSnippets": proposed,
        }


def _proposed(names: Mapping[str, str]) -> list[Schema]:
    """What editors propose: each word with its name."""
    return [{"label": word, "body": word, **({"description": name} if name else {})} for word, name in names.items()]
