"""One finding: where it stands, which rule it broke, and what to write instead."""

from dataclasses import dataclass, field
from enum import StrEnum

FactPath = tuple[str, ...]
"""The way to a fact, outermost key first: `("purposes", "orders", "keep")`. A list's items count from `"0"`."""


def dotted(path: FactPath) -> str:
    """The path as people write it: `purposes.orders.keep`."""
    return ".".join(path)


class Level(StrEnum):
    """How much a finding weighs: only an `ERROR` keeps a site from being built."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def reaches(self, other: "Level") -> bool:
        """True when it weighs as much as the other, or more."""
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
    """A mechanical mend: `text` instead of what stands at `span`, as long as that still is `old`."""

    span: Span
    text: str
    old: str


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """A fault, found at a place.

    `message` is one sentence that names the owner's own words; `mark` stands under the marked text and
    `help` says what to write instead. `cites` are the provisions that ask for it, ready to print.
    `fact` is the dotted path of the fact; it begins with `controller` or `site` for theirs, with the language for a
    word, and is "" where a whole file is the matter. `edits` mend the fault where that takes no judgement.
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
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, order=True, slots=True)
class Waived:
    """A finding that the owner waived: it is told on request and does not count. `until` is the last day of it."""

    finding: Finding
    reason: str
    until: str
