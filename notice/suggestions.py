"""Suggest known words that are similar to an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches

LIKENESS = 0.6
"""The least similarity of a suggestion, from 0 to 1."""


def nearest(word: str, known: Iterable[str], likeness: float = LIKENESS) -> str | None:
    """The known word most similar to `word`; None if none is similar enough."""
    return next(iter(all_near(word, known, 1, likeness)), None)


def all_near(word: str, known: Iterable[str], most: int, likeness: float = LIKENESS) -> list[str]:
    """At most `most` known words similar to `word`, the most similar first."""
    return get_close_matches(word, list(known), most, likeness)
