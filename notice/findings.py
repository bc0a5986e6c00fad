"""Findings: their place, rule, suggestion and fix; and the nearest known word to an unknown one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from pathlib import PurePath
from typing import Literal

FactPath = tuple[str, ...]
"""The path of a fact, outermost key first: `("purposes", "orders", "keep")`. A list's items are `"0"`, `"1"`, …"""


def dotted(path: FactPath) -> str:
    """The path as people write it: `purposes.orders.keep`."""
    return ".".join(path)


class Level(StrEnum):
    """The severity of a finding: only an `ERROR` prevents a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, other: "Level") -> bool:
        """True when it is at least as severe as the other."""
        order = list(Level)
        return order.index(self) <= order.index(other)


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of a text file.

    `file` is relative to the site's folder, with forward slashes.
    Lines and columns count from 1, columns in code points; the end is exclusive.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """A replacement of the text `old` at `span` by `text`; it applies only while `old` is still there."""

    span: Span
    text: str
    old: str


@dataclass(frozen=True, order=True, slots=True)
class Fix:
    """The edits that correct a finding; false if there are none.

    A `safe` fix preserves the meaning, such as the fix of a typing error. An `unsafe` one may change it: it inserts
    another id, or deletes what the owner wrote.
    """

    grade: Literal["", "safe", "unsafe"] = ""
    edits: tuple[Edit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edits)


NO_FIX = Fix()


def safe(*edits: Edit) -> Fix:
    """A fix that preserves the meaning."""
    return Fix("safe", edits)


def unsafe(*edits: Edit) -> Fix:
    """A fix that may change a meaning, or that deletes."""
    return Fix("unsafe", edits)


@dataclass(frozen=True, order=True, slots=True)
class Suggestion:
    """A suggestion, by its kind: the `near` word that was meant, a key to `add`, a value to `write`."""

    kind: Literal["", "near", "add", "write"] = ""
    text: str = ""


def near(word: str) -> Suggestion:
    """The known word that was probably meant."""
    return Suggestion("near", word)


def add(key: str) -> Suggestion:
    """The key that has to be added."""
    return Suggestion("add", f"{key}:")


def write(text: str) -> Suggestion:
    """The text to write instead."""
    return Suggestion("write", text)


Arguments = tuple[tuple[str, str], ...]
"""The values of a message's placeholders, by name: ids, the owner's words, values as the YAML writes them."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A violation of a rule, as parts from which the text is made at the edge; the rule turns it into a finding.

    `path` is the fact's address, () for a place that is no fact, such as a word. `message` is the key of one of the
    rule's messages, "" for its only one.
    """

    path: FactPath
    message: str
    arguments: Arguments
    span: Span
    suggestion: Suggestion = Suggestion()
    fix: Fix = NO_FIX


def violation_at(
    span: Span,
    message: str = "",
    suggestion: Suggestion | None = None,
    *,
    path: FactPath = (),
    fix: Fix | None = None,
    **arguments: object,
) -> Violation:
    """A violation at a place without a cursor, such as a word; `message` as in `Violation`."""
    return Violation(path, message, texts(arguments), span, suggestion or Suggestion(), fix or NO_FIX)


def texts(arguments: Mapping[str, object]) -> Arguments:
    """The arguments of a message as text; a list of ids is joined by commas, a path has forward slashes."""
    return tuple((name, _text(value)) for name, value in arguments.items())


def _text(value: object) -> str:
    if isinstance(value, PurePath):
        return value.as_posix()
    return ", ".join(map(str, value)) if isinstance(value, tuple | list | frozenset | set) else str(value)


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """A fault at a place.

    `message` is one sentence that names the owner's own words; `mark` is printed under the marked text and
    `help` says what to write instead. `cites` are the provisions that ask for it, ready to print.
    `fact` is the dotted path of the fact; it begins with `controller` or `site` for theirs, with the language for a
    word, and is "" where a whole file is the matter. `fix` corrects the fault where the correction is known.
    Findings sort by place, then by code: the same run prints the same list.
    """

    span: Span
    code: str
    name: str
    level: Level
    message: str
    mark: str = ""
    help: str = ""
    cites: tuple[str, ...] = field(default=())
    fact: str = ""
    fix: Fix = NO_FIX
    key: str = ""
    arguments: Arguments = ()
    suggestion: Suggestion = Suggestion()


@dataclass(frozen=True, order=True, slots=True)
class Waived:
    """A finding suppressed by a waiver; listed only with `--show-waived`. `until` is the waiver's last day."""

    finding: Finding
    reason: str
    until: str


LIKENESS = 0.6
"""The least likeness of a suggestion, from 0 to 1."""


def nearest(word: str, known: Iterable[str], likeness: float = LIKENESS) -> str | None:
    """The known word that is most like `word`; None where none is like it."""
    return next(iter(all_near(word, known, 1, likeness)), None)


def all_near(word: str, known: Iterable[str], most: int, likeness: float = LIKENESS) -> list[str]:
    """At most `most` known words that are like `word`, the most alike first."""
    return get_close_matches(word, list(known), most, likeness)
