"""One finished file of the site, not yet on disk, and its kind."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """The kind of a file, by which verification reads it."""

    PAGE = "page"
    FRAGMENT = "fragment"
    """A part of a page, as HTML, for a page of another website."""
    STYLE = "style"
    XML = "xml"
    """A drawing or a site map, which browsers open like a page."""
    PDF = "pdf"
    PICTURE = "picture"
    FONT = "font"
    DATA = "data"
    """Facts for programs, as JSON."""
    TEXT = "text"
    """Plain text: shown as it is, loads nothing."""


_READ_AS: dict[str, tuple[Kind, ...]] = {
    ".htm": (Kind.PAGE, Kind.FRAGMENT),
    ".html": (Kind.PAGE, Kind.FRAGMENT),
    ".xhtml": (Kind.PAGE,),
    ".css": (Kind.STYLE,),
    ".svg": (Kind.XML,),
    ".xml": (Kind.XML,),
    ".js": (),
    ".mjs": (),
}
"""How browsers read a file by its suffix, whatever its declared kind; no kind is a script."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file: `path` is relative to the site, with forward slashes; `body` is its content.

    Raises `ValueError` where browsers would read the file as another kind.
    """

    path: str
    body: bytes
    kind: Kind

    def __post_init__(self) -> None:
        suffix = PurePosixPath(self.path).suffix.lower()
        if self.kind not in _READ_AS.get(suffix, (self.kind,)):
            raise ValueError(f"{self.path} is no artifact of the kind “{self.kind}”: browsers read {suffix} otherwise")
