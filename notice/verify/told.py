"""Which stated facts a page does not tell."""

from collections.abc import Iterator

from notice.findings import FactPath
from notice.model.fields import Nothing
from notice.model.site import Notice

INWARD: tuple[FactPath, ...] = (("confirm",), ("controller", "confirm"), ("site",))
"""Facts for the owner and for the building, not for the reader."""


def untold_facts(notice: Notice, told: frozenset[str]) -> Iterator[FactPath]:
    """The paths of facts that the YAML states and none of `told` tells.

    A fact is told by its own path, or by something within it: a list by its items.
    """
    steps = {tuple(fact.split(".")) for fact in told}
    within = {fact[:length] for fact in steps for length in range(1, len(fact) + 1)}
    for path in sorted(_leaves(notice)):
        if path not in within and not _is_inward(path, notice):
            yield path


def _leaves(notice: Notice) -> set[FactPath]:
    paths = {path for path in notice.spans if path}
    return paths - {path[:length] for path in paths for length in range(1, len(path))}


def _is_inward(path: FactPath, notice: Notice) -> bool:
    """Facts that say nothing to the reader where they stand: an answer "no" that something else already gives."""
    if any(path[: len(start)] == start for start in INWARD):
        return True
    controller = notice.controller
    noes = {
        ("controller", "public-authority"): controller.public_authority is False,
        ("controller", "representative"): controller.representative is Nothing.NONE,
        ("joint-controllers",): notice.register.joint_controllers == {} and not notice.is_unknown("joint-controllers"),
    }
    if path in noes:
        return noes[path]
    if path[0] == "sources" and path[-1] in ("public", "many"):
        source = (notice.register.sources or {}).get(path[1])
        return (
            source is None or source.kind in ("person", "observed", "own") or (path[-1] == "many" and not source.many)
        )
    if path[0] == "purposes" and path[-1] == "means":
        return True
    if path[-1] == "marketing":
        return not (notice.register.purposes or {})[path[1]].marketing
    return False
