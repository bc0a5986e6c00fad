"""One finished file of the site, not yet on disk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """`path` is where the file goes, relative to the site, with forward slashes; `body` is what it holds."""

    path: str
    body: bytes
