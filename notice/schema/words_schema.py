"""A JSON Schema of the words of one language: the ids that a site needs words for, with the words they have now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from notice.findings import FactPath, dotted
from notice.model.shapes import fields
from notice.model.vocabulary import Vocabulary
from notice.schema import values
from notice.schema.json_schema import head
from notice.schema.texts import editor_text, what_it_is
from notice.schema.values import Definitions, Schema
from notice.words import standard

OF_A_REGISTER = ("name", "slug", "description")
"""The words that name a register."""

OF_FACTS = ("controller", "contact", "dpo", "joint-controllers", "automated-decisions", "history", "closing")
"""Further keys of words that the package has no words for: what belongs to the facts of a site."""

MOST_NAMED = 20
"""The most keys that a message names."""

MOST_REGISTERS = 5
"""The most registers that are named as lacking a word."""


@dataclass(frozen=True)
class Needed:
    """A word that a site looks up: what it is now, and the registers in which it is missing.

    `elsewhere` has a missing word in other languages of the site, by their codes.
    """

    now: str | None
    missing_in: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def words_schema(language: str, code: str, needed: Mapping[FactPath, Needed]) -> Schema:
    """The schema of the words in the language `code`, explained in `language`; `needed` has every word by its path."""
    return _Builder(language, code, needed).file()


@dataclass
class _Node:
    """A step of the paths: the word that it is itself, and the steps below it."""

    word: Needed | None = None
    below: dict[str, "_Node"] = field(default_factory=dict)


@dataclass
class _Builder:
    language: str
    code: str
    needed: Mapping[FactPath, Needed]
    definitions: Definitions = field(default_factory=Definitions)

    def file(self) -> Schema:
        root = _tree(self.needed)
        kinds = {str(info.alias) for info in Vocabulary.model_fields.values()}
        groups = [*OF_A_REGISTER, *OF_FACTS, *standard(self.code).tree, *sorted(kinds)]
        keys = {key: self._group(key, root.below.get(key, _Node()), key in kinds) for key in dict.fromkeys(groups)}
        keys |= {key: self._group(key, node, True) for key, node in root.below.items() if key not in keys}
        body = {"type": ["object", "null"], "properties": keys, **self._closed(keys)}
        return head(f"{editor_text(self.language, 'words-of')} ({self.code})") | body | {"$defs": self._sorted()}

    def _sorted(self) -> Schema:
        return dict(sorted(self.definitions.schemas.items()))

    def _group(self, key: str, node: _Node, is_kind: bool) -> Schema:
        """One key of the file: a word of a register, or the things of a kind by their ids."""
        described = self._described(key, is_kind)
        if key in OF_A_REGISTER:
            return {**described, **self._text(node.word)}
        ids = sorted(node.below)
        facets = {facet for one in node.below.values() for facet in one.below}
        things = {id: self._thing(node.below[id], facets, f"{key}.{id}") for id in ids}
        is_closed = not is_kind and key not in OF_FACTS
        others = () if not is_closed else _ids(standard(self.code).tree.get(key))
        any_words = self.definitions.add("words", values.mapping({}, self._form(), {}, self._any_text()))
        things |= {id: any_words for id in others if id not in things}
        more: Schema = {"additionalProperties": any_words}
        if is_closed:
            more = self._closed(things)
        return {**described, **values.mapping(things, self._form(), {}, **more)}

    def _thing(self, node: _Node, facets: Iterable[str], name: str) -> Schema:
        """The words of one thing: its name alone, or a mapping."""
        if not node.below:
            return self._text(node.word)
        below = {key: self._thing(one, (), f"{name}.{key}") for key, one in sorted(node.below.items())}
        below |= {key: self._any_text() for key in sorted(facets) if key not in below}
        alone = self._any_text() if node.word or "name" in node.below else None
        shown = node.word or (node.below["name"].word if "name" in node.below else None)
        return {**self._now(shown), **values.mapping(below, self._form(), {}, alone, **self._closed(below))}

    def _closed(self, keys: Mapping[str, Schema]) -> Schema:
        """No other keys, with the message that names them where they are few."""
        names = {"keys": ", ".join(keys)} if len(keys) <= MOST_NAMED else {}
        no_key = editor_text(self.language, "no-words-but" if names else "no-words", **names)
        return {"additionalProperties": False, "errorMessage": no_key}

    def _text(self, word: Needed | None) -> Schema:
        return {**self._now(word), **self._any_text()}

    def _any_text(self) -> Schema:
        return self.definitions.add("text", values.text(self._form(), {}))

    def _form(self) -> str:
        return editor_text(self.language, "words")

    def _described(self, key: str, is_kind: bool) -> Schema:
        if key in (*OF_A_REGISTER, *OF_FACTS):
            text = editor_text(self.language, f"words-{key}")
        elif is_kind and key in fields(Vocabulary):
            text = what_it_is(self.language, Vocabulary, key)
        else:
            text = editor_text(self.language, "words-standard")
        return {"description": text, "markdownDescription": text}

    def _now(self, word: Needed | None) -> Schema:
        """What an editor shows for a word: what it is now, or where it is missing."""
        if word is None:
            return {}
        if word.missing_in:
            more = [] if len(word.missing_in) <= MOST_REGISTERS else ["…"]
            registers = ", ".join([*word.missing_in[:MOST_REGISTERS], *more])
            missing = editor_text(self.language, "word-missing", registers=registers)
            text = "\n\n".join([missing, *(f"{code}: {words}" for code, words in word.elsewhere.items())])
        elif word.now is None:
            text = editor_text(self.language, "word-optional")
        else:
            text = editor_text(self.language, "word-now", words=word.now)
        return {"description": text}


def _tree(needed: Mapping[FactPath, Needed]) -> _Node:
    """The paths as a tree."""
    root = _Node()
    for path, word in sorted(needed.items(), key=lambda one: dotted(one[0])):
        node = root
        for step in path:
            node = node.below.setdefault(step, _Node())
        node.word = word
    return root


def _ids(tree: object) -> tuple[str, ...]:
    return tuple(tree) if isinstance(tree, dict) else ()
