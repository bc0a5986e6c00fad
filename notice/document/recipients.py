"""Who receives the data, processors too: GDPR Arts 4(9), 13(1)(e), 14(1)(e)."""

from dataclasses import dataclass

from notice.document.parts import Entry, FactText, Row, Section
from notice.document.writer import Writer, purpose_name
from notice.links import web_link
from notice.model.register import Recipient


@dataclass(frozen=True, slots=True)
class RecipientsSection(Section):
    """One entry for each recipient; `none` says that there are none, `open` that not all are known yet."""

    none: str
    open: str
    recipients: tuple[Entry, ...]


def recipients(writer: Writer) -> RecipientsSection:
    """The section on recipients."""
    entries = tuple(_entry(writer, id, recipient) for id, recipient in writer.derived.recipients.items())
    open = writer.derived.recipients_unlisted
    return RecipientsSection(
        id="recipients",
        title=writer.word("headings", "recipients"),
        none="" if entries or open else writer.word("texts", "no-recipients"),
        open=writer.word("texts", "recipients-open") if open else "",
        recipients=entries,
    )


def _entry(writer: Writer, id: str, recipient: Recipient) -> Entry:
    at = ("recipients", id)
    used = tuple(
        purpose_name(writer, purpose)
        for purpose, facts in writer.derived.purposes.items()
        if id in (facts.recipients or ())
    )
    rows = (
        *_company(writer, recipient, *at),
        *_kind(writer, "role", "roles", recipient.role, *at, "role"),
        *_kind(writer, "activity", "activities", recipient.activity, *at, "activity"),
        *_countries(writer, recipient, *at),
        *writer.row("data", *writer.each("data", recipient.data, *at, "data")),
        *writer.row("purposes", *used),
        *_own_notice(writer, recipient, *at, "notice"),
    )
    return Entry(f"recipient-{id}", writer.heading("recipients", id, "name", fact=at), None, rows)


def _kind(writer: Writer, label: str, kind: str, value: str | None, *fact: str) -> tuple[Row, ...]:
    """What the recipient is, or does; nothing more where nothing at all is known of it."""
    if value is None and writer.notice.is_unknown(*fact[:-1]):
        return ()
    return writer.fact_row(label, writer.fact(kind, value) if value else None, *fact)


def _company(writer: Writer, recipient: Recipient, *at: str) -> tuple[Row, ...]:
    if writer.notice.is_unknown(*at):
        return writer.row("company", writer.unknown(*at))
    return writer.fact_row("company", FactText(recipient.named) if recipient.named else None, *at, "named")


def _countries(writer: Writer, recipient: Recipient, *at: str) -> tuple[Row, ...]:
    own = writer.country(recipient.country) if recipient.country else None
    countries = tuple(
        writer.country(code, *at, "sub-processors", str(index))
        for index, code in enumerate(recipient.sub_processors or ())
    )
    if (*at, "sub-processors") in writer.notice.unknown:
        countries = (*countries, writer.unknown(*at, "sub-processors"))
    rows = () if own is None and writer.notice.is_unknown(*at) else writer.fact_row("country", own, *at, "country")
    return rows + writer.row("sub-processors", *countries)


def _own_notice(writer: Writer, recipient: Recipient, *fact: str) -> tuple[Row, ...]:
    if recipient.notice is None and writer.notice.is_unknown(*fact[:-1]):
        return ()
    return writer.fact_row(
        "own-notice", FactText(recipient.notice, href=web_link(recipient.notice)) if recipient.notice else None, *fact
    )
