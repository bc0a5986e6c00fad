"""What is stored on the person's device, and how consent is given and withdrawn: section 205 of Act 917/2014."""

from dataclasses import dataclass, replace

from notice.document.parts import Cell, Said, Section, Table
from notice.document.purposes import recipient_name
from notice.document.say import Say
from notice.findings import dotted
from notice.model.register import Cookie

CATEGORIES = ("necessary", "preferences", "analytics", "marketing", "unsorted")
"""The categories of cookies, those that need no consent first; `unsorted` while the owner does not know."""


@dataclass(frozen=True, slots=True)
class CookieGroup:
    """The cookies of one category: its name, what it means for consent, and the table."""

    id: str
    name: str
    text: str
    table: Table


@dataclass(frozen=True, slots=True)
class CookiesSection(Section):
    """`none` says that there are no cookies; else the groups, the necessary ones first, and the ways to withdraw."""

    none: Said | None
    open: Said | None
    groups: tuple[CookieGroup, ...]
    withdraw_label: str
    withdraw: tuple[Said, ...]


def cookies(say: Say) -> CookiesSection:
    """The section on cookies."""
    stored = say.derived.cookies
    groups = tuple(
        _group(say, category, sorted_cookies)
        for category in CATEGORIES
        if (sorted_cookies := {id: one for id, one in stored.items() if (one.category or "unsorted") == category})
    )
    unknown = say.notice.is_unknown("cookies")
    return CookiesSection(
        id="cookies",
        title=say.word("headings", "cookies"),
        none=None if stored or unknown else say.said("texts", "no-cookies", fact=("cookies",)),
        open=say.unknown("cookies") if unknown else None,
        groups=groups,
        withdraw_label=say.word("labels", "cookie-consent"),
        withdraw=say.phrase(say.each("withdrawals", say.notice.register.cookie_consent, "cookie-consent")),
    )


def _group(say: Say, category: str, stored: dict[str, Cookie]) -> CookieGroup:
    heads = tuple(
        say.word("labels", label) for label in ("cookie", "provider", "cookie-purpose", "duration", "read-by")
    )
    name = say.word("cookie-categories", category, "name")
    table = Table(name, heads, tuple(_row(say, id, cookie) for id, cookie in stored.items()))
    return CookieGroup(f"cookies-{category}", name, say.word("cookie-categories", category, "text"), table)


def _row(say: Say, id: str, cookie: Cookie) -> tuple[Cell, ...]:
    at = ("cookies", id)
    return (
        _name(say, id, cookie, *at),
        (recipient_name(say, cookie.provider, *at, "provider") if cookie.provider else say.unknown(*at, "provider"),),
        (_purpose(say, cookie, *at, "purpose"),),
        (_life(say, cookie, *at, "duration"),),
        _readers(say, cookie, *at, "read-by"),
    )


def _name(say: Say, id: str, cookie: Cookie, *at: str) -> Cell:
    if cookie.name:
        return (Said(cookie.name, _named_facts(*at)),)
    if not say.notice.is_unknown(*at, "name"):
        return (Said(say.word("cookies", id, "name", needed_by=at), _named_facts(*at)),)
    own = say.maybe("cookies", id, "name")
    unknown = replace(say.unknown(), fact=_named_facts(*at))
    return (Said(own, _named_facts(*at), after=": "), unknown) if own else (unknown,)


def _named_facts(*at: str) -> str:
    """What a cookie's name states: the table in which it stands is the one of its category."""
    return " ".join(dotted((*at, *part)) for part in ((), ("name",), ("category",)))


def _readers(say: Say, cookie: Cookie, *fact: str) -> Cell:
    if cookie.read_by is None:
        return (say.unknown(*fact),)
    readers = (recipient_name(say, reader, *fact, str(index)) for index, reader in enumerate(cookie.read_by))
    return say.phrase(readers) or (say.said("texts", "nobody-else", fact=fact),)


def _purpose(say: Say, cookie: Cookie, *fact: str) -> Said:
    return say.said("cookie-purposes", cookie.purpose, fact=fact) if cookie.purpose else say.unknown(*fact)


def _life(say: Say, cookie: Cookie, *fact: str) -> Said:
    if cookie.duration is None:
        return say.unknown(*fact)
    if isinstance(cookie.duration, str):
        return say.said("cookie-lives", cookie.duration, fact=fact)
    return Said(say.duration(cookie.duration), dotted(fact))
