"""The owner's words of one register in one language: the register's file, then the site's, then the package's."""

from notice.findings import Finding, Level, Span
from notice.load.shelf import Shelf
from notice.words import Layer, Tree, Words, standard
from notice.yaml import Place, Reading


def words_of(language: str, register: str, shelf: Shelf) -> Words:
    """The words in order of precedence. A file that does not exist is an empty layer: nothing need be overridden."""
    files = (f"content/{language}/{register}.yaml", f"content/{language}/site.yaml")
    own = tuple(_layer(shelf.reading(file, optional=True), file, shelf) for file in files)
    return Words(language, (*own, standard(language)))


def _layer(reading: Reading, file: str, shelf: Shelf) -> Layer:
    tree: Tree = reading.tree
    spans = {path: _mark(place) for path, place in reading.places.items()}
    if tree is None:
        return Layer({}, file, spans)
    if not isinstance(tree, dict):
        shelf.findings.append(_no_words(reading.places[()].value, f"`{file}` holds no mapping of words"))
        return Layer({}, file, spans)
    for path, place in reading.places.items():
        if _is_list(tree, path):
            shelf.findings.append(_no_words(place.value, f"`{path[-1]}` is a list, and words are texts"))
    return Layer(tree, file, spans)


def _is_list(tree: Tree, path: tuple[str, ...]) -> bool:
    for step in path:
        if not isinstance(tree, dict):
            return False
        tree = tree[step]
    return isinstance(tree, list)


def _mark(place: Place) -> Span:
    one_line = place.value.line == place.value.end_line
    return place.value if one_line or place.key is None else place.key


def _no_words(span: Span, message: str) -> Finding:
    return Finding(
        span=span,
        code="Y005",
        name="wrong-shape",
        level=Level.ERROR,
        message=message,
        mark="a text belongs here",
        help="write the id and its words: `name: …`; several sentences stand after `|`, indented",
    )
