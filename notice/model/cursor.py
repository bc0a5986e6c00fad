"""Facts by address: a cursor for rules, and walks of models and facts by the keys of the YAML.

`purpose[PURPOSE.keep]` is the fact under a key of `notice/model/keys.py`, checked by mypy and at run time: the value,
whether it is missing or unknown, its path and its place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Generic, NamedTuple, TypeVar, get_args

from notice.findings import NO_FIX, FactPath, Fix, Span, Suggestion, Violation, add, texts
from notice.model.fields import Facts, Refers
from notice.model.shapes import Key, Shape, fields
from notice.model.site import Notice
from notice.model.texts import Email, Phone, SecureMail, SiteAddress, Text, Web

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
        """Whether the fact is neither `unknown`, nor unreadable, nor under a misspelt key."""
        return self.notice.is_silent(*self.path)

    @property
    def is_read(self) -> bool:
        """Whether nothing at the fact, around it or within it was unreadable."""
        return self.notice.is_read(*self.path)

    @property
    def is_missing(self) -> bool:
        """Whether the fact has no value and `is_silent` holds."""
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


class Reference(NamedTuple):
    """An id among the facts, and the kind of thing that it names."""

    path: FactPath
    id: str
    refers: Refers


def keys_at(model: type[Facts], path: FactPath) -> tuple[str, ...]:
    """The keys that the mapping at `path` may have; none where the model has no mapping there."""
    here: Shape | None = Shape(model=model)
    for step in path:
        if here is None:
            return ()
        if here.model is not None:
            field = fields(here.model).get(step)
            here = field.shape if field else None
        else:
            here = here.item or here.entry
    # A lone item is written without a list.
    while here is not None and here.model is None:
        here = here.item
    return tuple(fields(here.model)) if here is not None and here.model is not None else ()


def value_at(facts: object, path: FactPath) -> object:
    """The fact at the path; None where there is none."""
    for step in path:
        if isinstance(facts, Facts):
            field = fields(type(facts)).get(step)
            facts = getattr(facts, field.name) if field else None
        elif isinstance(facts, Mapping):
            facts = facts.get(step)
        elif isinstance(facts, tuple) and step.isdecimal() and int(step) < len(facts):
            facts = facts[int(step)]
        else:
            return None
    return facts


def stated(facts: Facts) -> Iterator[tuple[str, object]]:
    """The facts of a mapping that have a value, by their keys."""
    for key, field in fields(type(facts)).items():
        value = getattr(facts, field.name)
        if value is not None:
            yield key, value


def references(facts: object, path: FactPath = ()) -> Iterator[Reference]:
    """Every id in the facts that names something declared elsewhere, in the model's order."""
    if isinstance(facts, Facts):
        for key, field in fields(type(facts)).items():
            value, at = getattr(facts, field.name), (*path, key)
            yield from _named(value, at, field.refers) if field.refers else references(value, at)
    elif isinstance(facts, Mapping):
        for key, value in facts.items():
            yield from references(value, (*path, str(key)))
    elif isinstance(facts, tuple):
        for index, value in enumerate(facts):
            yield from references(value, (*path, str(index)))


def _named(value: object, path: FactPath, refers: Refers) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for index, id in enumerate(value):
            yield Reference((*path, str(index)), id, refers)
    elif isinstance(value, str):
        yield Reference(path, value, refers)


def _metadata(annotation: object) -> tuple[object, ...]:
    """What `Annotated` adds to a type."""
    return getattr(annotation, "__metadata__", ())


_KINDS = (Text, Email, Phone, SecureMail, Web, SiteAddress)
_READERS = frozenset(reader for kind in _KINDS for reader in _metadata(kind))


class Stated(NamedTuple):
    """One text. `is_own` holds for names, addresses and links; ids, countries and closed lists are not the owner's."""

    path: FactPath
    text: str
    is_own: bool


def stated_texts(facts: Facts, path: FactPath = ()) -> Iterator[Stated]:
    """Every text of the facts, in the order of the model; reasons under `confirm` are published nowhere."""
    for name, alias, is_own in _text_fields(type(facts)):
        if (value := getattr(facts, name)) is not None:
            yield from _texts(value, (*path, alias), is_own)


@cache
def _text_fields(model: type[Facts]) -> tuple[tuple[str, str, bool], ...]:
    """The name, the key and `is_own` of each field that is published."""
    every = model.model_fields.items()
    return tuple((name, str(field.alias), _is_own(field.annotation)) for name, field in every if name != "confirm")


def _texts(value: object, path: FactPath, is_own: bool) -> Iterator[Stated]:
    if type(value) is str:  # members of an Enum are ids
        yield Stated(path, value, is_own)
    elif isinstance(value, Facts):
        yield from stated_texts(value, path)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(one, (*path, str(key)), is_own)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _texts(one, (*path, str(index)), is_own)


def _is_own(annotation: object) -> bool:
    """True for the types of `notice.model.texts`, also within a union."""
    return any(one in _READERS for one in _metadata(annotation)) or any(_is_own(one) for one in get_args(annotation))
