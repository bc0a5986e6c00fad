"""The known words that are most like a word that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

LIKENESS = 0.6
"""The least likeness of a suggestion, from 0 to 1."""


def nearest(word: str, known: Iterable[str], likeness: float = LIKENESS) -> str | None:
    """The known word that is most like `word`; None where none is like it."""
    return next(iter(all_near(word, known, 1, likeness)), None)


def all_near(word: str, known: Iterable[str], most: int, likeness: float = LIKENESS) -> list[str]:
    """At most `most` known words that are like `word`, the most alike first."""
    return get_close_matches(word, list(known), most, likeness)
