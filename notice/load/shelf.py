"""The YAML files of one site: each is read once, and what was wrong with it is kept."""

from dataclasses import dataclass, field
from pathlib import Path

from notice.findings import Finding, Level, Span
from notice.yaml import Place, Reading, read


@dataclass
class Shelf:
    """The files below `folder`, read on demand. `sources` are the texts that were read, by relative path."""

    folder: Path
    sources: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _read: dict[str, Reading] = field(default_factory=dict)

    def reading(self, file: str, *, optional: bool = False) -> Reading:
        """What the file holds. A missing one is a finding, unless it is `optional`, and reads as empty."""
        if file not in self._read:
            self._read[file] = self._fresh(file, optional)
        return self._read[file]

    def _fresh(self, file: str, optional: bool) -> Reading:
        path = self.folder / file
        if not _is_file(path):
            if not optional:
                self.findings.append(_missing(file))
            return Reading(tree=None, places={(): Place(None, Span(file))}, findings=())
        try:
            source = path.read_bytes()
        except OSError as error:
            self.findings.append(_missing(file, f"`{file}` cannot be opened: {error.strerror}"))
            return Reading(tree=None, places={(): Place(None, Span(file))}, findings=())
        self.sources[file] = source.decode("utf-8", errors="replace")
        reading = read(source, file)
        self.findings += reading.findings
        return reading


def _is_file(path: Path) -> bool:
    """Whether the file is there; a name that no file can have is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _missing(file: str, message: str = "") -> Finding:
    return Finding(
        span=Span(file),
        code="Y014",
        name="file-missing",
        level=Level.ERROR,
        message=message or f"`{file}` does not exist",
        help="write the file, or take its name out of `content/site.yaml`",
    )
