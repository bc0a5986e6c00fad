"""From the tree of one file to frozen facts; what does not fit is a finding, and the rest is still read."""

from collections.abc import Mapping
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


@dataclass(frozen=True)
class Part(Generic[F]):
    """The facts of one file, with their places. Every path begins with the file's prefix.

    `invalid` are the facts that could not be read, and those for which a misspelt key was meant. A file that is missing
    or unreadable is `invalid` as a whole; an empty one states nothing.
    """

    facts: F
    spans: Mapping[FactPath, Span]
    unknown: frozenset[FactPath]
    invalid: frozenset[FactPath]
    waiting: tuple[Waiting, ...]
    findings: tuple[Finding, ...]


def part(model: type[F], reading: Reading, prefix: FactPath) -> Part[F]:
    """The facts of a file that was read. A value that does not fit is left out and named in `findings`."""
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
    for path in unknown_items(written):
        places = moved_up(places, path)
    facts, wrong, places = _validated(model, tree if isinstance(tree, dict) else {}, places)
    for path, finding in wrong:
        invalid |= {path, _meant(path, finding, reading.places)}
        findings.append(finding)
    waiting = [Waiting((*prefix, *path), "") for path in sorted(unknown)]
    known = {dotted(path): path for path in reading.places}
    for name, reason in getattr(facts, "confirm", {}).items():
        if name in known and name != "confirm":
            waiting.append(Waiting((*prefix, *known[name]), reason))
        else:
            findings.append(_leads_nowhere(name, reading.places["confirm", name], known))
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
    """The facts of the tree and where they stand; what the model refuses is removed from the tree and named."""
    wrong: list[tuple[FactPath, Finding]] = []
    while True:
        try:
            return model.model_validate(tree), wrong, places
        except ValidationError as error:
            refused = [(_path(one["loc"], tree), one) for one in error.errors(include_url=False)]
        wrong += [(path, finding_of(one, path, model, places)) for path, one in refused]
        # From the back, so that an item taken out of a list moves none of those still to go.
        for path in sorted({path for path, _ in refused}, key=_by_position, reverse=True):
            if _take_out(tree, path):
                places = moved_up(places, path)


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


def _meant(path: FactPath, finding: Finding, places: Mapping[FactPath, Place]) -> FactPath:
    """The path of the fact that a misspelt key was meant for, which is not missing; else the path itself."""
    meant = (*path[:-1], finding.suggestion.text)
    is_misspelt = finding.code == "Y004" and finding.suggestion.kind == "near" and meant not in places
    return meant if is_misspelt else path


def _no_keys(span: Span) -> Finding:
    return fault("Y005", span, "file", file=span.file)


def _leads_nowhere(name: str, place: Place, known: Mapping[str, FactPath]) -> Finding:
    meant = nearest(name, known)
    found = fault("D003", place.key or place.value, "", near(meant) if meant else None, path=name)
    return with_fix(found, name, known)


UNKNOWN = "unknown"


def without_unknown(tree: Tree, path: FactPath = ()) -> tuple[Tree, set[FactPath]]:
    """The tree with each `unknown` made empty, and the paths where it stood.

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
    """Where `unknown` stands as an item of a list, the last first: the order in which items can be taken out."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found: list[FactPath] = []
    for step, value in reversed(list(inner)):
        if value == UNKNOWN and isinstance(tree, list):
            found.append((*path, str(step)))
        elif path or step != "confirm":
            found += unknown_items(value, (*path, str(step)))
    return found


def moved_up(places: Mapping[FactPath, Place], gone: FactPath) -> dict[FactPath, Place]:
    """The places after the item at `gone` was taken out of its list: those of the items after it count one less."""
    *start, last = gone
    length, kept = len(start), {}
    for path, place in places.items():
        if len(path) > length and path[:length] == tuple(start):
            index = int(path[length])
            if index == int(last):
                continue
            path = (*start, str(index - (index > int(last))), *path[length + 1 :])
        kept[path] = place
    return kept


WAIVERS = "content/waivers.yaml"
WAIVERS_ROOT = "waivers"
"""The step under which the list stands in the paths of its places."""


def waivers_of(reading: Reading) -> Part[Waivers]:
    """The waivers with their places, whose paths begin with `waivers`."""
    if not reading.places:
        return part(Waivers, reading, ())
    places = {(WAIVERS_ROOT, *path): Place(place.key, place.value) for path, place in reading.places.items()}
    tree = [] if reading.tree is None else reading.tree
    return part(Waivers, Reading({WAIVERS_ROOT: tree}, {(): reading.places[()], **places}, reading.findings), ())
