"""The things of a register in full: what the owner states over what the vocabulary knows, and where data go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from notice.law.bases import Basis
from notice.law.countries import EEA
from notice.model.fields import Duration, Facts, Unit
from notice.model.purpose import Purpose
from notice.model.register import PEOPLE, Cookie, Recipient, Source, Transfer
from notice.model.site import Notice

F = TypeVar("F", bound=Facts)

CONTROLLER = "controller"
"""Where a recipient's id is asked for, the controller itself."""

_DAYS: dict[Unit, float] = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.4375, "year": 365.25}
"""Average lengths; twelve months are exactly a year, so that 72 months are 6 years."""


@dataclass(frozen=True, slots=True)
class TransferRow:
    """Data of one recipient in one country outside the EEA; `transfer` is None where the owner states no ground."""

    recipient: str
    country: str
    transfer: Transfer | None


def recipients(notice: Notice, cookies: Mapping[str, Cookie]) -> dict[str, Recipient]:
    """Every recipient that a purpose, a cookie or an interest names, or the register states.

    The owner's facts take precedence over the vocabulary's. An id that is neither known nor stated is no recipient.
    """
    stated = notice.register.recipients or {}
    known = notice.vocabulary.recipients
    named = dict.fromkeys(id for id in _named_recipients(notice, cookies) if id in stated or id in known)
    return {id: _over(stated.get(id), known.get(id), Recipient) for id in (named | dict.fromkeys(stated))}


def is_open(notice: Notice, recipients: Mapping[str, Recipient]) -> bool:
    """Whether it is not known of some recipient where it is, or where its data go."""
    return any(
        (recipient.country is None and recipient.role not in PEOPLE)
        or any(notice.is_unknown("recipients", id, key) for key in ("sub-processors", "transfers"))
        or transfers_unanswered(notice, id, recipient)
        for id, recipient in recipients.items()
    )


def transfers_unanswered(notice: Notice, id: str, recipient: Recipient) -> bool:
    """Whether the data of a recipient usually leave the EEA, or its group is outside, while the owner states no place.

    `unknown` is no such place, and no silence either: `Notice.is_silent` distinguishes the two.
    """
    known = notice.vocabulary.recipients.get(id)
    return bool(known and known.may_transfer) and recipient.transfers is None and recipient.sub_processors is None


def sources(notice: Notice) -> dict[str, Source]:
    """The sources of the register: the owner's facts over the vocabulary's.

    Which law allows its use is the owner's alone to state: the vocabulary's is only the law that governs the source.
    """
    known, stated = notice.vocabulary.sources, notice.register.sources or {}
    full = {id: _over(own, known.get(id), Source) for id, own in stated.items()}
    return {id: source.model_copy(update={"law": stated[id].law}) for id, source in full.items()}


def cookies(notice: Notice) -> dict[str, Cookie]:
    """The cookies of the register: the owner's facts over the vocabulary's, without a provider that is not declared."""
    known, recipients = notice.vocabulary.cookies, {CONTROLLER, *notice.vocabulary.recipients}
    recipients.update(notice.register.recipients or {})
    full = {id: _over(own, known.get(id), Cookie) for id, own in (notice.register.cookies or {}).items()}
    undeclared = {id for id, cookie in full.items() if cookie.provider not in {None, *recipients}}
    return full | {id: full[id].model_copy(update={"provider": None}) for id in undeclared}


def transfers(recipients: Mapping[str, Recipient]) -> tuple[TransferRow, ...]:
    """Every pair of a recipient and a country outside the EEA.

    The countries are where it is, where its processors are, and what the owner states.
    """
    rows = []
    for id, recipient in recipients.items():
        places = [recipient.country, *(recipient.sub_processors or ()), *(recipient.transfers or {})]
        abroad = dict.fromkeys(place for place in places if place and place not in EEA)
        rows += [TransferRow(id, country, (recipient.transfers or {}).get(country)) for country in abroad]
    return tuple(rows)


def data_used(purposes: Mapping[str, Purpose]) -> dict[str, tuple[str, ...]]:
    """The categories of data by id, each with the purposes that use it, in the order of first use."""
    used: dict[str, tuple[str, ...]] = {}
    for id, purpose in purposes.items():
        for category in purpose.data or ():
            used[category] = (*used.get(category, ()), id)
    return used


def data_without_source(
    notice: Notice, sources: Mapping[str, Source], used: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The categories of data that some purpose uses and no source gives; none while a source is not whole."""
    if not sources or any(notice.is_unknown("sources", id) or source.data is None for id, source in sources.items()):
        return ()
    given = {category for source in sources.values() for category in source.data or ()}
    return tuple(category for category in used if category not in given)


def days(length: Duration) -> float:
    """About how many days a length of time has: for putting lengths in order, not for counting dates."""
    return length.amount * _DAYS[length.unit]


def has_basis(notice: Notice, *bases: Basis) -> bool:
    """True when some purpose rests on one of the bases."""
    return any(purpose.basis in bases for purpose in (notice.register.purposes or {}).values())


def _named_recipients(notice: Notice, cookies: Mapping[str, Cookie]) -> Iterator[str]:
    ids: list[str | None] = []
    for purpose in (notice.register.purposes or {}).values():
        ids += (*(purpose.recipients or ()), *(purpose.interest_of or ()))
    for cookie in cookies.values():
        ids += (cookie.provider, *(cookie.read_by or ()))
    yield from (id for id in ids if id is not None and id != CONTROLLER)


def _over(own: F | None, known: Facts | None, model: type[F]) -> F:
    """One thing from two sets of facts: what the owner stated holds, the vocabulary fills the rest."""
    facts = {name: getattr(known, name) for name in model.model_fields} if known is not None else {}
    if own is not None:
        facts |= {name: value for name in model.model_fields if (value := getattr(own, name)) is not None}
    return cast(F, model.model_construct(**facts))
