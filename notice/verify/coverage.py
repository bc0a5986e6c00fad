"""Coverage: the stated facts that a page does not show."""

from collections.abc import Iterator

from notice.derive.off_the_page import is_off_the_page, off_the_page
from notice.findings import FactPath
from notice.model.answers import is_for_the_owner
from notice.model.fields import Facts, Nothing
from notice.model.register import FROM_ELSEWHERE
from notice.model.site import Notice

INWARD: tuple[FactPath, ...] = (("confirm",), ("controller", "confirm"), ("site",))
"""Facts for the owner and for the building of the site, not for the reader."""

NONE_IS_SHOWN = frozenset({"recipients", "cookies", "automated-decisions", "profiling"})
"""Facts whose `none` is itself information that the law requires."""


def facts_not_shown(notice: Notice, shown: frozenset[str]) -> Iterator[FactPath]:
    """The paths of facts that the YAML states and that are not in `shown`, the dotted paths on the page.

    A fact is shown by its own path, or by something within it: a list by its items.
    """
    steps = {tuple(fact.split(".")) for fact in shown}
    within = {fact[:length] for fact in steps for length in range(1, len(fact) + 1)}
    left_out = off_the_page(notice)
    for path in sorted(_leaves(notice)):
        if path not in within and not is_off_the_page(path, left_out) and not _is_inward(path, notice):
            yield path


def _leaves(notice: Notice) -> set[FactPath]:
    paths = {path for path in notice.spans if path}
    return paths - {path[:length] for path in paths for length in range(1, len(path))}


def _is_inward(path: FactPath, notice: Notice) -> bool:
    """Whether a page may omit a fact: it is for the owner alone, or a "no" or "none" that the law does not ask for."""
    if any(path[: len(start)] == start for start in INWARD):
        return True
    if is_for_the_owner(path):
        return True
    if path[0] == "sources" and path[-1] in ("public", "many") and not notice.is_unknown(*path):
        source = (notice.register.sources or {}).get(path[1])
        return source is None or source.kind not in FROM_ELSEWHERE or not getattr(source, path[-1])
    if path[0] == "recipients" and path[-1] == "notice" and _is_processor(notice, path[1]):
        return True
    value = _value(notice, path)
    if path[-1] == "identifiable" and value is True:
        return True
    if path[-1] == "means" and value == "automated":
        return True
    if not notice.is_unknown(*path) and _is_empty(value):
        return True
    return path[-1] not in NONE_IS_SHOWN and not notice.is_unknown(*path) and _says_nothing(value)


def _is_processor(notice: Notice, id: str) -> bool:
    """Whether a recipient is a processor, whose own notice is not the reader's."""
    stated = (notice.register.recipients or {}).get(id)
    known = notice.vocabulary.recipients.get(id)
    return ((stated and stated.role) or (known and known.role)) == "processor"


def _is_empty(value: object) -> bool:
    """Whether a key has no value, as `trade-name:` and `profiling: {}`: it states no fact."""
    return value in (None, "") or (isinstance(value, Facts) and not value.model_fields_set)


def _says_nothing(value: object) -> bool:
    return value in ((), {}, False, Nothing.NONE)


class _NotFound:
    """The value of a path that leads nowhere in the model."""


def _value(notice: Notice, path: FactPath) -> object:
    """The fact at the path, as in the model; `_NotFound` where the path leads nowhere in it."""
    here: object = notice.controller if path[0] == "controller" else notice.register
    for step in path[1:] if path[0] == "controller" else path:
        if isinstance(here, Facts):
            names = {field.alias: name for name, field in type(here).model_fields.items()}
            here = getattr(here, names.get(step, ""), _NotFound)
        elif isinstance(here, dict):
            here = here.get(step, _NotFound)
        else:
            return _NotFound
    return here
