"""The well-known services of the vocabulary by group, and which of them an owner means."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from notice.data import locale, tree
from notice.findings import nearest
from notice.interview.answers import Service
from notice.interview.readers import NOTHING, Misread, read_text

ALIKE = 0.8
"""How much alike a misspelt name is at least."""

SHORTEST = 5
"""How many signs a name has at least that is recognised although it is misspelt."""

_APART = re.compile(r"\s*[,;]\s*|\s+(?:ja|sekä|och|samt|and|&|\+)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """Services that are asked about together.

    `kinds` are the recipients of presets that a service of the group takes the place of, `activities` those of the
    known services that are offered, `without` those of them that are something else. `ends` are the purposes that
    nobody has who uses no such service.
    """

    id: str
    kinds: tuple[str, ...]
    activities: tuple[str, ...]
    ends: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


GROUPS = (
    Group("shop", ("web-shop-platform",), ("web-shop",)),
    Group("payment", ("payment-provider",), ("payments",)),
    Group("delivery", ("parcel-carrier",), ("delivery",)),
    Group("mail", ("email-service-provider",), ("email", "cloud-office"), without=("slack", "dropbox")),
    Group("newsletter", ("newsletter-service",), ("newsletters", "crm"), ("electronic-direct-marketing",)),
    Group("analytics", ("analytics-provider",), ("analytics", "advertising"), ("visitor-statistics",)),
    Group("hosting", ("hosting-provider",), ("hosting",)),
    Group("errors", ("error-reporting-service",), ("error-reporting",), ("error-reports",)),
    Group("accounting", ("accounting-firm",), ("accounting",)),
    Group("payroll", ("payroll-service",), ("payroll",)),
)
"""The groups in the order in which they are asked about."""


def is_advertising(service: Service) -> bool:
    """Whether it is an advertising network that is known."""
    return bool(service.id) and known()[service.id].get("activity") == "advertising"


@cache
def known() -> Mapping[str, Mapping[str, Any]]:
    """The facts of every recipient of the vocabulary that is a firm, by id."""
    recipients = tree(files("notice") / "vocabulary" / "recipients.yaml")["recipients"]
    return {id: facts for id, facts in recipients.items() if facts and "named" in facts}


@cache
def cookies(service: str) -> Mapping[str, Mapping[str, Any]]:
    """The facts of the cookies that a known service is known to set, by id."""
    every = tree(files("notice") / "vocabulary" / "cookies.yaml")["cookies"]
    return {id: facts for id, facts in every.items() if facts.get("provider") == service}


def offered(group: Group) -> tuple[str, ...]:
    """The ids of the known services of a group."""
    fitting = (id for id, facts in known().items() if facts.get("activity") in group.activities)
    return tuple(id for id in fitting if id not in group.without)


@cache
def names(language: str) -> Mapping[str, str]:
    """What each known service is called in a language."""
    worded = tree(locale(language) / "notice" / "recipients.yaml")["recipients"]
    return {id: str(worded[id]).strip() for id in known()}


def read_services(typed: str, group: Group, language: str) -> tuple[Service, ...] | None:
    """The services that were typed, known ones by id; all others together as one firm by its name.

    `()` where none is used, None for an answer left open. Raises `Misread` for a name of several known services.
    """
    if typed.strip().casefold() in NOTHING:
        return ()
    answer = read_text(typed)
    if answer is None:
        return None
    parts = [part for part in _APART.split(answer) if part]
    if len(parts) == 1 or _is_one(answer):  # “Zoom Communications, Inc.” has a comma and is one name
        parts = [answer]
    ids = {part: _recognised(part, group, language) for part in parts}
    if not any(ids.values()):
        return (Service(name=answer),)
    others = ", ".join(part for part in parts if not ids[part])
    found = tuple(Service(id) for id in dict.fromkeys(filter(None, ids.values())))
    return (*found, *((Service(name=others),) if others else ()))


def _recognised(text: str, group: Group, language: str) -> str | None:
    """The id of the service of which the text is a name, those of the group first, also where it is misspelt."""
    from notice.derive.known_names import same_name  # as in `_named`

    fitting = offered(group)
    named = _named(text)
    inside = [id for id in named if id in fitting]
    if len(inside) > 1:
        raise Misread("ambiguous", typed=text, known=_listed(inside, language))
    if inside or len(named) == 1:
        return (inside or named)[0]
    spelt = {same_name(name): id for id in fitting for name in _spellings(id, language)}
    meant = nearest(same_name(text), spelt, ALIKE) if len(same_name(text)) >= SHORTEST else None
    return spelt[meant] if meant else None


def _is_one(text: str) -> bool:
    return len(_named(text)) == 1


@cache
def _named(text: str) -> Sequence[str]:
    """The ids of the known services of which the text is a name, or which it enumerates."""
    # The names are compared by the vocabulary's model, which takes longer to load than all the rest of `notice init`.
    from notice.derive.known_names import KnownNames
    from notice.load.vocabulary import standard_vocabulary

    names = KnownNames(standard_vocabulary())
    return tuple(id for id in names.recipients(text) if id in known())


def _spellings(id: str, language: str) -> Sequence[str]:
    facts = known()[id]
    also = facts.get("also-known-as", [])
    return [id, names(language)[id], facts["named"], *([also] if isinstance(also, str) else also)]


def _listed(ids: Sequence[str], language: str) -> str:
    return ", ".join(names(language)[id] for id in ids)
