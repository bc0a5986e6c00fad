"""Validate the tree of one file against its model; what does not fit becomes a finding, and the rest is still read."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from notice.findings import FactPath, Finding, Span, dotted, near, nearest
from notice.load.findings import fault, underlined
from notice.load.slips import with_fix
from notice.load.validation_errors import finding_of
from notice.model.fields import TAGS, Facts
from notice.model.site import Waiting
from notice.model.waiver import Waivers
from notice.yamlreader import Place, Reading, Tree

F = TypeVar("F", bound=Facts)

MOST_SUGGESTED = 50
"""The most paths under `confirm` that lead nowhere and get a suggestion."""


@dataclass(frozen=True)
class Part(Generic[F]):
    """The facts of one file, with their places. Every path begins with the file's prefix.

    `invalid` are the paths of facts that could not be read, and of those that a misspelt key was meant to state: no
    rule reports them as missing. A missing or unreadable file is `invalid` as a whole; an empty one states nothing.
    """

    facts: F
    spans: Mapping[FactPath, Span]
    unknown: frozenset[FactPath]
    invalid: frozenset[FactPath]
    waiting: tuple[Waiting, ...]
    findings: tuple[Finding, ...]


def part(model: type[F], reading: Reading, prefix: FactPath) -> Part[F]:
    """Read the facts of a file. A value that does not fit is left out, and has a finding."""
    places = reading.places
    findings: list[Finding] = []
    invalid: set[FactPath] = set() if places else {()}
    written: dict[str, Tree] = {}
    if isinstance(reading.tree, dict):
        written = reading.tree
    elif reading.tree is not None:
        invalid.add(())
        findings.append(_no_keys(places[()].value))
    tree, unknown = without_unknown(written)
    places = moved_up(places, unknown_items(written))
    facts, wrong, places = _validated(model, tree if isinstance(tree, dict) else {}, places)
    for path, finding in wrong:
        invalid |= {path, _intended(path, finding, reading.places)}
        findings.append(finding)
    waiting = [Waiting((*prefix, *path), "") for path in sorted(unknown)]
    unread = {path for path, finding in wrong if finding.code == "Y004"}
    known = {
        dotted(path): path for path in reading.places if path[:1] != ("confirm",) and unread.isdisjoint(_above(path))
    }
    lost: list[str] = []
    for name, reason in getattr(facts, "confirm", {}).items():
        if name in known:
            waiting.append(Waiting((*prefix, *known[name]), reason))
        elif invalid.isdisjoint(_above(tuple(name.split(".")))):  # else it is under a key that has its own finding
            lost.append(name)
    # Looking for the nearest of many paths is slow, and hundreds of faults have a cause in common.
    for at, name in enumerate(lost):
        near_by = known if at < MOST_SUGGESTED else {}
        findings.append(_leads_nowhere(name, reading.places["confirm", name], near_by))
    return Part(
        facts=facts,
        spans={(*prefix, *path) if prefix else path: underlined(place) for path, place in places.items()},
        unknown=frozenset((*prefix, *path) for path in unknown),
        invalid=frozenset((*prefix, *path) for path in invalid),
        waiting=tuple(waiting),
        findings=tuple(findings),
    )


def _validated(
    model: type[F], tree: dict[str, Tree], places: Mapping[FactPath, Place]
) -> tuple[F, list[tuple[FactPath, Finding]], Mapping[FactPath, Place]]:
    """Validate the tree; what the model refuses is removed from it. Return facts, refused paths, places."""
    wrong: list[tuple[FactPath, Finding]] = []
    while True:
        try:
            return model.model_validate(tree), wrong, places
        except ValidationError as error:
            refused = [(_path(one["loc"], tree), one) for one in error.errors(include_url=False)]
        wrong += [(path, finding_of(one, path, model, places)) for path, one in refused]
        # From the back, so that an item taken out of a list moves none of those still to go.
        paths = sorted({path for path, _ in refused}, key=_by_position, reverse=True)
        places = moved_up(places, [path for path in paths if _take_out(tree, path)])


def _path(location: tuple[int | str, ...], tree: Tree) -> FactPath:
    """The YAML path of an error's location: without the model's own steps, no deeper than the tree goes."""
    path: list[str] = []
    here = tree
    for step in location:
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        elif step in TAGS or isinstance(step, int):
            continue
        else:
            break
        path.append(str(step))
    return tuple(path)


def _by_position(path: FactPath) -> tuple[tuple[int, str], ...]:
    return tuple((int(step), "") if step.isdecimal() else (0, step) for step in path)


def _take_out(tree: Tree, path: FactPath) -> bool:
    """Remove the value at the path; True when the items after it moved up."""
    for step in path[:-1]:
        tree = tree[int(step)] if isinstance(tree, list) else tree[step] if isinstance(tree, dict) else None
    if isinstance(tree, dict):
        del tree[path[-1]]
    elif isinstance(tree, list):
        del tree[int(path[-1])]
    return isinstance(tree, list)


def _intended(path: FactPath, finding: Finding, places: Mapping[FactPath, Place]) -> FactPath:
    """The path of the fact that a misspelt key was meant to state: no rule reports it as missing; else `path`."""
    intended = (*path[:-1], finding.suggestion.text)
    is_misspelt = finding.code == "Y004" and finding.suggestion.kind == "near" and intended not in places
    return intended if is_misspelt else path


def _no_keys(span: Span) -> Finding:
    return fault("Y005", span, "file", file=span.file)


def _above(path: FactPath) -> set[FactPath]:
    """The path, and those of all that contains it but the whole."""
    return {path[:length] for length in range(1, len(path) + 1)}


def _leads_nowhere(name: str, place: Place, known: Mapping[str, FactPath]) -> Finding:
    meant = nearest(name, known)
    found = fault("D003", place.key or place.value, "", near(meant) if meant else None, path=name)
    return with_fix(found, name, known)


UNKNOWN = "unknown"


def without_unknown(tree: Tree, path: FactPath = ()) -> tuple[Tree, set[FactPath]]:
    """The tree with each `unknown` made empty, and its paths.

    In a list it means "and something more": the item goes, the list's own path is noted, and the items after
    it move up; `moved_up` does the same to their places.
    """
    if tree == UNKNOWN:
        return None, {path}
    if isinstance(tree, dict):
        found: set[FactPath] = set()
        kept: dict[str, Tree] = {}
        for key, value in tree.items():
            if key == "confirm" and not path:
                kept[key] = value
                continue
            kept[key], inner = without_unknown(value, (*path, key))
            found |= inner
        return kept, found
    if isinstance(tree, list):
        found = {path} if UNKNOWN in tree else set()
        items: list[Tree] = []
        for value in tree:
            if value != UNKNOWN:
                item, inner = without_unknown(value, (*path, str(len(items))))
                items.append(item)
                found |= inner
        return items, found
    return tree, set()


def unknown_items(tree: Tree, path: FactPath = ()) -> list[FactPath]:
    """The paths of `unknown` as an item of a list."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found: list[FactPath] = []
    for step, value in inner:
        if value == UNKNOWN and isinstance(tree, list):
            found.append((*path, str(step)))
        elif path or step != "confirm":
            found += unknown_items(value, (*path, str(step)))
    return found


