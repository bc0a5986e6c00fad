"""Generate faults by walking the model: every fact of a complete register removed, misspelt, or made unreadable."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from mutation.completed import Tree, completed
from mutation.expected import expected
from mutation.fields import Field, field_at

from notice.model.fields import Duration

Path = tuple[str, ...]


@dataclass(frozen=True)
class Mutant:
    """One fault: the register, the file, the path, the kind of change, the changed files, and the expected codes.

    One of `codes` must be reported, at the line of the deepest remaining key on the path.
    """

    preset: str
    file: str
    path: Path
    change: str
    files: Mapping[str, Tree]
    codes: frozenset[str]

    @property
    def name(self) -> str:
        """Its name in a report."""
        return f"{self.preset}: {self.file.removeprefix('content/')}: {'.'.join(self.path)} {self.change}"


def mutants(preset: str) -> Iterator[Mutant]:
    """Every fault of one register, in the order of its files."""
    files = completed(preset)
    for file, path, value in facts_of(files):
        for change, mutated, codes in _changes(file, files[file], path, value):
            yield Mutant(preset, file, path, change, {**files, file: mutated}, codes)


def facts_of(files: Mapping[str, Tree]) -> Iterator[tuple[str, Path, object]]:
    """Every fact of the files of facts: the file, the path, and the value."""
    for file, tree in files.items():
        if "/registers/" in file or file in ("content/site.yaml", "content/controller.yaml"):
            yield from ((file, path, value) for path, value in _facts(tree))


def _facts(tree: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every key and every item, outermost first."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in steps:
        yield (*path, str(step)), value
        yield from _facts(value, (*path, str(step)))


def _changes(file: str, tree: Tree, path: Path, value: object) -> Iterator[tuple[str, Tree, frozenset[str]]]:
    field = field_at(file, path)
    if codes := expected(field.name, tree, path):
        yield "taken out", _without(tree, path), codes
    if not path[-1].isdecimal() and not field.name.endswith(".*"):
        yield "misspelt", _renamed(tree, path, f"{path[-1]}x"), frozenset({"Y004"})
    if isinstance(value, str):
        for change, wrong, answer in _wrong(field, value):
            yield change, _with(tree, path, wrong), frozenset(answer.split())
    elif value not in ({}, []):
        yield "of another shape", _with(tree, path, "x y"), frozenset({"Y005", "Y006", "Y007", "Y020"})


def _wrong(field: Field, value: str) -> Iterator[tuple[str, object, str]]:
    """Invalid values, by the kind of the field."""
    if field.is_of(date):
        yield "no such day", "2026-02-30", "Y006"
    elif field.is_of(Duration):
        yield "no such time", "3 yers", "Y006"
    elif field.is_of(bool):
        yield "neither yes nor no", "perhaps", "Y006"
    elif field.words() and "none" not in field.words() and value != "none":
        yield "no such word", f"{value}x", "Y006 Y007"
    elif field.key == "country":
        yield "no such country", "QQ", "Y006"
    elif field.key == "email":
        yield "no address", "tietosuoja", "Y006"
    elif _is_id(field, value):
        yield "no such id", f"{value}x", "Y006 Y007 Y014 Y018 Y019"
    yield "keys where a word belongs", {"a": {"b": "c"}}, "Y004 Y005 Y006 Y007 D003"


def _is_id(field: Field, value: str) -> bool:
    """True for an id: neither free text nor `none`."""
    text = (
        "name",
        "business-id",
        "vat-id",
        "phone",
        "street",
        "postcode",
        "city",
        "named",
        "section",
        "copy",
        "address",
    )
    return value != "none" and field.key not in (*text, "email") and not field.key.startswith("languages")


def _with(tree: Tree, path: Path, value: object) -> Tree:
    changed = deepcopy(tree)
    holder = _holder(changed, path)
    if isinstance(holder, list):
        holder[int(path[-1])] = value
    else:
        holder[path[-1]] = value
    return changed


def _without(tree: Tree, path: Path) -> Tree:
    changed = deepcopy(tree)
    holder = _holder(changed, path)
    assert isinstance(holder, dict)
    del holder[path[-1]]
    return changed


def _renamed(tree: Tree, path: Path, key: str) -> Tree:
    changed = deepcopy(tree)
    holder = _holder(changed, path)
    assert isinstance(holder, dict)
    kept = {key if one == path[-1] else one: value for one, value in holder.items()}
    holder.clear()
    holder.update(kept)
    return changed


def _holder(tree: object, path: Path) -> "dict[str, object] | list[object]":
    for step in path[:-1]:
        tree = tree[int(step)] if isinstance(tree, list) else tree[step] if isinstance(tree, dict) else None
    assert isinstance(tree, dict | list)
    return tree
