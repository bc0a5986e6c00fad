"""What is stored on the person's device, and how consent is given and withdrawn: section 205 of Act 917/2014."""

from dataclasses import dataclass, replace

from notice.document.parts import Cell, FactText, Row, Section, Table
from notice.document.writer import Writer, recipient_name
from notice.findings import dotted
from notice.links import web_link
from notice.model.register import Cookie

CATEGORIES = ("necessary", "preferences", "analytics", "marketing", "unsorted")
"""The categories of cookies, those that need no consent first; `unsorted` while the owner does not know."""


@dataclass(frozen=True, slots=True)
class CookiesSection(Section):
    """A table of what is stored, and a note on consent; `none` says that nothing is, `open` that it is not known."""

    none: FactText | None
    open: FactText | None
    note: str
    table: Table | None
    techniques: tuple[Row, ...]
    withdraw: tuple[Row, ...]


def cookies(writer: Writer) -> CookiesSection:
    """The section on cookies."""
    stored = sorted(writer.derived.cookies.items(), key=lambda item: CATEGORIES.index(_category(item[1])))
    unknown = writer.notice.is_unknown("cookies")
    heads = tuple(
        writer.word("labels", label)
        for label in ("cookie", "cookie-purpose", "duration", "cookie-category", "provider", "read-by")
    )
    rows = tuple(_row(writer, id, cookie) for id, cookie in stored)
    consented = any(_category(cookie) != "necessary" for _, cookie in stored)
    return CookiesSection(
        id="cookies",
        title=writer.word("headings", "cookies"),
        term=writer.word("law-terms", "cookies"),
        none=None if stored or unknown else _none(writer),
        open=writer.unknown("cookies") if unknown else None,
        note=writer.word("texts", "cookies-consented" if consented else "cookies-necessary") if stored else "",
        table=Table(heads, rows) if rows else None,
        techniques=_techniques(writer),
        withdraw=(
            *writer.choice("cookie-consent", *writer.ways(writer.notice.register.cookie_consent, "cookie-consent")),
            *_settings(writer),
        ),
    )


def _settings(writer: Writer) -> tuple[Row, ...]:
    """The address at which the choice about cookies is changed."""
    address = writer.notice.register.cookie_settings
    said = FactText(address, "cookie-settings", href=web_link(address)) if address else None
    return writer.fact_row("cookie-settings", said, "cookie-settings")


def _none(writer: Writer) -> FactText:
    """That no cookies are stored; nothing similar either, where that is stated too."""
    key = "similar-techniques"
    is_denied = writer.notice.register.similar_techniques == () and not writer.notice.is_unknown(key)
    return writer.fact("texts", "no-cookies" if is_denied else "no-cookies-themselves", fact=("cookies",))


def _techniques(writer: Writer) -> tuple[Row, ...]:
    """What else stores or reads something on the device; that nothing does, beside cookies."""
    fact, stated = "similar-techniques", writer.notice.register.similar_techniques
    if stated == () and not writer.notice.is_unknown(fact):
        said = writer.fact("texts", "no-techniques", fact=(fact,))
        return writer.row(fact, said) if writer.derived.cookies else ()
    return writer.row(fact, *writer.each("techniques", stated, fact))


def _category(cookie: Cookie) -> str:
    return cookie.category or "unsorted"


def _row(writer: Writer, id: str, cookie: Cookie) -> tuple[Cell, ...]:
    at = ("cookies", id)
    provider = recipient_name(writer, cookie.provider, *at, "provider") if cookie.provider else None
    return (
        _name(writer, id, cookie, *at),
        (_purpose(writer, cookie, *at, "purpose"),),
        (_life(writer, cookie, *at, "duration"),),
        (writer.fact("cookie-categories", _category(cookie), fact=(*at, "category")),),
        (provider or writer.unknown(*at, "provider"),),
        _readers(writer, cookie, *at, "read-by"),
    )


def _name(writer: Writer, id: str, cookie: Cookie, *at: str) -> Cell:
    if cookie.name:
        return (FactText(cookie.name, _named_facts(*at)),)
    if not writer.notice.is_unknown(*at, "name"):
        return (FactText(writer.word("cookies", id, "name", needed_by=at), _named_facts(*at)),)
    own = writer.maybe("cookies", id, "name")
    unknown = replace(writer.unknown(), fact=_named_facts(*at))
    return (FactText(own, after=": "), unknown) if own else (unknown,)


def _named_facts(*at: str) -> str:
    """What a cookie's name states: that there is one, and how it is named."""
    return " ".join(dotted((*at, *part)) for part in ((), ("name",)))


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
