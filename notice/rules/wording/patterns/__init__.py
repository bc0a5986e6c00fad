"""Patterns of the wording rules: data with one file per language and one entry per rule, loaded on first use.

Finnish, Swedish and English inflect differently, so each language has its own patterns, and a stem covers its
inflected forms: `rekisteriselost\\w+`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from notice.data import locale, tree
from notice.rules.wording.patterns.sentences import sentence
from notice.rules.wording.patterns.stems import stems

SOFT_HYPHEN = "\u00ad"

_NO_WORDS = re.compile(r"\]\([^)]*\)|\b(?:https?|mailto|tel):\S+|\*+|(?<!\w)_+|_+(?!\w)")
_SPACES = re.compile(r"(?P<kept>\(\?<[!=][^)]*\)|\[[^]]*\])| (?P<may>\??)")


@dataclass(frozen=True)
class Pattern:
    """A pattern that a rule searches for, and what to write instead.

    A sentence that matches `unless` is skipped; with `about`, only sentences that match it are searched.
    """

    find: tuple[str, ...]
    write: str = ""
    unless: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @cached_property
    def looked_for(self) -> re.Pattern[str]:
        """One regular expression for all alternatives, over lower-case text, at word boundaries."""
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(_wide, self.find))})(?!\w)")

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Strings of which every matching text contains at least one: a prefilter."""
        return tuple(stem for find in self.find for stem in stems(find) or ("",))

    @cached_property
    def sparing(self) -> re.Pattern[str] | None:
        """The expression of sentences to skip, or None."""
        return re.compile("|".join(self.unless)) if self.unless else None

    @cached_property
    def subject(self) -> re.Pattern[str] | None:
        """The expression that a sentence must match to be searched, or None."""
        return re.compile("|".join(self.about)) if self.about else None

    def applies(self, sentence: str) -> bool:
        """Whether a sentence is searched and not skipped."""
        if self.subject is not None and not self.subject.search(sentence):
            return False
        return self.sparing is None or not self.sparing.search(sentence)


@dataclass(frozen=True, slots=True)
class Hit:
    """A match: its start and end in the text, and what to write instead ("" if the rule's help says it)."""

    start: int
    end: int
    write: str


@lru_cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns of a language by rule code; empty for a language without patterns."""
    file = locale(language) / "patterns.yaml"
    if not file.is_file():
        return {}
    return {code: tuple(_pattern(entry) for entry in entries) for code, entries in tree(file).items()}


@lru_cache(maxsize=4096)
def hits(language: str, text: str) -> Mapping[str, tuple[Hit, ...]]:
    """The matches in a text by rule code, in order; the text is searched once for all rules.

    Soft hyphens, which say where a word may be parted, are no part of it.
    """
    if SOFT_HYPHEN in text:
        places = [at for at, letter in enumerate(text) if letter != SOFT_HYPHEN]
        whole = hits(language, text.replace(SOFT_HYPHEN, ""))
        return {
            code: tuple(Hit(places[hit.start], places[hit.end - 1] + 1, hit.write) for hit in found)
            for code, found in whole.items()
        }
    small = small_letters(text)
    hits_by_code: dict[str, tuple[Hit, ...]] = {}
    for code, entries in patterns(language).items():
        if of_code := [hit for pattern in entries for hit in _of(pattern, small)]:
            hits_by_code[code] = tuple(sorted(of_code, key=lambda hit: (hit.start, hit.end)))
    return hits_by_code


@lru_cache(maxsize=64)
def small_letters(text: str) -> str:
    """The text in lower case, of the same length, with addresses and marks of emphasis blanked.

    An underscore within a technical name is kept: the name is one word.
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _NO_WORDS.sub(lambda match: " " * len(match[0]), small)


def _wide(find: str) -> str:
    """Replace single spaces in the expression by any white space."""
    return _SPACES.sub(lambda match: match["kept"] or (r"\s*" if match["may"] else r"\s+"), find)


def _of(pattern: Pattern, text: str) -> Iterator[Hit]:
    if not any(stem in text for stem in pattern.stems):
        return
    for match in pattern.looked_for.finditer(text):
        if pattern.applies(sentence(text, match.start())):
            yield Hit(match.start(), match.end(), pattern.write)


def _pattern(entry: Mapping[str, object]) -> Pattern:
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Pattern(lists["find"], str(entry.get("write", "")), lists.get("unless", ()), lists.get("about", ()))
