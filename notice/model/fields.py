"""How one scalar of the YAML becomes a value: durations, days, lists, and the words `none` and nothing.

Every scalar arrives as text. A field that cannot read its text raises a `PydanticCustomError`, whose type is the key
of a message of the rule Y006; the loader makes the finding.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Tag
from pydantic_core import PydanticCustomError, PydanticKnownError


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


_LOOSE = frozenset({"true", "false", "on", "off", "y", "n", "t", "f", "1", "0"})


class Facts(BaseModel):
    """A mapping of the YAML: keys in kebab case, unknown keys refused, never changed once read."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=_kebab, str_strip_whitespace=True, defer_build=True
    )


class Nothing(Enum):
    """The word `none`: the owner says that there is no such thing."""

    NONE = "none"


@dataclass(frozen=True, slots=True)
class Refers:
    """The ids that a field takes: the `kind` is a field of `Vocabulary`; `also` are words that are taken beside them.

    Of `recipients` and `purposes` the register's own are taken too.
    """

    kind: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written: the id of its description in each language, and the regular expression of its text.

    `none` says whether the word `none` is an answer, `lone` whether one item may be written without a list; `short` is
    the key whose value may be given in place of a mapping.
    """

    name: str = ""
    pattern: str = ""
    none: bool = False
    lone: bool = False
    short: str = ""


T = TypeVar("T")

Unit = Literal["minute", "hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in one unit, such as 6 years; months and years are calendar ones."""

    amount: int
    unit: Unit


_DURATION = re.compile(r"([0-9]{1,4})\s+(minute|hour|day|week|month|year)s?")
_NO_TIME = re.compile(r"\s*0+\s")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_duration(value: object) -> object:
    """`3 years` as a `Duration`; raises for text that is no number and unit."""
    if isinstance(value, Duration):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("duration", "no duration")
    if _NO_TIME.match(value):
        raise PydanticCustomError("duration.zero", "no time")
    found = _DURATION.fullmatch(value.strip())
    if found is None:
        raise PydanticCustomError("duration", "no duration")
    return Duration(int(found[1]), found[2])  # type: ignore[arg-type]


def _read_yes_no(value: object) -> object:
    """Refuse the other words that pydantic takes for yes and no, such as `on` and `1`."""
    if isinstance(value, str) and value.lower() in _LOOSE:
        raise PydanticKnownError("bool_parsing")
    return value


def _read_life(value: object) -> object:
    return value if value in ("session", "persistent") else read_duration(value)


def _read_named(value: object) -> object:
    if value == "none":
        raise PydanticCustomError("at-least-one.none", "none")
    if value == []:
        raise PydanticCustomError("at-least-one", "an empty list")
    return (value,) if isinstance(value, str) else value


def _read_day(value: object) -> object:
    """A day is written in one way; a bare number would otherwise be taken for seconds since 1970."""
    if not isinstance(value, str):
        return value
    if not _DAY.fullmatch(value):
        raise PydanticCustomError("day", "no date")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("day.none-such", "no such day") from error


def read_list(value: object) -> object:
    """Read a list: one item needs no brackets, and `none` is the empty list, stated."""
    if value == "none":
        return ()
    return (value,) if isinstance(value, str) else value


def _read_reasons(value: object) -> object:
    return {} if value is None else read_entries(value)


def read_entries(value: object) -> object:
    """A mapping of entries, of which any may be empty: an entry without facts is still an entry."""
    if value == "none":
        return {}
    if isinstance(value, dict):
        return {key: {} if entry is None else entry for key, entry in value.items()}
    return value


def named_by(key: str) -> Callable[[object], object]:
    """A reader of the short form: `law: accounting-act` for `law: {act: accounting-act}`."""

    def read(value: object) -> object:
        return {key: value} if isinstance(value, str) else value

    return read


def _branch(value: object) -> str:
    return "none" if value == "none" or value is Nothing.NONE else "given"


YesNo = Annotated[bool, BeforeValidator(_read_yes_no)]
"""`yes` or `no`."""

Day = Annotated[date, BeforeValidator(_read_day), Form("day", _DAY.pattern)]
"""A day, written `2026-11-22`."""

Period = Annotated[Duration, BeforeValidator(read_duration), Form("duration", _DURATION.pattern)]
"""A `Duration`, written `3 years`."""

Life = Annotated[
    Duration | Literal["session", "persistent"],
    BeforeValidator(_read_life),
    Form("cookie-life", rf"session|persistent|{_DURATION.pattern}"),
]
"""How long a cookie lives: a `Duration`, `session` or `persistent` (until the person removes it)."""

Ids = Annotated[tuple[str, ...], BeforeValidator(read_list), Form(none=True, lone=True)]
"""Ids in the owner's order; `none` is the empty tuple, a missing key is None."""

Named = Annotated[tuple[str, ...], BeforeValidator(_read_named), Form(lone=True)]
"""Ids of which there is always at least one: `none` is refused."""

Several = Annotated[tuple[T, ...], BeforeValidator(read_list), Form(none=True, lone=True)]
"""Words of a closed list; a single one needs no brackets, `none` is the empty tuple."""

Entries = Annotated[dict[str, T], BeforeValidator(read_entries), Form(none=True)]
"""Things by id, in the owner's order; `none` is the empty mapping, a missing key is None."""

Reasons = Annotated[dict[str, str], BeforeValidator(_read_reasons)]
"""Why facts are only proposed, by their paths: the value of `confirm`, which may be left empty."""

OrNone = Annotated[Annotated[T, Tag("given")] | Annotated[Nothing, Tag("none")], Discriminator(_branch)]
"""A thing, or the word `none`."""

Listed = Annotated[
    tuple[T, ...], BeforeValidator(lambda value: value if isinstance(value, list) else (value,)), Form(lone=True)
]
"""One or several things; a single one needs no list."""

TAGS: frozenset[str] = frozenset({"given", "none"})
"""Steps that the model adds to an error's location and that no YAML has."""
