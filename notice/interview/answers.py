"""The owner's answers: facts as they are written, None where a question is left open."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Postal:
    """A postal address in its three parts."""

    street: str
    postcode: str
    city: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A register of the new site: a preset, the register's id, and the owner's name for it beside the preset's."""

    preset: str
    id: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """A service that the owner uses: the id of a known one, or the name of another firm, with an empty id."""

    id: str = ""
    name: str = ""


@dataclass(frozen=True)
class Answers:
    """Every answer; `phone` and `website` are "" where there is none.

    `services` holds them by group of services, `()` for a group of which none is used.
    """

    registers: tuple[Chosen, ...] | None = None
    name: str | None = None
    business_id: str | None = None
    address: Postal | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    dpo_email: str | None = None
    languages: tuple[str, ...] | None = None
    services: Mapping[str, tuple[Service, ...]] = field(default_factory=dict)
