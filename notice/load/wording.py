"""The owner's words of one register in one language: the register's file, then the site's, then the package's."""

from collections.abc import Iterator, Mapping

from notice.findings import Finding
from notice.load.findings import fault, underlined
from notice.load.source_files import SourceFiles
from notice.words import Layer, Tree, Words, standard
from notice.yamlreader import Reading


def words_of(language: str, register: str, files: SourceFiles) -> Words:
    """The words in order of precedence. A file that does not exist is an empty layer: nothing need be overridden."""
    names = (f"content/{language}/{register}.yaml", f"content/{language}/site.yaml")
    own = tuple(_layer(files.reading(name, optional=True), name, files) for name in names)
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
