"""Patterns of the wording rules: data with one file per language and one entry per rule, loaded on first use.

Finnish, Swedish and English inflect differently, so each language has its own patterns, and a stem covers its
inflected forms: `rekisteriselost\\w+`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from notice.data import locale, tree
from notice.rules.wording.patterns.sentences import sentence, sentence_span
from notice.rules.wording.patterns.stems import needed, opening

_WITHIN_A_WORD = re.compile(r"\u00ad|(?<=\w)(?:\]\([^)]{0,500}\)|\[|\*+)+(?=[\w\u00ad])|(?<=\w)\[(?=\*+\w)")
"""What a visitor does not see within a word: where it may be parted, and where an emphasis or a link begins or ends."""

_NO_WORDS = re.compile(r"\]\([^)]{0,500}\)|\b(?:https?|mailto|tel):\S+|\*+|(?<!\w)_+|_+(?!\w)")
_BEGINS = re.compile(r"(?:\(\?:)*[^\W_](?![?*{])")
_IN_A_WORD = re.compile(r"\w").match
_SPACES = re.compile(r"(?P<kept>\(\?<[!=][^)]*\)|\[[^]]*\])| (?P<may>\??)")


@dataclass(frozen=True)
class Pattern:
    """A pattern that a rule searches for, and what to write instead.

    A sentence that matches `unless` is skipped; with `about` and `also`, only sentences that match both are searched,
    in any order of words. `despite` names traits of a sentence that do not skip it, as a negation that is a demand:
    “unsigned requests are not answered”.
    """

    find: tuple[str, ...]
    write: str = ""
    unless: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    despite: tuple[str, ...] = ()

    @cached_property
    def openings(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each expression with strings of which every match of it contains one: a prefilter."""
        return tuple((find, opening(find)) for find in self.find)

    def possible(self, text: str) -> list[str]:
        """The expressions that may match in the text: it contains the strings that each needs."""
        finds = []
        for find, strings in self.openings:
            if not strings:
                finds.append(find)
            for string in strings:
                if string in text:
                    finds.append(find)
                    break
        return [find for find in finds if _may_hold(needed(find), text)] if finds else finds

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each match in lower-case text, from left to right, without overlaps."""
        finds = self.possible(text)
        if not finds or not all(not words or _may_hold_one(words, text) for words in (self.about, self.also)):
            return
        spans = sorted((span for find in finds for span in _spans(find, text)), key=_start)
        last = 0
        for start, end in spans:
            if start >= last:
                yield start, end
                last = end

    @cached_property
    def sparing(self) -> re.Pattern[str] | None:
        """The expression of sentences to skip, or None."""
        return re.compile("|".join(self.unless)) if self.unless else None

    @cached_property
    def subjects(self) -> tuple[re.Pattern[str], ...]:
        """Expressions that a sentence must all match to be searched."""
        return tuple(re.compile("|".join(words)) for words in (self.about, self.also) if words)

    def applies(self, sentence: str) -> bool:
        """Whether a sentence is searched and not skipped."""
        if not all(subject.search(sentence) for subject in self.subjects):
            return False
        return self.sparing is None or not self.sparing.search(sentence)


@dataclass(frozen=True, slots=True)
class Hit:
    """A match: its start and end in the text, and what to write instead ("" if the rule's help says it).

    `despite` are the traits of a sentence that do not skip it. A hit is loose if its pattern has `also`: it counts only
    where the sentence has no other hit of the rule.
    """

    start: int
    end: int
    write: str
    despite: tuple[str, ...] = ()
    is_loose: bool = False


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

    Soft hyphens and marks of emphasis and links within a word are no part of it.
    """
    if _WITHIN_A_WORD.search(text):
        left_out = {at for mark in _WITHIN_A_WORD.finditer(text) for at in range(*mark.span())}
        places = [at for at in range(len(text)) if at not in left_out]
        whole = hits(language, "".join(text[at] for at in places))
        return {
            code: tuple(replace(hit, start=places[hit.start], end=places[hit.end - 1] + 1) for hit in found)
            for code, found in whole.items()
        }
    small = small_letters(text)
    hits_by_code: dict[str, tuple[Hit, ...]] = {}
    for code, entries in patterns(language).items():
        if of_code := [hit for pattern in entries if pattern.possible(small) for hit in _of(pattern, small)]:
            hits_by_code[code] = tuple(_once_a_sentence(sorted(of_code, key=lambda hit: (hit.start, hit.end)), small))
    return hits_by_code


def _once_a_sentence(found: list[Hit], text: str) -> Iterator[Hit]:
    """Drop the loose hits of a sentence that has another hit."""
    if not any(hit.is_loose for hit in found):
        yield from found
        return
    spans = [sentence_span(text, hit.start) for hit in found]
    firm = {span for span, hit in zip(spans, found, strict=True) if not hit.is_loose}
    for span, hit in zip(spans, found, strict=True):
        if not hit.is_loose:
            yield hit
        elif span not in firm:
            firm.add(span)
            yield hit


def unmarked(text: str) -> str:
    """The text without soft hyphens, and without marks of emphasis and links within a word."""
    return _WITHIN_A_WORD.sub("", text)


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


def _spans(find: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each match of the expression at word boundaries."""
    search = _compiled(find).search
    at = 0
    while found := search(text, at):
        start, end = found.span()
        if start and _IN_A_WORD(text[start - 1]):
            at = start + 1
        else:
            yield start, end
            at = max(end, start + 1)


@lru_cache(maxsize=4096)
def _compiled(find: str) -> re.Pattern[str]:
    """Compile the expression up to the end of a word.

    An expression that begins with a letter is searched by its first letters, which is fast, and `_spans` tests the
    letter before a match; any other begins at the beginning of a word.
    """
    before = "" if _BEGINS.match(find) else r"(?<!\w)"
    return re.compile(rf"{before}(?:{_wide(find)})(?!\w)")


def _may_hold(needs: tuple[tuple[str, ...], ...], text: str) -> bool:
    """Whether the text contains one string of each tuple."""
    for strings in needs:
        for string in strings:
            if string in text:
                break
        else:
            return False
    return True


def _may_hold_one(finds: tuple[str, ...], text: str) -> bool:
    """Whether the text may match one of the expressions."""
    return any(_may_hold(needed(find), text) for find in finds)


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _of(pattern: Pattern, text: str) -> Iterator[Hit]:
    for start, end in pattern.matches(text):
        if pattern.applies(sentence(text, start)):
            yield Hit(start, end, pattern.write, pattern.despite, bool(pattern.also))


def _pattern(entry: Mapping[str, object]) -> Pattern:
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Pattern(
        lists["find"],
        str(entry.get("write", "")),
        lists.get("unless", ()),
        lists.get("about", ()),
        lists.get("also", ()),
        lists.get("despite", ()),
    )
