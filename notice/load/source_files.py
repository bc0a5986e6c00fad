"""The files of a site, each read once, and the words of a register in one language, in their order of precedence."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from notice.files import TooLarge, Unopened, read_file
from notice.findings import FactPath, Finding, Span
from notice.load.findings import fault, underlined, unsafe_file
from notice.load.renaming import TERMS, with_new_names
from notice.words import Layer, Words, standard
from notice.yamlreader import Place, Reading, Tree, read
from notice.yamlreader.source import LARGEST, too_large


@dataclass
class SourceFiles:
    """The files below `folder`, read on demand. `sources` are the texts that were read, by relative path.

    `overlay` maps relative paths to contents that replace the files on disk.
    """

    folder: Path
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    _read: dict[str, Reading] = field(default_factory=dict)
    _layers: dict[str, Layer] = field(default_factory=dict)

    @property
    def places(self) -> dict[str, Mapping[FactPath, Place]]:
        """The places of the values of every file that was read."""
        return {file: reading.places for file, reading in self._read.items()}

    @property
    def trees(self) -> dict[str, Tree]:
        """What every file that was read says."""
        return {file: reading.tree for file, reading in self._read.items()}

    @property
    def asked(self) -> Set[str]:
        """Every file that the site was asked for, whether or not it could be read."""
        return self._read.keys() | self.overlay.keys()

    def reading(self, file: str, *, optional: bool = False) -> Reading:
        """What the file holds. One that is missing has no places, and is a finding unless it is `optional`."""
        if file not in self._read:
            self._read[file] = self._fresh(file, optional)
            self.findings += self._read[file].findings
        return self._read[file]

    def layer(self, file: str) -> Layer:
        """The words of the file, an empty layer for one that does not exist; the same for every register."""
        if file not in self._layers:
            self._layers[file] = _layer(self.reading(file, optional=True), file, self)
        return self._layers[file]

    def _fresh(self, file: str, optional: bool) -> Reading:
        if file in self.overlay:
            return self._read_bytes(self.overlay[file], file)
        try:
            source = read_file(self.folder, file, LARGEST)
        except FileNotFoundError:
            return Reading(None, {}, () if optional else (_missing(file),))
        except TooLarge as refused:
            return Reading(None, {}, (too_large(refused.size, file),))
        except Unopened as refused:
            return Reading(None, {}, (unsafe_file(refused),))
        except OSError as error:
            return Reading(None, {}, (unreadable(file, error),))
        return self._read_bytes(source, file)

    def _read_bytes(self, source: bytes, file: str) -> Reading:
        self.sources[file] = source.decode("utf-8", errors="replace")
        return with_new_names(read(source, file), file, lambda: self.reading(TERMS, optional=True))


def unreadable(file: str, error: OSError) -> Finding:
    """The finding for a file or folder that the system does not let be read."""
    return fault("Y014", Span(file), f"unreadable{_help(file)}", file=file, error=error.strerror)


def _missing(file: str) -> Finding:
    return fault("Y014", Span(file), f"missing{_help(file)}", file=file)


def _help(file: str) -> str:
    """The step to the message with the help for this kind of file."""
    if file.startswith("content/registers/"):
        return ".register"
    return ".controller" if file == "content/controller.yaml" else ""


def words_of(language: str, register: str, files: SourceFiles) -> Words:
    """The words in order of precedence. A file that does not exist is an empty layer: nothing need be overridden."""
    names = (f"content/{language}/{register}.yaml", f"content/{language}/site.yaml")
    own = tuple(files.layer(name) for name in names)
    return Words(language, (*own, standard(language)))


def taken_slugs(words: Mapping[tuple[str, str], Words]) -> Iterator[Finding]:
    """A finding for each register whose slug an earlier one has in the same language; `words` by register, language."""
    first: dict[tuple[str, str], str] = {}
    for (register, language), one in words.items():
        slug = (one.find("slug") or "").strip()
        owner = first.setdefault((language, slug), register)
        if slug and owner != register:
            layer = next(layer for layer in one.layers if ("slug",) in layer.spans)
            yield fault("Y021", layer.spans["slug",], slug=slug, register=owner, language=language)


def _layer(reading: Reading, file: str, files: SourceFiles) -> Layer:
    tree: Tree = reading.tree
    spans = {path: underlined(place) for path, place in reading.places.items()}
    if tree is None:
        unreadable = bool(reading.findings) and not reading.places
        return Layer({}, file, spans, broken=unreadable)
    if not isinstance(tree, dict):
        files.findings.append(fault("Y005", reading.places[()].value, "words", file=file))
        return Layer({}, file, spans, broken=True)
    for path, place in reading.places.items():
        if _is_list(tree, path):
            files.findings.append(fault("Y005", place.value, "words.list", key=path[-1]))
    keys = {path: place.key for path, place in reading.places.items() if place.key is not None}
    return Layer(tree, file, spans, source=files.sources.get(file, ""), keys=keys)


def _is_list(tree: Tree, path: tuple[str, ...]) -> bool:
    for step in path:
        if not isinstance(tree, dict):
            return False
        tree = tree[step]
    return isinstance(tree, list)
