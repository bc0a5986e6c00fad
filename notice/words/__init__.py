"""Look up words by id: the owner's first, then the package's, in one language without fallback.

A thing's words are a scalar (its name) or a mapping (`name`, `text`, …), so `("data", "email")` and
`("data", "email", "name")` find the same word.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate

from notice.data import locale, tree_of_folder
from notice.findings import FactPath, Span

Tree = None | str | list["Tree"] | dict[str, "Tree"]


@dataclass(frozen=True)
class Layer:
    """The words of one file, or of the package: a tree of mappings with text at the leaves.

    `file` is "" for the package; `spans` are the places of an owner's words in the `source`, the file's text, and
    `keys` those of the keys.
    A layer is `broken` when its file could not be read, so that its missing words are unknown.
    """

    tree: Mapping[str, Tree]
    file: str = ""
    spans: Mapping[FactPath, Span] = field(default_factory=dict)
    broken: bool = False
    source: str = ""
    keys: Mapping[FactPath, Span] = field(default_factory=dict)

    @cached_property
    def flat(self) -> Mapping[FactPath, str]:
        """Every word by its path; a thing's name has two paths, the thing's own and `name` below it."""
        words: dict[FactPath, str] = {}
        for path, text in _leaves(self.tree):
            words[path] = text
            words.setdefault((*path, "name"), text)
            if path[-1] == "name":
                words[path[:-1]] = text
        return words

    @cached_property
    def begins(self) -> tuple[int, ...]:
        """Where each line of the source begins, and where the last one ends."""
        return (0, *accumulate(len(line) for line in self.source.splitlines(keepends=True)))

    @cached_property
    def starts(self) -> list[tuple[int, int]]:
        """Line and column of every word, in the order of the file."""
        return sorted((span.line, span.column) for span in self.spans.values())


@dataclass(frozen=True, eq=False)
class Words:
    """Every word of one language that a notice may use, in layers; the first layer that has a word wins.

    Compared by identity.
    """

    language: str
    layers: tuple[Layer, ...]

    @property
    def broken(self) -> bool:
        """True when a file of this language could not be read, so that no word can be called missing."""
        return any(layer.broken for layer in self.layers)

    def find(self, *path: str) -> str | None:
        """The word, or None when no layer has it. An empty word is no word."""
        for words in self._filled:
            if word := words.get(path):
                return word
        return None

    def find_in_register(self, *path: str) -> str | None:
        """The word of the register's own file, the first layer; None where it has none."""
        return self.layers[0].flat.get(path) or None

    @cached_property
    def _filled(self) -> tuple[Mapping[FactPath, str], ...]:
        return tuple(layer.flat for layer in self.layers if layer.tree)

    def ids(self, *path: str) -> frozenset[str]:
        """The ids under `path` in any layer, for suggesting the nearest."""
        trees = (_descend(layer.tree, path) for layer in self.layers)
        return frozenset(key for tree in trees if isinstance(tree, dict) for key in tree)

    @cached_property
    def owned(self) -> tuple[tuple[FactPath, str, Layer], ...]:
        """Every word of the owner: its path, its text, its layer."""
        return tuple((path, text, layer) for layer in self.layers if layer.file for path, text in _leaves(layer.tree))


@lru_cache
def standard(language: str) -> Layer:
    """The package's words of a language; an empty layer for a language without any."""
    folder = locale(language) / "notice"
    return Layer(tree_of_folder(folder) if folder.is_dir() else {})


def _descend(tree: object, path: FactPath) -> object:
    for step in path:
        if not isinstance(tree, dict):
            return None
        tree = tree.get(step)
    return tree


def _leaves(tree: Mapping[str, Tree], path: FactPath = ()) -> Iterator[tuple[FactPath, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*path, key))
        elif isinstance(value, str):
            yield (*path, key), value
