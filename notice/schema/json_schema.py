"""JSON Schemas (draft 2020-12) of the files that hold facts, with the descriptions of one language."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

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
from notice.schema import values
from notice.schema.outlines import snippets
from notice.schema.texts import editor_text, example, form, label, provisions, title, what_it_is
from notice.schema.values import Definitions, Schema
from notice.words import standard

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

_OPEN = frozenset({"controllers", "recipients", "purposes"})
"""Kinds of which the package has no ids, or of which a register declares ids by stating them."""

_ALL_KNOWN = frozenset({Vocabulary, Waivers})
"""Models of files in which no fact is `unknown`, but for those of `_SHARED`."""

_SHARED = frozenset({Body, KnownCookie, KnownRecipient, KnownSource})
"""What the vocabulary states for all registers, where facts may be `unknown`."""


def schemas(language: str, names: Names) -> dict[str, Schema]:
    """The schema of each kind of file, by kind; `names` holds the ids that a site knows."""
    return {kind: _Builder(language, names, model not in _ALL_KNOWN).file(model) for kind, (model, _) in KINDS.items()}


def head(title: str) -> Schema:
    """The first keys of a schema that `notice` makes."""
    return {"$schema": _DRAFT, "$comment": _MADE_BY, "title": title}


def is_schema(body: bytes) -> bool:
    """Whether a file is a schema that `notice` made."""
    try:
        tree = json.loads(body)
    except ValueError:
        return False
    return isinstance(tree, dict) and tree.get("$comment") == _MADE_BY


@dataclass
class _Builder:
    """Builds one schema, and gathers the definitions that it refers to; `made` are those of ids, which are large."""

    language: str
    names: Names
    may_be_unknown: bool
    definitions: Definitions = field(default_factory=Definitions)
    made: dict[tuple[Refers, bool], Schema] = field(default_factory=dict)

    def file(self, model: type[Facts]) -> Schema:
        if model is Waivers:
            form_of_file = form(self.language, Waivers, "waivers")
            body = {
                "description": what_it_is(self.language, Waivers, "waivers"),
                **values.listed(
                    self.definitions.add("Waiver", self._model(Waiver, form_of_file, {})), form_of_file, {}
                ),
            }
        else:
            body = {"type": ["object", "null"], **self._keys(model)}
        definitions = dict(sorted(self.definitions.schemas.items()))
        return head(_plain(title(self.language, model))) | body | {"$defs": definitions}

    def _keys(self, model: type[Facts]) -> Schema:
        """The keys of a model, and the message on any other.

        Only the file has a title: what several keys share would show, in an editor, the title of any of them.
        """
        keys = fields(model)
        if model in _SHARED and not self.may_be_unknown:
            inner = _Builder(self.language, self.names, True, self.definitions, self.made)
            return inner._keys(model)
        return {
            "properties": {key: self._described(model, key, one) for key, one in keys.items()},
            "additionalProperties": False,
            "errorMessage": editor_text(self.language, "no-key", keys=", ".join(keys)),
        }

    def _described(self, model: type[Facts], key: str, field: Field) -> Schema:
        """What an editor shows for a key, and the schema of its value."""
        language = self.language
        parts = {"form": form(language, model, key), "example": f"`{example(model, key)}`"}
        if cited := provisions(language, model, key):
            parts["law"] = "; ".join(cited)
        texts = [f"{label(language, name).capitalize()}: {text}" for name, text in parts.items()]
        described = "\n\n".join([what_it_is(language, model, key), *texts])
        value = self._field(field, _plain(texts[0]))
        name = field.shape.mapping.__name__ if field.shape.mapping else key
        return {
            "description": _plain(what_it_is(language, model, key)),
            "markdownDescription": described,
            **(value if "$ref" in value else self.definitions.add(name, value)),
        }

    def _field(self, field: Field, form: str) -> Schema:
        shape = field.shape
        if shape.item:
            return self._list(shape, self._one(shape.item, field.refers, form), form)
        if shape.entry:
            # What the vocabulary has may be stated anew, for all registers.
            kind = field.keyed_by.kind if field.keyed_by else field.key if shape.mapping in _SHARED else ""
            return self._entries(shape, kind.replace("_", "-"), form)
        return self._one(shape, field.refers, form)

    def _one(self, shape: Shape, refers: Refers | None, form: str) -> Schema:
        """The schema of one value that is no list and no mapping by ids."""
        marks = self._marks(shape)
        if refers:
            return self._ids(refers)
        if shape.model:
            return self._model(shape.model, form, marks, shape.form.short)
        if shape.words:
            return values.words(form, {**self._meanings(shape.words), **marks})
        if shape.form.name == "yes-no":
            return values.yes_or_no(form, {"yes": "", "no": "", **marks})
        if shape.form.name == "country":
            no_country = editor_text(self.language, "no-country")
            return self.definitions.add("country", values.words(no_country, {**self._countries(), **marks}))
        if pattern := shape.form.pattern:
            return values.patterned(form, pattern, marks, is_number=bool(re.fullmatch(pattern, "1")))
        return values.text(form, marks, LONGEST)

    def _model(self, model: type[Facts], form: str, marks: Mapping[str, str], short: str = "") -> Schema:
        alone, names = None, marks
        if short:
            value = fields(model)[short]
            alone = self._shared(self._one(value.shape, value.refers, form), value.shape)
            names = dict(values.names_of(self._resolved(alone)))
        made = values.mapping({}, form, names, alone) | self._keys(model)
        proposed = [*made.get("defaultSnippets", ()), *snippets(model, self.language)]
        return made | ({"defaultSnippets": proposed} if proposed else {})

    def _list(self, shape: Shape, item: Schema, form: str) -> Schema:
        """A list; a value of the item's schema may be written without one where the model takes it so."""
        marks = self._marks(shape)
        if not shape.form.lone:
            return values.listed(self._shared(item, shape), form, marks)
        if shape.mapping:
            return {**item, "items": self._shared(item, shape), "if": {"type": ["object", "array", "null"]}}
        item = self._shared(item, shape)
        return values.listed(item, form, self._none(shape), item)

    def _entries(self, shape: Shape, kind: str, form: str) -> Schema:
        """A mapping whose keys are ids, of the `kind` or the owner's, or countries, or words of a closed list."""
        assert shape.entry and shape.by
        entry = self._shared(self._one(shape.entry, None, form), shape)
        marks = self._marks(shape)
        if shape.by.words:
            keys: Mapping[str, str] = self._meanings(shape.by.words)
            no_key = editor_text(self.language, "no-key", keys=", ".join(keys))
            more: Schema = {"additionalProperties": False, "errorMessage": no_key}
        elif shape.by.form.name == "country":
            keys = self._countries()
            no_country = editor_text(self.language, "no-country")
            more = {"additionalProperties": False, "errorMessage": no_country}
        else:
            keys = self.names.get(kind, {})
            more = {"additionalProperties": entry}
            more |= {"propertyNames": {"pattern": values.ID, "errorMessage": form}} if shape.mapping else {}
        known = {key: {**({"description": name} if name else {}), **entry} for key, name in keys.items()}
        return values.mapping(known, form, marks, None, **more)

    def _ids(self, refers: Refers) -> Schema:
        """The ids of a kind with their names; where a register declares ids of its own, others are taken too."""
        key = (refers, self.may_be_unknown)
        if key in self.made:
            return self.made[key]
        kind = refers.kind.replace("_", "-")
        names = dict(sorted(self.names.get(kind, {}).items())) | dict.fromkeys(refers.also, "") | self._marks(Shape())
        no_id = editor_text(self.language, "no-id", kind=kind)
        made = (values.open_ids if refers.kind in _OPEN else values.words)(no_id, names)
        self.made[key] = self.definitions.add(f"id-{kind}", made)
        return self.made[key]

    def _marks(self, shape: Shape) -> dict[str, str]:
        """The words that replace a value: `unknown` where the file may have it, `none` where it is an answer."""
        unknown = {"unknown": editor_text(self.language, "unknown")} if self.may_be_unknown else {}
        return unknown | self._none(shape)

    def _none(self, shape: Shape) -> dict[str, str]:
        return {"none": editor_text(self.language, "none")} if shape.form.none else {}

    def _shared(self, schema: Schema, shape: Shape) -> Schema:
        """A reference to the schema."""
        name = shape.mapping.__name__ if shape.mapping else "item"
        return schema if "$ref" in schema else self.definitions.add(name, schema)

    def _resolved(self, schema: Schema) -> Schema:
        """The schema that a reference leads to."""
        return self.definitions.schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema

    def _countries(self) -> dict[str, str]:
        return {code: country_name(code, self.language) or "" for code in sorted(COUNTRIES)}

    def _meanings(self, words: tuple[str, ...]) -> dict[str, str]:
        """The words of a closed list with what notices print for them, where they print anything."""
        return dict(_meanings(self.language, words))


@cache
def _meanings(language: str, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Words with their meanings: of the first kind of standard words that has all of them."""
    layer = standard(language)
    kinds = (kind for kind, tree in layer.tree.items() if isinstance(tree, dict) and {*words} <= {*tree})
    kind = next(kinds, "")
    return tuple((word, layer.flat.get((kind, word), "")) for word in words)


def _plain(text: str) -> str:
    """The text without the marks of code."""
    return text.replace("`", "")
