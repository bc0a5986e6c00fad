"""The YAML files of one site: each is read once, and what was wrong with it is kept."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from notice.files import TooLarge, Unopened, read_file
from notice.findings import FactPath, Finding, Span
from notice.load.faults import fault, unsafe_file
from notice.yaml import Place, Reading, Tree, read
from notice.yaml.decode import LARGEST, too_large


@dataclass
class Shelf:
    """The files below `folder`, read on demand. `sources` are the texts that were read, by relative path.

    `laid` are files as they would be: they are read instead of those on disk.
    """

    folder: Path
    laid: Mapping[str, bytes] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _read: dict[str, Reading] = field(default_factory=dict)

    @property
    def places(self) -> dict[str, Mapping[FactPath, Place]]:
        """Where each value of every file that was read stands."""
        return {file: reading.places for file, reading in self._read.items()}

    @property
    def trees(self) -> dict[str, Tree]:
        """What every file that was read says."""
        return {file: reading.tree for file, reading in self._read.items()}

    @property
    def asked(self) -> Set[str]:
        """Every file that the site was asked for, whether or not it could be read."""
        return self._read.keys() | self.laid.keys()

    def reading(self, file: str, *, optional: bool = False) -> Reading:
        """What the file holds. One that is missing has no places, and is a finding unless it is `optional`."""
        if file not in self._read:
            self._read[file] = self._fresh(file, optional)
            self.findings += self._read[file].findings
        return self._read[file]

    def _fresh(self, file: str, optional: bool) -> Reading:
        if file in self.laid:
            return self._read_bytes(self.laid[file], file)
        try:
            source = read_file(self.folder, file, LARGEST)
        except FileNotFoundError:
            return Reading(None, {}, () if optional else (_missing(file, f"`{file}` does not exist"),))
        except TooLarge as refused:
            return Reading(None, {}, (too_large(refused.size, file),))
        except Unopened as refused:
            return Reading(None, {}, (unsafe_file(refused),))
        except OSError as error:
            return Reading(None, {}, (unreadable(file, error),))
        return self._read_bytes(source, file)

    def _read_bytes(self, source: bytes, file: str) -> Reading:
        self.sources[file] = source.decode("utf-8", errors="replace")
        return read(source, file)


def unreadable(file: str, error: OSError) -> Finding:
    """The finding for a file or folder that the system does not let be read."""
    return _missing(file, f"`{file}` cannot be opened: {error.strerror}")


def _missing(file: str, message: str) -> Finding:
    help = "write the file, or take its name out of `registers:` in `content/site.yaml`"
    if not file.startswith("content/registers/"):
        help = "see to it that the file is there and can be read"
    if file == "content/controller.yaml":
        help = "write the file: it says who is responsible, such as `name: …`, `email: …`, `address: {street: …}`"
    return fault("Y014", Span(file), message, help=help)
