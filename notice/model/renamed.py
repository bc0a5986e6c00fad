"""Keys and ids that have been renamed, which sites may still use for one minor version."""

from typing import NamedTuple

from notice.model.fields import Facts


class RenamedKey(NamedTuple):
    """A key of a model: its `old` and its `new` name, and the version that first has the new one."""

    model: type[Facts]
    old: str
    new: str
    since: str


class RenamedId(NamedTuple):
    """An id of the vocabulary; `kind` is the field of `Vocabulary` that lists it."""

    kind: str
    old: str
    new: str
    since: str


KEYS: tuple[RenamedKey, ...] = ()
"""Each row such as `RenamedKey(Keep, "after-event", "after", "0.2.0")`; no released key has been renamed yet."""

IDS: tuple[RenamedId, ...] = ()
"""Each row such as `RenamedId("data", "e-mail", "email", "0.2.0")`; no released id has been renamed yet."""


def new_key(model: type[Facts], old: str) -> str | None:
    """The name that a key of the model has now, None for a key that was not renamed."""
    return next((row.new for row in KEYS if row.old == old and issubclass(model, row.model)), None)


def new_id(kind: str, old: str) -> str | None:
    """The name that an id has now, None for an id that was not renamed."""
    return next((row.new for row in IDS if (row.kind, row.old) == (kind, old)), None)


def is_expired(row: RenamedKey | RenamedId, version: str) -> bool:
    """Whether the row is to be deleted: `version` is more than one minor version later than the renaming."""
    major, minor = map(int, version.split(".")[:2])
    since_major, since_minor = map(int, row.since.split(".")[:2])
    return major > since_major or minor > since_minor + 1
