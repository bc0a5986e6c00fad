"""Facts by address: one expression gives the value, whether it is missing or unknown, its path and its place.

`purpose[PURPOSE.keep]` is the fact under a key of `notice/model/keys.py`, checked by mypy and at run time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from notice.findings import NO_FIX, FactPath, Fix, Span, Suggestion, Violation, add, texts
from notice.model.shapes import Key
from notice.model.site import Notice

K = TypeVar("K", bound=str)
T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Cursor(Generic[T]):
    """One fact of a notice: its `value` (None where there is none), its `path` and, by the notice, its place.

    A value that the vocabulary supplies has the path at which the owner would state it.
    """

    notice: Notice
    path: FactPath
    value: T | None

    def __getitem__(self, key: V | None) -> "Cursor[V]":
        """The fact under one key of a mapping."""
        assert isinstance(key, Key), f"{key!r} is not a key: use `keys(Model).name`"
        return Cursor(self.notice, (*self.path, key.alias), getattr(self.value, key, None))

    def entries(self: "Cursor[dict[K, V]]") -> Iterator["Cursor[V]"]:
        """The entries of a mapping by id, in the owner's order; none where there is no value."""
        for id, value in (self.value or {}).items():
            yield Cursor(self.notice, (*self.path, id), value)

    def items(self: "Cursor[tuple[V, ...]]") -> Iterator["Cursor[V]"]:
        """The items of a list; none where there is no value."""
        for index, item in enumerate(self.value or ()):
            yield Cursor(self.notice, (*self.path, str(index)), item)

    @property
    def id(self) -> str:
        """The last step of the path: the id of an entry, the key of a fact."""
        return self.path[-1]

    @property
    def facts(self) -> T:
        """The value, for a fact that is known to have one."""
        assert self.value is not None, self.path
        return self.value

    @property
    def is_unknown(self) -> bool:
        """Whether the owner wrote `unknown` for the fact, or for what contains it."""
        return self.notice.is_unknown(*self.path)

    @property
    def is_silent(self) -> bool:
        """Whether the owner neither wrote `unknown` for the fact nor something unreadable."""
        return self.notice.is_silent(*self.path)

    @property
    def is_read(self) -> bool:
        """Whether nothing at the fact, around it or within it was unreadable."""
        return self.notice.is_read(*self.path)

    @property
    def is_missing(self) -> bool:
        """Whether the fact has no value and the owner said nothing about it."""
        return self.value is None and self.is_silent

    @property
    def span(self) -> Span:
        """Where the fact is stated; for a missing one, the nearest thing that would contain it."""
        return self.notice.span(*self.path)

    def lacks(self, key: object) -> bool:
        """Whether the fact under the key is missing."""
        assert isinstance(key, Key)
        return getattr(self.value, key) is None and self.notice.is_silent(*self.path, key.alias)

    def violation(
        self,
        message: str = "",
        suggestion: Suggestion | None = None,
        *,
        fix: Fix = NO_FIX,
        **arguments: object,
    ) -> Violation:
        """A violation at the fact's place; `message` is the key of one of the rule's messages, "" for its only one."""
        return Violation(self.path, message, texts(arguments), self.span, suggestion or Suggestion(), fix)

    def missing(self, message: str = "", **arguments: object) -> Violation:
        """A violation for a fact that has to be added."""
        return Violation(self.path, message, texts(arguments), self.span, add(self.id))
