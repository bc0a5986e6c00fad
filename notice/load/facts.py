"""From the tree of one file to frozen facts; what does not fit is a finding, and the rest is still read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from notice.findings import FactPath, Finding, Span, dotted, near
from notice.load.complaints import finding_of
from notice.load.faults import fault, underlined
from notice.load.marks import moved_up, unknown_items, without_unknown
from notice.load.slips import with_fix
from notice.model.fields import TAGS, Facts
from notice.model.site import Waiting
from notice.suggestions import nearest
from notice.yaml import Place, Reading, Tree

F = TypeVar("F", bound=Facts)


@dataclass(frozen=True)
class Part(Generic[F]):
    """The facts of one file, with their places. Every path begins with the file's prefix.

    `spoilt` are the facts that could not be read, and those for which a misspelt key was meant. A file that is missing
    or unreadable is `spoilt` as a whole; an empty one states nothing.
    """

    facts: F
    spans: Mapping[FactPath, Span]
    unknown: frozenset[FactPath]
    spoilt: frozenset[FactPath]
    waiting: tuple[Waiting, ...]
    findings: tuple[Finding, ...]


def part(model: type[F], reading: Reading, prefix: FactPath) -> Part[F]:
    """The facts of a file that was read. A value that does not fit is left out and named in `findings`."""
    places = reading.places
    findings: list[Finding] = []
    spoilt: set[FactPath] = set() if places else {()}
    written: dict[str, Tree] = {}
    if isinstance(reading.tree, dict):
        written = reading.tree
    elif reading.tree is not None:
        spoilt.add(())
        findings.append(_no_keys(places[()].value))
    tree, unknown = without_unknown(written)
    for path in unknown_items(written):
        places = moved_up(places, path)
    facts, wrong, places = _validated(model, tree if isinstance(tree, dict) else {}, places)
    for path, finding in wrong:
        spoilt |= {path, _meant(path, finding, reading.places)}
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
        spoilt=frozenset((*prefix, *path) for path in spoilt),
        waiting=tuple(waiting),
        findings=tuple(findings),
    )


def _validated(
    model: type[F], tree: dict[str, Tree], places: Mapping[FactPath, Place]
) -> tuple[F, list[tuple[FactPath, Finding]], Mapping[FactPath, Place]]:
    """The facts of the tree and where they stand; whatever the model refuses is taken out of the tree and named."""
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
    """Takes out what stands at the path; True when the items after it moved up."""
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
