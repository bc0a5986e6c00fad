"""Who receives the data, processors too: GDPR Arts 4(9), 13(1)(e), 14(1)(e)."""

from dataclasses import dataclass

from notice.document.parts import Entry, Row, Said, Section
from notice.document.purposes import purpose_name
from notice.document.say import Say
from notice.links.web import web_link
from notice.model.register import Recipient


@dataclass(frozen=True, slots=True)
class RecipientsSection(Section):
    """One entry for each recipient; `none` says that there are none, `open` that not all are known yet."""

    none: str
    open: str
    recipients: tuple[Entry, ...]


def recipients(say: Say) -> RecipientsSection:
    """The section on recipients."""
    entries = tuple(_entry(say, id, recipient) for id, recipient in say.derived.recipients.items())
    open = say.derived.recipients_unlisted
    return RecipientsSection(
        id="recipients",
        title=say.word("headings", "recipients"),
        none="" if entries or open else say.word("texts", "no-recipients"),
        open=say.word("texts", "recipients-open") if open else "",
        recipients=entries,
    )


def _entry(say: Say, id: str, recipient: Recipient) -> Entry:
    at = ("recipients", id)
    used = tuple(
        purpose_name(say, purpose) for purpose, facts in say.derived.purposes.items() if id in (facts.recipients or ())
    )
    rows = (
        *_company(say, recipient, *at),
        *_kind(say, "role", "roles", recipient.role, *at, "role"),
        *_kind(say, "activity", "activities", recipient.activity, *at, "activity"),
        *_countries(say, recipient, *at),
        *say.row("data", *say.each("data", recipient.data, *at, "data")),
        *say.row("purposes", *used),
        *_own_notice(say, recipient, *at, "notice"),
    )
    return Entry(f"recipient-{id}", say.heading("recipients", id, "name", fact=at), None, rows)


def _kind(say: Say, label: str, kind: str, value: str | None, *fact: str) -> tuple[Row, ...]:
    """What the recipient is, or does; nothing more where nothing at all is known of it."""
    if value is None and say.notice.is_unknown(*fact[:-1]):
        return ()
    return say.told(label, say.said(kind, value) if value else None, *fact)


def _company(say: Say, recipient: Recipient, *at: str) -> tuple[Row, ...]:
    if say.notice.is_unknown(*at):
        return say.row("company", say.unknown(*at))
    return say.told("company", Said(recipient.named) if recipient.named else None, *at, "named")


def _countries(say: Say, recipient: Recipient, *at: str) -> tuple[Row, ...]:
    own = say.country(recipient.country) if recipient.country else None
    countries = tuple(
        say.country(code, *at, "sub-processors", str(index))
        for index, code in enumerate(recipient.sub_processors or ())
    )
    if (*at, "sub-processors") in say.notice.unknown:
        countries = (*countries, say.unknown(*at, "sub-processors"))
    rows = () if own is None and say.notice.is_unknown(*at) else say.told("country", own, *at, "country")
    return rows + say.row("sub-processors", *countries)


def _own_notice(say: Say, recipient: Recipient, *fact: str) -> tuple[Row, ...]:
    if recipient.notice is None and say.notice.is_unknown(*fact[:-1]):
        return ()
    return say.told(
        "own-notice", Said(recipient.notice, href=web_link(recipient.notice)) if recipient.notice else None, *fact
    )
