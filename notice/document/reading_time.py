"""How long reading a notice takes: a reader who knows it beforehand is more likely to begin."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from math import ceil

from notice.document.parts import Flow, Section, Timeline

WORDS_A_MINUTE = {"en": 228, "fi": 161, "sv": 199}
"""Words read aloud in a minute, by language: the International Reading Speed Texts (Trauzettel-Klosinski and Dietz,
Investigative Ophthalmology & Visual Science 53, 2012, table 1)."""

SLOWEST = min(WORDS_A_MINUTE.values())
"""The speed assumed for any other language."""

_NOT_READ = frozenset({"id", "fact", "lang", "href", "after", "anchors", "formerly"})


def minutes(words: int, language: str) -> int:
    """Whole minutes, at least one, for a text of that many words."""
    return max(1, ceil(words / WORDS_A_MINUTE.get(language, SLOWEST)))


def word_count(sections: Iterable[Section]) -> int:
    """The number of words in the sections, without their drawings."""
    return sum(len(text.split()) for text in _texts(tuple(sections)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    else:
        for name in _read_fields(type(value)):  # type: ignore[arg-type]  # to mypy no class can be hashed
            yield from _texts(getattr(value, name))


@cache
def _read_fields(part: type) -> tuple[str, ...]:
    """The names of a part's fields that a reader reads; none for a drawing, and for what is no part."""
    if not is_dataclass(part) or issubclass(part, Flow | Timeline):
        return ()
    return tuple(field.name for field in fields(part) if field.name not in _NOT_READ)
