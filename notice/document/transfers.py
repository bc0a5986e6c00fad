"""Which data leave the EEA, to where, and on what ground: GDPR Arts 13(1)(f), 14(1)(f), 44–49."""

from collections.abc import Iterator
from dataclasses import dataclass

from notice import derive
from notice.document.parts import Entry, Row, Said, Section
from notice.document.say import Say
from notice.findings import dotted
from notice.law.adequacy import VERIFIED, adequacy
from notice.law.transfers import MECHANISM_PROVISIONS, NAMED_BY_THEMSELVES
from notice.links.web import web_link
from notice.model.register import Transfer


@dataclass(frozen=True, slots=True)
class TransfersSection(Section):
    """One entry for each recipient in each country outside the EEA.

    `none` says that there are none; `open` that not all recipients or their countries are known yet.
    """

    none: Said | None
    open: str
    text: str
    transfers: tuple[Entry, ...]


def transfers(say: Say) -> TransfersSection:
    """The section on transfers."""
    rows = say.derived.transfers
    open = say.word("texts", "transfers-open") if say.derived.recipients_open else ""
    none = None if rows or open else say.said("texts", "no-transfers", fact=("transfers",))
    text = say.word("texts", "transfers") if rows else ""
    entries = (*(_entry(say, row) for row in rows), *_unknown(say, {row.recipient for row in rows}))
    return TransfersSection("transfers", say.word("headings", "transfers"), none, open, text, entries)


def _unknown(say: Say, listed: set[str]) -> Iterator[Entry]:
    """One entry for each recipient of which only this is known: that nobody knows yet whether its data leave."""
    for id in say.derived.recipients:
        at = ("recipients", id, "transfers")
        if at in say.notice.unknown and id not in listed:
            name = say.heading("recipients", id, "name")
            yield Entry(f"transfer-{id}", name, None, say.row("country", say.unknown(*at)))


def _entry(say: Say, row: derive.TransferRow) -> Entry:
    at = ("recipients", row.recipient, "transfers", row.country)
    country = say.country(row.country, *at)
    recipient = say.heading("recipients", row.recipient, "name")
    name = Said(f"{recipient.text}: {country.text}", dotted(at))
    rows = (*say.row("adequacy", _adequacy(say, row, *at, "mechanism")), *_ground(say, row.transfer, *at))
    return Entry(f"transfer-{row.recipient}-{row.country.lower()}", name, None, rows)


def _adequacy(say: Say, row: derive.TransferRow, *fact: str) -> Said:
    """Whether an adequacy decision exists, on the notice's own day: the day of the build never changes a page."""
    found = adequacy(row.country, say.notice.date or VERIFIED)
    word = say.word("adequacy", "none" if found is None else "partial" if found.partial else "whole")
    return Said(f"{word}: {found.number}" if found and found.number else word, dotted(fact))


def _ground(say: Say, transfer: Transfer | None, *at: str) -> tuple[Row, ...]:
    """What carries the transfer, and how a person can see it."""
    if transfer is None:
        return say.row("transfer-ground", say.unknown(*at))
    rows = say.row("transfer-ground", _mechanism(say, transfer, *at, "mechanism"))
    reference = transfer.reference or (NAMED_BY_THEMSELVES.get(transfer.mechanism) if transfer.mechanism else None)
    rows += say.told("reference", Said(reference) if reference else None, *at, "reference")
    if transfer.mechanism == "compelling-interests":
        # Rule N409 asks for it, with the article: it is no missing word like any other.
        interest = say.maybe("recipients", at[1], "compelling-interest")
        rows += say.row("compelling-interest", say.given(interest, *at, "mechanism"))
    verified = Said(say.date(transfer.verified)) if transfer.verified else None
    rows += say.told("verified", verified, *at, "verified")
    return rows + say.told("copy", _copy(say, transfer), *at, "copy")


def _mechanism(say: Say, transfer: Transfer, *fact: str) -> Said:
    if transfer.mechanism is None:
        return say.unknown(*fact)
    name = say.word("mechanisms", transfer.mechanism, needed_by=fact)
    return Said(f"{name} ({say.provision(MECHANISM_PROVISIONS[transfer.mechanism])})", dotted(fact))


def _copy(say: Say, transfer: Transfer) -> Said | None:
    if transfer.copy_from == "request":
        return Said(say.word("texts", "copy-on-request"))
    return Said(transfer.copy_from, href=web_link(transfer.copy_from)) if transfer.copy_from else None
