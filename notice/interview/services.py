"""The well-known services of the vocabulary by group, and which of them an owner means."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from notice.data import locale, tree
from notice.derive.known_names import KnownNames, same_name
from notice.findings import nearest
from notice.interview.answers import Service
from notice.interview.readers import Misread, is_nothing, read_text
from notice.languages import LANGUAGES
from notice.load.vocabulary import standard_vocabulary

ALIKE = 0.8
"""How much alike a misspelt name is at least."""

SHORTEST = 5
"""How many signs a name has at least that is recognised although it is misspelt."""

_LISTED = re.compile(r"\s*[,;\n]\s*")
_TOGETHER = re.compile(
    r"\s*(?:[|+&()\[\]]|(?<!\bA)/|/(?!S\b))\s*|\s+(?:ja|sekä|och|samt|and|dba|trading as|[–—-])\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Group:
    """Services that are asked about together.

    `kinds` are the recipients of presets that a service of the group takes the place of, `activities` those of the
    known services that are offered, `without` those of them that are something else. `also` are activities of which
    a service can be an answer too: a shop platform takes payments. `ends` are the purposes that nobody has who uses
    no such service.
    """

    id: str
    kinds: tuple[str, ...]
    activities: tuple[str, ...]
    ends: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


GROUPS = (
    Group("shop", ("web-shop-platform",), ("web-shop",), also=("hosting",)),
    Group("payment", ("payment-provider",), ("payments",), also=("web-shop",)),
    Group("delivery", ("parcel-carrier",), ("delivery",), also=("web-shop",)),
    Group(
        "mail",
        ("email-service-provider",),
        ("email", "cloud-office"),
        without=("slack", "dropbox"),
        also=("hosting", "newsletters", "crm", "web-shop", "cloud-office"),
    ),
    Group(
        "newsletter",
        ("newsletter-service",),
        ("newsletters", "crm"),
        ("electronic-direct-marketing",),
        also=("web-shop", "email", "cloud-office"),
    ),
    Group(
        "analytics",
        ("analytics-provider",),
        ("analytics", "advertising"),
        ("visitor-statistics",),
        also=("web-shop", "hosting", "error-reporting"),
    ),
    Group("hosting", ("hosting-provider",), ("hosting",), also=("web-shop", "cloud-office")),
    Group(
        "errors", ("error-reporting-service",), ("error-reporting",), ("error-reports",), also=("hosting", "analytics")
    ),
    Group("accounting", ("accounting-firm",), ("accounting",), also=("payroll", "cloud-office")),
    Group("payroll", ("payroll-service",), ("payroll",), also=("accounting",)),
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
    if is_nothing(typed):
        return ()
    answer = read_text(typed)
    if answer is None:
        return None
    ids: dict[str, str | None] = {}
    for part in _parts(answer):
        ids |= _each_recognised(part, group, language)
    if not any(ids.values()):
        return (Service(name=answer),)
    others = ", ".join(part for part in ids if not ids[part])
    found = tuple(Service(id) for id in dict.fromkeys(filter(None, ids.values())))
    return (*found, *((Service(name=others),) if others else ()))


def _parts(answer: str) -> Sequence[str]:
    """The items of a list; one item where it is one name, as “Zoom Communications, Inc.” is."""
    if _called(answer):
        return (answer,)
    parts: list[str] = []
    for part in filter(None, _LISTED.split(answer)):
        if parts and not same_name(part):  # a legal form alone
            parts[-1] = f"{parts[-1]}, {part}"
        else:
            parts.append(part)
    return parts


def _each_recognised(item: str, group: Group, language: str) -> Mapping[str, str | None]:
    """The services that an item of a list names, “Klarna / Paytrail” two; the whole item where none is known."""
    if _called(item):
        return {item: _recognised(item, group, language)}
    parts = [part for part in _TOGETHER.split(item) if part.strip()]
    ids = {part: _recognised(part, group, language) for part in parts}
    return ids if any(ids.values()) else {item: _recognised(item, group, language)}


def _recognised(text: str, group: Group, language: str) -> str | None:
    """The id of the service of which the text is a name, those of the group first, also where it is misspelt."""
    fitting = offered(group)
    named = _called(text)
    inside = [id for id in named if id in fitting]
    if len(inside) > 1:
        raise Misread("ambiguous", typed=text, known=_listed(inside, language))
    if inside:
        return inside[0]
    spelt = {same_name(name): id for id in fitting for name in _spellings(id, language)}
    meant = nearest(same_name(text), spelt, ALIKE) if len(same_name(text)) >= SHORTEST else None
    if meant:
        return spelt[meant]
    if named and not any(_may_serve(id, group) for id in named):
        raise Misread("other-group", known=names(language)[named[0]], activity=_activity(named[0], language))
    return named[0] if len(named) == 1 else None


def _may_serve(id: str, group: Group) -> bool:
    """Whether a known service of another group, or of none, can be an answer in a group."""
    activity = known()[id].get("activity")
    return activity in group.also or not any(activity in one.activities for one in GROUPS)


def _activity(id: str, language: str) -> str:
    """What a known service does, in the words of a notice."""
    worded = tree(locale(language) / "notice" / "ways.yaml")["activities"]
    return str(worded[known()[id]["activity"]])


@cache
def _called(text: str) -> Sequence[str]:
    """The ids of the known services of which the whole text is a name, also as it is offered."""
    wanted = same_name(text)
    worded = [id for language in LANGUAGES for id, name in names(language).items() if same_name(name) == wanted]
    named = _names_of_vocabulary().called(text)
    return tuple(dict.fromkeys(id for id in (*named, *(worded if wanted else ())) if id in known()))


@cache
def _names_of_vocabulary() -> KnownNames:
    return KnownNames(standard_vocabulary())


def _spellings(id: str, language: str) -> Sequence[str]:
    facts = known()[id]
    also = facts.get("also-known-as", [])
    return [id, names(language)[id], facts["named"], *([also] if isinstance(also, str) else also)]


def _listed(ids: Sequence[str], language: str) -> str:
    return ", ".join(names(language)[id] for id in ids)
