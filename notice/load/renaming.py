"""Read the old names of renamed keys and ids as the new ones, with a finding for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from notice.findings import NO_FIX, FactPath, Finding, Span, dotted, safe, write
from notice.load.findings import fault
from notice.load.slips import replacement
from notice.model import renamed
from notice.model.controller import Controller
from notice.model.fields import Facts
from notice.model.register import Register
from notice.model.shapes import Field, Shape, fields
from notice.model.site import Site
from notice.model.vocabulary import Vocabulary
from notice.model.waiver import Waivers
from notice.yamlreader import Place, Reading, Tree

TERMS = "content/vocabulary.yaml"

MODELS: dict[str, type[Facts]] = {
    "content/site.yaml": Site,
    "content/controller.yaml": Controller,
    TERMS: Vocabulary,
}
"""The models of the files that every site has; the other files have their models by their folders."""


class _Point(NamedTuple):
    """A point of the model: the shape of what may be written there, and the kind of the ids in it."""

    shape: Shape | None = None
    kind: str = ""


def with_new_names(reading: Reading, file: str, terms: Callable[[], Reading]) -> Reading:
    """The reading with the new names of what was renamed, at the places of the old ones.

    `terms` reads the site's own vocabulary: the ids that it declares are the owner's, and keep their names.
    """
    if not (renamed.KEYS or renamed.IDS) or not reading.tree:
        return reading
    walk = _Walk(reading.places, file, _declared(reading if file == TERMS else terms()))
    tree = walk.file(reading.tree)
    if not walk.findings:
        return reading
    places = {walk.path(path): place for path, place in reading.places.items()}
    return Reading(tree, places, tuple(sorted((*reading.findings, *walk.findings))))


@dataclass
class _Walk:
    """The walk through one file; `moved` has the new last step of every path that ended with an old name."""

    places: Mapping[FactPath, Place]
    name: str
    declared: Mapping[str, frozenset[str]]
    findings: list[Finding] = field(default_factory=list)
    moved: dict[FactPath, str] = field(default_factory=dict)

    def file(self, tree: Tree) -> Tree:
        """The tree of the file."""
        path = PurePosixPath(self.name)
        if self.name == "content/waivers.yaml":
            return self._tree(tree, _Point(Shape(item=fields(Waivers)["waivers"].shape.item)), ())
        if model := Register if path.parent.name == "registers" else MODELS.get(self.name):
            return self._tree(tree, _Point(Shape(model=model)), ())
        return self._words(tree)

    def path(self, path: FactPath) -> FactPath:
        """The path with the new names."""
        return tuple(self.moved.get(path[: index + 1], step) for index, step in enumerate(path))

    def _words(self, tree: Tree) -> Tree:
        """Words of things by kind and id; their other keys are ids of the package's texts."""
        if not isinstance(tree, dict):
            return tree
        return {
            key: self._mapping(words, _Point(Shape(entry=Shape()), key.replace("-", "_")), (key,))
            if isinstance(words, dict)
            else words
            for key, words in tree.items()
        }

    def _tree(self, tree: Tree, point: _Point, path: FactPath) -> Tree:
        if isinstance(tree, dict):
            return self._mapping(tree, point, path)
        if isinstance(tree, list):
            return self._items(tree, point, path)
        return self._scalar(tree, point, path) if tree else tree

    def _mapping(self, tree: dict[str, Tree], point: _Point, path: FactPath) -> dict[str, Tree]:
        named: dict[str, Tree] = {}
        for old, value in tree.items():
            new, below = self._below(point, old)
            at = (*path, old)
            if (*path, old) == ("confirm",) and isinstance(value, dict):
                named[old] = self._reasons(value, point)
                continue
            if new != old and new not in tree:
                self._renamed(self.places[at].key, old, new)
                self.moved[at] = new
            else:
                new = old
            named[new] = self._tree(value, below, at)
        return named

    def _items(self, tree: list[Tree], point: _Point, path: FactPath) -> list[Tree]:
        inner = _Point(point.shape.item if point.shape else None, point.kind)
        items: list[Tree] = []
        for index, item in enumerate(tree):
            is_there = isinstance(item, str) and self._id(point.kind, item) in tree
            items.append(item if is_there else self._tree(item, inner, (*path, str(index))))
        return items

    def _scalar(self, text: str, point: _Point, path: FactPath) -> str:
        if self.name == "content/waivers.yaml" and path[1:] == ("at",):
            new = self._place_in_site(text)
        else:
            new = self._id(_kind_of_text(point), text)
        if new != text:
            self._renamed(self.places[path].value, text, new)
        return new

    def _reasons(self, tree: dict[str, Tree], point: _Point) -> dict[str, Tree]:
        """The reasons of `confirm`, whose keys are the dotted paths of facts."""
        named: dict[str, Tree] = {}
        for old, reason in tree.items():
            new = self._dotted(old, point)
            if new != old and new not in tree:
                self._renamed(self.places["confirm", old].key, old, new)
                self.moved["confirm", old] = new
            else:
                new = old
            named[new] = reason
        return named

    def _place_in_site(self, text: str) -> str:
        """The place of a waiver: the register, `controller` or `site`, and the path of the fact."""
        root, dot, rest = text.partition(".")
        model = MODELS.get(f"content/{root}.yaml", Register)
        return f"{root}{dot}{self._dotted(rest, _Point(Shape(model=model)))}"

    def _dotted(self, text: str, point: _Point) -> str:
        steps = []
        for step in text.split("."):
            new, point = self._below(point, step)
            steps.append(new)
        return dotted(tuple(steps))

    def _below(self, point: _Point, step: str) -> tuple[str, _Point]:
        """The new name of a key, an id or a position at a point, and the point that it leads to."""
        shape = point.shape
        if shape is not None and shape.item is not None:
            if step.isdecimal():
                return step, _Point(shape.item, point.kind)
            shape = shape.item  # a lone item is written without a list
        if shape is None:
            return step, _Point()
        if shape.entry is not None:
            return self._id(point.kind, step), _Point(shape.entry)
        if shape.model is None:
            return step, _Point()
        key = renamed.new_key(shape.model, step) or step
        found = fields(shape.model).get(key)
        return key, _Point(found.shape, _kind(found)) if found else _Point()

    def _id(self, kind: str, id: str) -> str:
        if id in self.declared.get(kind, ()):
            return id
        return renamed.new_id(kind, id) or id

    def _renamed(self, span: Span | None, old: str, new: str) -> None:
        assert span is not None
        edit = replacement(span, old, new)
        fix = safe(edit) if edit else NO_FIX
        self.findings.append(fault("Y026", span, "", write(new), fix=fix, old=old, new=new))


def _declared(terms: Reading) -> Mapping[str, frozenset[str]]:
    """The ids by kind that a vocabulary declares."""
    kinds = terms.tree.items() if isinstance(terms.tree, dict) else ()
    return {kind.replace("-", "_"): frozenset(ids) for kind, ids in kinds if isinstance(ids, dict)}


def _kind(found: Field) -> str:
    """The kind of the ids of a field: those that it takes, or those of its entries."""
    refers = found.refers or found.keyed_by
    return refers.kind if refers else found.name if found.shape.entry is not None else ""


def _kind_of_text(point: _Point) -> str:
    """The kind of the id that a text is; a text may be the short form of a mapping."""
    model = point.shape and point.shape.mapping
    if model is None or point.shape is None:
        return point.kind
    short = fields(model).get((point.shape.item or point.shape).form.short)
    return _kind(short) if short else ""
