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
class Finding:
    """A fault, found at a place.

    `message` is one sentence that names the owner's own words; `mark` stands under the marked text and
    `help` says what to write instead. `cites` are the provisions that ask for it, ready to print.
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
