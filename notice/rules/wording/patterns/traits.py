"""Traits of the sentence around a hit, such as negated, past, supposed or limited by an exception.

A rule names the traits under which the words that it searches state nothing unlawful. The words that give a
sentence a trait are data, per language, in `traits.yaml`, so that no pattern repeats them.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from notice.data import locale, tree
from notice.rules.wording.patterns.sentences import clause_span, main_clause, relative_clause, sentence_span

_ONLY = len("ainoastaan, ")
"""How many characters before a clause are searched for “only”."""

_FIRM = re.compile(r"\b(?:oyj?|abp?|ltd|inc|llc|gmbh|tmi|ry|rf)\b(?!:)")
_QUOTATION = re.compile(r"[“”„\"«»][^“”„\"«»]+[“”\"«»]")


class Trait(StrEnum):
    """A trait of a sentence, relative to some words in it."""

    NEGATED = "negated"
    """The clause denies the words, without an exception."""
    PAST = "past"
    """The clause describes the past, or something repealed, invalid or replaced."""
    CONDITIONAL = "conditional"
    """The sentence is subject to a condition."""
    SUPPOSED = "supposed"
    """The words are part of a condition themselves, not of “only if”: they describe a case, and demand nothing."""
    LIMITED = "limited"
    """The sentence names an exception, or a specific use or consent."""
    QUOTED = "quoted"
    """The words belong to a longer quotation or title."""
    OFFERED = "offered"
    """The clause offers a way, and the sentence demands none."""
    GIVEN = "given"
    """The clause says what the controller gives, such as an answer or a decision, on no condition."""
    NAMED = "named"
    """The sentence names a firm or an association by its full name."""


@dataclass(frozen=True)
class _Marks:
    """Words that give a trait, and words in the same span that cancel it."""

    find: re.Pattern[str]
    unless: re.Pattern[str] | None

    def within(self, text: str) -> bool:
        return bool(self.find.search(text)) and not (self.unless and self.unless.search(text))


def traits(language: str, text: str, start: int, end: int, asked: Collection[Trait] = tuple(Trait)) -> frozenset[Trait]:
    """The traits among `asked` that the sentence around `text[start:end]`, in lower case, has."""
    marks = _marks(language)
    first, last = sentence_span(text, start)
    begin, until = clause_span(text, start, end)
    whole, clause = text[first:last], text[begin:until]
    holds: dict[Trait, Callable[[], bool]] = {
        Trait.NEGATED: lambda: _in(marks, "negated", clause) or _in(marks, "negated", main_clause(text, begin)),
        Trait.PAST: lambda: (
            _in(marks, "replacing", text[begin:start]) or _in(marks, "past", clause + relative_clause(text, until))
        ),
        Trait.CONDITIONAL: lambda: _in(marks, "conditional", whole),
        Trait.SUPPOSED: lambda: _is_supposed(marks, text[max(first, begin - _ONLY) : begin], text[begin:start]),
        Trait.LIMITED: lambda: _in(marks, "limited", whole),
        Trait.QUOTED: lambda: _is_quoted(whole, start - first, end - first),
        Trait.OFFERED: lambda: _in(marks, "offered", clause),
        Trait.GIVEN: lambda: _in(marks, "given", clause),
        Trait.NAMED: lambda: bool(_FIRM.search(whole)),
    }
    return frozenset(trait for trait in asked if holds[trait]())


def _in(marks: Mapping[str, _Marks], trait: str, text: str) -> bool:
    return trait in marks and marks[trait].within(text)


def _is_supposed(marks: Mapping[str, _Marks], before: str, clause: str) -> bool:
    """Whether a condition begins in the clause, up to the words, and neither “only” nor a demand changes it."""
    supposed = marks.get("supposed")
    if supposed is None or not supposed.find.search(clause):
        return False
    return not (supposed.unless and supposed.unless.search(before + clause))


def _is_quoted(text: str, start: int, end: int) -> bool:
    """True inside a longer quotation: a single term in quotation marks counts as used, not as quoted."""
    for quotation in _QUOTATION.finditer(text):
        if quotation.start() < start and end < quotation.end():
            return len(quotation[0].split()) > len(text[start:end].split()) + 1
    return False


@lru_cache
def _marks(language: str) -> Mapping[str, _Marks]:
    """The words of each trait in a language; empty for a language without them."""
    file = locale(language) / "traits.yaml"
    entries = tree(file) if file.is_file() else {}
    return {
        trait: _Marks(_words(entry["find"]), _words(entry["unless"]) if "unless" in entry else None)
        for trait, entry in entries.items()
    }


def _words(finds: list[str]) -> re.Pattern[str]:
    spaced = "|".join(finds).replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)")