def moved_up(places: Mapping[FactPath, Place], gone: Iterable[FactPath]) -> Mapping[FactPath, Place]:
    """The places after items were taken out of their lists: the number of an item is less by those gone before it."""
    taken: dict[FactPath, list[int]] = {}
    for *start, last in gone:
        taken.setdefault(tuple(start), []).append(int(last))
    for indexes in taken.values():
        indexes.sort()
    if not taken:
        return places
    moved = ((_moved(path, taken), place) for path, place in places.items())
    return {path: place for path, place in moved if path is not None}


def _moved(path: FactPath, taken: Mapping[FactPath, list[int]]) -> FactPath | None:
    """The path after the items were taken out; None for one of them and for what it held."""
    new = list(path)
    for at, step in enumerate(path):
        if indexes := taken.get(path[:at]):
            before = bisect_left(indexes, int(step))
            if before < len(indexes) and indexes[before] == int(step):
                return None
            new[at] = str(int(step) - before)
    return tuple(new)


WAIVERS = "content/waivers.yaml"
WAIVERS_ROOT = "waivers"
"""The first step of the paths of waivers."""


def waivers_of(reading: Reading) -> Part[Waivers]:
    """The waivers with their places, whose paths begin with `waivers`."""
    if not reading.places:
        return part(Waivers, reading, ())
    places = {(WAIVERS_ROOT, *path): Place(place.key, place.value) for path, place in reading.places.items()}
    tree = [] if reading.tree is None else reading.tree
    return part(Waivers, Reading({WAIVERS_ROOT: tree}, {(): reading.places[()], **places}, reading.findings), ())
