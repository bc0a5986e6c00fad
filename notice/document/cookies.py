"""What is stored on the person's device, and how consent is given and withdrawn: section 205 of Act 917/2014."""

from dataclasses import dataclass, replace

from notice.document.parts import Cell, FactText, Section, Table
from notice.document.writer import Writer, recipient_name
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

    none: FactText | None
    open: FactText | None
    groups: tuple[CookieGroup, ...]
    withdraw_label: str
    withdraw: tuple[FactText, ...]


def cookies(writer: Writer) -> CookiesSection:
    """The section on cookies."""
    stored = writer.derived.cookies
    groups = tuple(
        _group(writer, category, sorted_cookies)
        for category in CATEGORIES
        if (sorted_cookies := {id: one for id, one in stored.items() if (one.category or "unsorted") == category})
    )
    unknown = writer.notice.is_unknown("cookies")
    return CookiesSection(
        id="cookies",
        title=writer.word("headings", "cookies"),
        none=None if stored or unknown else writer.fact("texts", "no-cookies", fact=("cookies",)),
        open=writer.unknown("cookies") if unknown else None,
        groups=groups,
        withdraw_label=writer.word("labels", "cookie-consent"),
        withdraw=writer.phrase(writer.each("withdrawals", writer.notice.register.cookie_consent, "cookie-consent")),
    )


def _group(writer: Writer, category: str, stored: dict[str, Cookie]) -> CookieGroup:
    heads = tuple(
        writer.word("labels", label) for label in ("cookie", "provider", "cookie-purpose", "duration", "read-by")
    )
    name = writer.word("cookie-categories", category, "name")
    table = Table(name, heads, tuple(_row(writer, id, cookie) for id, cookie in stored.items()))
    return CookieGroup(f"cookies-{category}", name, writer.word("cookie-categories", category, "text"), table)


def _row(writer: Writer, id: str, cookie: Cookie) -> tuple[Cell, ...]:
    at = ("cookies", id)
    return (
        _name(writer, id, cookie, *at),
        (
            recipient_name(writer, cookie.provider, *at, "provider")
            if cookie.provider
            else writer.unknown(*at, "provider"),
        ),
        (_purpose(writer, cookie, *at, "purpose"),),
        (_life(writer, cookie, *at, "duration"),),
        _readers(writer, cookie, *at, "read-by"),
    )


def _name(writer: Writer, id: str, cookie: Cookie, *at: str) -> Cell:
    if cookie.name:
        return (FactText(cookie.name, _named_facts(*at)),)
    if not writer.notice.is_unknown(*at, "name"):
        return (FactText(writer.word("cookies", id, "name", needed_by=at), _named_facts(*at)),)
    own = writer.maybe("cookies", id, "name")
    unknown = replace(writer.unknown(), fact=_named_facts(*at))
    return (FactText(own, _named_facts(*at), after=": "), unknown) if own else (unknown,)


def _named_facts(*at: str) -> str:
    """What a cookie's name states: the table in which it stands is the one of its category."""
    return " ".join(dotted((*at, *part)) for part in ((), ("name",), ("category",)))


def _readers(writer: Writer, cookie: Cookie, *fact: str) -> Cell:
    if cookie.read_by is None:
        return (writer.unknown(*fact),)
    readers = (recipient_name(writer, reader, *fact, str(index)) for index, reader in enumerate(cookie.read_by))
    return writer.phrase(readers) or (writer.fact("texts", "nobody-else", fact=fact),)


def _purpose(writer: Writer, cookie: Cookie, *fact: str) -> FactText:
    return writer.fact("cookie-purposes", cookie.purpose, fact=fact) if cookie.purpose else writer.unknown(*fact)


def _life(writer: Writer, cookie: Cookie, *fact: str) -> FactText:
    if cookie.duration is None:
        return writer.unknown(*fact)
    if isinstance(cookie.duration, str):
        return writer.fact("cookie-lives", cookie.duration, fact=fact)
    return FactText(writer.duration(cookie.duration), dotted(fact))
