"""The texts among the facts, each with its path and whether its owner worded it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from pydantic.fields import FieldInfo

from notice.findings import FactPath
from notice.model.fields import Facts
from notice.model.texts import Email, Phone, SiteAddress, Text, Web


def _metadata(annotation: object) -> tuple[object, ...]:
    """What `Annotated` adds to a type."""
    return getattr(annotation, "__metadata__", ())


_READERS = frozenset(reader for kind in (Text, Email, Phone, Web, SiteAddress) for reader in _metadata(kind))


class Stated(NamedTuple):
    """One text. `is_own` holds for names, addresses and links; ids, countries and closed lists are not the owner's."""

    path: FactPath
    text: str
    is_own: bool


def stated_texts(facts: Facts, path: FactPath = ()) -> Iterator[Stated]:
    """Every text of the facts, in the order of the model; reasons under `confirm` are published nowhere."""
    for name, field in type(facts).model_fields.items():
        if name != "confirm":
            yield from _texts(getattr(facts, name), (*path, str(field.alias)), field)


def _texts(value: object, path: FactPath, field: FieldInfo) -> Iterator[Stated]:
    if type(value) is str:  # members of an Enum are ids
        yield Stated(path, value, _is_own(field.annotation))
    elif isinstance(value, Facts):
        yield from stated_texts(value, path)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _texts(one, (*path, str(key)), field)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _texts(one, (*path, str(index)), field)


def _is_own(annotation: object) -> bool:
    """True for the types of `notice.model.texts`, also within a union."""
    return any(one in _READERS for one in _metadata(annotation)) or any(_is_own(one) for one in get_args(annotation))
