"""Recognise a slip of letters, whose correction is safe: the one known word that can have been meant."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from notice.findings import Edit, Finding, Span, safe, unsafe
from notice.languages import LANGUAGES
from notice.words import standard

SHORTEST = 5
"""The fewest letters of a word in which a slip is recognised: among shorter ones, most neighbours are words too."""

MOST_SLIPS = 2
"""The most words of one id that may each have a slip."""

_SIGNS = re.compile(r"[-_\s]+")
_LETTERS = re.compile(r"[^\W\d_]+")


def with_fix(finding: Finding, written: str, known: Iterable[str]) -> Finding:
    """Add the fix that writes the intended word: safe for a slip of letters, unsafe for a word that is only similar."""
    words = set(known)
    if edit := correction(finding.span, written, words):
        return replace(finding, fix=safe(edit))
    near = finding.suggestion.text if finding.suggestion.kind == "near" else ""
    edit = replacement(finding.span, written, near) if near in words else None
    return replace(finding, fix=unsafe(edit)) if edit else finding


def correction(span: Span, written: str, known: Iterable[str]) -> Edit | None:
    """The edit of a slip at `span`, or None."""
    meant = meant_by(written, known)
    return replacement(span, written, meant) if meant is not None else None


def replacement(span: Span, written: str, meant: str) -> Edit | None:
    """The edit that puts another word at `span`; None for a word in quotation marks, which is left to its owner."""
    is_plain = span.line == span.end_line and span.end_column - span.column == len(written)
    return Edit(span, meant, written) if is_plain else None


def meant_by(written: str, known: Iterable[str]) -> str | None:
    """The one of the known words of which `written` is a slip; None where there is none, or more than one.

    What reads as words of some language is no slip, however near it is: `patients` and `parents` mean two things.
    """
    near = [word for word in dict.fromkeys(known) if is_slip(written, word)]
    return near[0] if len(near) == 1 and not _is_meaningful(written, near[0]) else None


def is_other_word(written: str, known: str) -> bool:
    """True where both are words of other meanings: none of them is the same, and no letter slipped."""
    if is_slip(written, known) or not _is_meaningful(written, known):
        return False
    return not set(_SIGNS.split(written)) & set(_SIGNS.split(known))


def is_slip(written: str, meant: str) -> bool:
    """True where letters or signs slipped: other capitals or hyphens, or at most one wrong letter in each of two words.

    The words of both are compared one by one, each by its Damerau-Levenshtein distance; the first letter is right.
    """
    if written == meant:
        return False
    if _joined(written) == _joined(meant):
        return True
    ones, others = _SIGNS.split(written), _SIGNS.split(meant)
    if len(ones) != len(others):
        return False
    differing = [(one, other) for one, other in zip(ones, others, strict=True) if one != other]
    return len(differing) <= MOST_SLIPS and all(_is_one_slip(one, other) for one, other in differing)


def _joined(text: str) -> str:
    return _SIGNS.sub("", text).lower()


def _is_one_slip(written: str, meant: str) -> bool:
    """True for a letter that is left out, added or another one, and for two neighbours that changed places."""
    if max(len(written), len(meant)) < SHORTEST or written[:1] != meant[:1] or abs(len(written) - len(meant)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(written, meant, strict=False)) if a != b), None)
    if same is None:
        return True
    one, other = written[same:], meant[same:]
    exchanged = one[:2] == other[1::-1] and one[2:] == other[2:]
    return exchanged or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _is_meaningful(written: str, meant: str) -> bool:
    """True where `written` reads as words of one language, and differs from `meant` in its letters."""
    words = _LETTERS.findall(written.lower())
    if _joined(written) == _joined(meant):
        return False
    return any(lexicon(code).issuperset(words) for code in LANGUAGES) or all(map(_is_english, words))


def _is_english(word: str) -> bool:
    """True for a word of the English lexicon, in its singular or its plural."""
    known = lexicon("en")
    return word in known or f"{word}s" in known or (word[-1:] == "s" != word[-2:-1] and word[:-1] in known)


@lru_cache
def lexicon(language: str) -> frozenset[str]:
    """The words that the package uses in a language; in English also those of its ids."""
    flat = standard(language).flat
    ids = (step for path in flat for step in path) if language == "en" else ()
    return frozenset(word for text in (*flat.values(), *ids) for word in _LETTERS.findall(text.lower()))
