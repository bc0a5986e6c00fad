"""Recognise the nature of the owner's own terms by their words: health data, an identity code, children.

What the vocabulary ships says of each entry what it is. An owner's term that does not say it is compared with the words
of each nature, in every language, in all its words and in its id.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from notice.data import locale, tree
from notice.findings import Span
from notice.languages import LANGUAGES
from notice.load.vocabulary import standard_vocabulary
from notice.model.fields import Facts
from notice.rules.rule import RuleContext
from notice.rules.wording.patterns import Pattern, small_letters, unmarked

Nature = Literal[
    "special",
    "plainly-special",
    "criminal",
    "identity-code",
    "identifier",
    "device",
    "consents",
    "refusals",
    "children",
    "working-life",
    "represents-organisation",
    "open-ended",
    "general",
    "credit-register",
    "research",
    "monitoring",
    "analytics",
    "marketing",
    "consent-choice",
    "electronic",
    "chat",
    "strong-proof",
]
"""The natures that words can show, as `natures.yaml` of each language names them."""

LONGEST = 500
"""The letters of a name that are searched; what is longer is no name of a thing."""

_PARTS = re.compile(r"\s*[,;:()\[\]/|]\s*|\s+(?:ja|sekä|tai|och|samt|eller|and|or|&|\+|–|-)\s+")
_PLAIN = str.maketrans("äöåÄÖÅ", "aoaAOA")


@dataclass(frozen=True, slots=True)
class Shown:
    """A nature of a term, with the `word` that shows it and the place of that word's text."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Expressions:
    """The words of one nature, and those beside which they mean something else."""

    find: Pattern
    unless: Pattern


def shown(context: RuleContext, kind: str, id: str, nature: Nature) -> Shown | None:
    """What shows the nature of a term in the owner's words for it, or in an id of the owner's own; None for nothing."""
    for language, text, span in _words_by_term(context).get((kind, id), ()):
        if word := word_of(nature, language, text):
            return Shown(word, span)
    if not _is_own(context, kind, id):
        return None
    dpv = getattr(_term(context, kind, id), "dpv", None)
    if dpv and dpv in _dpv_terms(kind, nature):
        return Shown(dpv, place_of(context, kind, id))
    word = next((word for language in LANGUAGES if (word := _word_of_id(nature, language, id))), None)
    return Shown(word, place_of(context, kind, id)) if word else None


@cache
def _dpv_terms(kind: str, nature: Nature) -> frozenset[str]:
    """The terms of the Data Privacy Vocabulary that only entries of the nature have in the package."""
    mark, marks = nature.replace("-", "_"), dict[str, set[object]]()
    for entry in getattr(standard_vocabulary(), kind.replace("-", "_")).values():
        if entry.dpv:
            marks.setdefault(entry.dpv, set()).add(getattr(entry, mark, None))
    return frozenset(dpv for dpv, values in marks.items() if values == {True})


def holds(context: RuleContext, kind: str, id: str, nature: Nature) -> bool:
    """Whether a term has a nature: by its mark of that name, and where none is stated by the owner's words for it."""
    term, mark = _term(context, kind, id), nature.replace("-", "_")
    if term is not None and mark in term.model_fields_set:
        return bool(getattr(term, mark))
    return shown(context, kind, id, nature) is not None


def is_identifier(context: RuleContext, id: str) -> bool:
    """Whether data tell by themselves who somebody is, or tell one device from all others."""
    return holds(context, "data", id, "identifier") or (
        not is_marked(context, "data", id, "identifier") and shown(context, "data", id, "device") is not None
    )


def is_marked(context: RuleContext, kind: str, id: str, mark: str) -> bool:
    """Whether the owner or the package states the mark of a term, `yes` or `no`."""
    term = _term(context, kind, id)
    return term is not None and mark in term.model_fields_set


def place_of(context: RuleContext, kind: str, id: str) -> Span:
    """Where the owner declares a term: in the vocabulary, else in the register."""
    return context.notice.terms.get((kind, id)) or context.notice.span(kind, id)


def own_names(context: RuleContext, kind: str, id: str) -> Mapping[str, str]:
    """The owner's names of a term by language."""
    return {language: text for language, text, _ in _words_by_term(context).get((kind, id), ())}


@lru_cache(maxsize=4096)
def word_of(nature: Nature, language: str, text: str) -> str | None:
    """The words of the text that show the nature in the language; None where there are none."""
    whole = small_letters(unmarked(text[:LONGEST]))
    return _search(_expressions(language, plain=False).get(nature), whole)


@lru_cache(maxsize=4096)
def _word_of_id(nature: Nature, language: str, id: str) -> str | None:
    """The same of an id, which has neither dots nor rings above its letters."""
    return _search(_expressions(language, plain=True).get(nature), id[:LONGEST].replace("-", " ").replace("_", " "))


def _search(words: _Expressions | None, text: str) -> str | None:
    if words is None or not words.find.possible(text) or any(words.unless.matches(text)):
        return None
    for part in _PARTS.split(text):
        for start, end in words.find.matches(part):
            return part[start:end]
    return None


def _words_by_term(context: RuleContext) -> Mapping[tuple[str, str], list[tuple[str, str, Span]]]:
    """The owner's names of things as they are printed, by kind and id: language, text and place."""
    return context.once("words by term", lambda: _by_term(context))


def _by_term(context: RuleContext) -> dict[tuple[str, str], list[tuple[str, str, Span]]]:
    named: dict[tuple[str, str], list[tuple[str, str, Span]]] = {}
    for language, words in context.words.items():
        for path, text, layer in words.owned:
            if len(path) >= 2 and path[2:] in ((), ("name",)) and words.find(*path) == text:
                named.setdefault((path[0], path[1]), []).append(
                    (language, text, layer.spans.get(path, Span(layer.file)))
                )
    return named


def _term(context: RuleContext, kind: str, id: str) -> Facts | None:
    terms: Mapping[str, Facts] = getattr(context.notice.vocabulary, kind.replace("-", "_"))
    return terms.get(id)


def _is_own(context: RuleContext, kind: str, id: str) -> bool:
    """Whether the id is the owner's own, whether the vocabulary or the register declares it."""
    return _term(context, kind, id) is None or (kind.replace("-", "_"), id) in context.notice.own_ids


@cache
def _expressions(language: str, *, plain: bool) -> Mapping[str, _Expressions]:
    """The words of each nature in a language; with `plain`, as an id has them."""
    file = locale(language) / "natures.yaml"
    entries = tree(file) if file.is_file() else {}
    return {
        nature: _Expressions(_pattern(words["find"], plain=plain), _pattern(words["unless"] or (), plain=plain))
        for nature, words in entries.items()
    }


def _pattern(finds: Iterable[str], *, plain: bool) -> Pattern:
    return Pattern(tuple(find.translate(_PLAIN) if plain else find for find in finds))
