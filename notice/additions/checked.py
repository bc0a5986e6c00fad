"""Compare a site before and after an addition: only the intended facts may differ, and no fault may be new."""

from collections.abc import Iterator, Set

from notice.findings import FactPath, Finding
from notice.load import Loaded


def new_faults(before: Loaded, after: Loaded) -> tuple[Finding, ...]:
    """The findings of the reading that were not there before."""
    known = {_identity(finding) for finding in before.findings}
    return tuple(finding for finding in after.findings if _identity(finding) not in known)


def changed_facts(before: Loaded, after: Loaded) -> frozenset[FactPath]:
    """The paths of the facts that differ, each below the id of its register; `site` for those of the site."""
    old = {notice.id: notice for notice in before.notices}
    new = {notice.id: notice for notice in after.notices}
    changed: set[FactPath] = {("site", *path) for path in _differing(_tree(before.site), _tree(after.site))}
    changed |= {(id,) for id in old.keys() ^ new.keys()}
    for id in old.keys() & new.keys():
        one, other = old[id], new[id]
        changed |= {(id, *path) for path in _differing(_tree(one.register), _tree(other.register))}
        changed |= {(id, "controller", *path) for path in _differing(_tree(one.controller), _tree(other.controller))}
        # An answer in the vocabulary that waits is one of the register only once the register names the thing
        open = {path for path in one.unknown ^ other.unknown if path not in other.shared}
        changed |= {(id, *path) for path in open | (one.invalid ^ other.invalid)}
    return frozenset(changed)


def is_within(path: FactPath, intended: Set[FactPath]) -> bool:
    """Whether the path is one of the intended, is below one, or is a mapping around one that was made."""
    return any(path[: len(one)] == one or one[: len(path)] == path for one in intended)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.span.file, finding.code, finding.key, finding.arguments


def _tree(facts: object) -> object:
    dump = getattr(facts, "model_dump", None)
    return dump(by_alias=True) if dump else facts


def _differing(one: object, other: object, path: FactPath = ()) -> Iterator[FactPath]:
    """The paths at which two trees differ; items of lists are compared as a whole."""
    if one == other:
        return
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}:
            yield from _differing(one.get(key), other.get(key), (*path, str(key)))
        return
    yield path
