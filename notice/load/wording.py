"""The owner's words of one register in one language: the register's file, then the site's, then the package's."""

from collections.abc import Iterator, Mapping

from notice.findings import Finding, Span
from notice.load.faults import fault, underlined
from notice.load.shelf import Shelf
from notice.words import Layer, Tree, Words, standard
from notice.yaml import Reading


def words_of(language: str, register: str, shelf: Shelf) -> Words:
    """The words in order of precedence. A file that does not exist is an empty layer: nothing need be overridden."""
    files = (f"content/{language}/{register}.yaml", f"content/{language}/site.yaml")
    own = tuple(_layer(shelf.reading(file, optional=True), file, shelf) for file in files)
    return Words(language, (*own, standard(language)))


def taken_slugs(words: Mapping[tuple[str, str], Words]) -> Iterator[Finding]:
    """A finding for each register whose slug an earlier one has in the same language; `words` by register, language."""
    first: dict[tuple[str, str], str] = {}
    for (register, language), one in words.items():
        slug = (one.find("slug") or "").strip()
        owner = first.setdefault((language, slug), register)
        if slug and owner != register:
            layer = next(layer for layer in one.layers if ("slug",) in layer.spans)
            message = f"The slug “{slug}” is that of the register “{owner}” too ({language})"
            help = "give each register a slug of its own: it is the notice's address"
            yield fault("Y021", layer.spans["slug",], message, "taken", help)


def _layer(reading: Reading, file: str, shelf: Shelf) -> Layer:
    tree: Tree = reading.tree
    spans = {path: underlined(place) for path, place in reading.places.items()}
    if tree is None:
        unreadable = bool(reading.findings) and not reading.places
        return Layer({}, file, spans, broken=unreadable)
    if not isinstance(tree, dict):
        shelf.findings.append(_no_words(reading.places[()].value, f"`{file}` holds no ids with words"))
        return Layer({}, file, spans, broken=True)
    for path, place in reading.places.items():
        if _is_list(tree, path):
            shelf.findings.append(_no_words(place.value, f"`{path[-1]}` is a list, and words are texts"))
    keys = {path: place.key for path, place in reading.places.items() if place.key is not None}
    return Layer(tree, file, spans, source=shelf.sources.get(file, ""), keys=keys)


def _is_list(tree: Tree, path: tuple[str, ...]) -> bool:
    for step in path:
        if not isinstance(tree, dict):
            return False
        tree = tree[step]
    return isinstance(tree, list)


def _no_words(span: Span, message: str) -> Finding:
    help = "write the id and its words: `name: …`; several sentences stand after `|`, indented"
    return fault("Y005", span, message, "a text belongs here", help)
