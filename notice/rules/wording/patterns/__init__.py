"""What the wording rules look for, as data: one file per language, one entry per rule, read when words are checked.

Finnish, Swedish and English inflect differently, so each language has patterns of its own, and a stem stands for its
forms: `rekisteriselost\\w+` for the twenty forms that Finnish makes of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from itertools import pairwise

_ADDRESS = re.compile(r"\]\([^)]*\)|\b(?:https?|mailto|tel):\S+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)|\n\s*\n|\n\s*[-*] ")
_SPACES = re.compile(r"(?P<kept>\(\?<[!=][^)]*\)|\[[^]]*\])| (?P<may>\??)")


@dataclass(frozen=True)
class Pattern:
    """Words that a rule looks for, and what to write instead; `unless` spares the sentence that holds it."""

    find: tuple[str, ...]
    write: str = ""
    unless: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """One regular expression for all that is looked for, over small letters; a word is never cut."""
        return rf"(?<!\w)(?:{'|'.join(map(_wide, self.find))})(?!\w)"

    @cached_property
    def looked_for(self) -> re.Pattern[str]:
        """The source, compiled."""
        return re.compile(self.source)

    @cached_property
    def sparing(self) -> re.Pattern[str] | None:
        """What spares a sentence, or None."""
        return re.compile("|".join(self.unless)) if self.unless else None


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found: from where to where in the text, and what to write instead ("" if the rule says it)."""

    start: int
    end: int
    write: str


@lru_cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """The patterns of a language by rule code; none for a language that is not looked at."""
    import yaml  # only where words are checked

    file = files(__name__) / f"{language}.yaml"
    if not file.is_file():
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    tree = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
    return {code: tuple(_pattern(one) for one in entries) for code, entries in tree.items()}


@lru_cache(maxsize=4096)
def hits(code: str, language: str, text: str) -> tuple[Hit, ...]:
    """Where the text holds words that the rule looks for, in their order."""
    if not _is_suspect(language, text):
        return ()
    small = small_letters(text)
    found = (hit for pattern in patterns(language).get(code, ()) for hit in _of(pattern, small))
    return tuple(sorted(found, key=lambda hit: (hit.start, hit.end)))


def small_letters(text: str) -> str:
    """The text in small letters, of the same length, with addresses blanked: an address is no wording."""
    small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _ADDRESS.sub(lambda found: " " * len(found[0]), small)


def sentence(text: str, place: int) -> str:
    """The sentence in which a place of the text stands."""
    ends = [0, *(end.end() for end in _SENTENCE_END.finditer(text)), len(text)]
    return next(text[start:end] for start, end in pairwise(ends) if place < end or end == len(text))


def _wide(find: str) -> str:
    """The expression with any space, line break or mark of emphasis where it has one space between words."""
    return _SPACES.sub(lambda found: found["kept"] or (r"[\s*_]*" if found["may"] else r"[\s*_]+"), find)


def _of(pattern: Pattern, text: str) -> Iterator[Hit]:
    for found in pattern.looked_for.finditer(text):
        if pattern.sparing is None or not pattern.sparing.search(sentence(text, found.start())):
            yield Hit(found.start(), found.end(), pattern.write)


def _pattern(entry: Mapping[str, object]) -> Pattern:
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Pattern(lists["find"], str(entry.get("write", "")), lists.get("unless", ()))


@lru_cache(maxsize=4096)
def _is_suspect(language: str, text: str) -> bool:
    """Whether any rule finds anything: most texts are clean, and are looked at once for all rules."""
    looked_for = _anything(language)
    return looked_for is not None and looked_for.search(small_letters(text)) is not None


@lru_cache
def _anything(language: str) -> re.Pattern[str] | None:
    sources = [pattern.source for entries in patterns(language).values() for pattern in entries]
    return re.compile("|".join(sources)) if sources else None
