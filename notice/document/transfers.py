"""Which data leave the EEA, to where, and on what ground: GDPR Arts 13(1)(f), 14(1)(f), 44–49."""

from collections.abc import Iterator
from dataclasses import dataclass

from notice import derive
from notice.document.parts import Entry, FactText, Row, Section
from notice.document.writer import Writer
from notice.findings import dotted
from notice.law.adequacy import VERIFIED, adequacy
from notice.law.transfers import MECHANISM_PROVISIONS, NAMED_BY_THEMSELVES
from notice.links import web_link
from notice.model.register import Transfer


@dataclass(frozen=True, slots=True)
class TransfersSection(Section):
    """One entry for each recipient in each country outside the EEA.

    `none` says that there are none; `open` that not all recipients or their countries are known yet.
    """

    none: FactText | None
    open: str
    text: str
    transfers: tuple[Entry, ...]


def transfers(writer: Writer) -> TransfersSection:
    """The section on transfers."""
    rows = writer.derived.transfers
    open = writer.word("texts", "transfers-open") if writer.derived.recipients_open else ""
    none = None if rows or open else writer.fact("texts", "no-transfers", fact=("transfers",))
    text = writer.word("texts", "transfers") if rows else ""
    entries = (*(_entry(writer, row) for row in rows), *_unknown(writer, {row.recipient for row in rows}))
    return TransfersSection("transfers", writer.word("headings", "transfers"), none, open, text, entries)


def _unknown(writer: Writer, listed: set[str]) -> Iterator[Entry]:
    """One entry for each recipient of which only this is known: that nobody knows yet whether its data leave."""
    for id in writer.derived.recipients:
        at = ("recipients", id, "transfers")
        if at in writer.notice.unknown and id not in listed:
            name = writer.heading("recipients", id, "name")
            yield Entry(f"transfer-{id}", name, None, writer.row("country", writer.unknown(*at)))


def _entry(writer: Writer, row: derive.TransferRow) -> Entry:
    at = ("recipients", row.recipient, "transfers", row.country)
    country = writer.country(row.country, *at)
    recipient = writer.heading("recipients", row.recipient, "name")
    name = FactText(f"{recipient.text}: {country.text}", dotted(at))
    rows = (*writer.row("adequacy", _adequacy(writer, row, *at, "mechanism")), *_ground(writer, row.transfer, *at))
    return Entry(f"transfer-{row.recipient}-{row.country.lower()}", name, None, rows)


def _adequacy(writer: Writer, row: derive.TransferRow, *fact: str) -> FactText:
    """Whether an adequacy decision exists, on the notice's own day: the day of the build never changes a page."""
    found = adequacy(row.country, writer.notice.date or VERIFIED)
    word = writer.word("adequacy", "none" if found is None else "partial" if found.partial else "whole")
    return FactText(f"{word}: {found.number}" if found and found.number else word, dotted(fact))


def _ground(writer: Writer, transfer: Transfer | None, *at: str) -> tuple[Row, ...]:
    """What carries the transfer, and how a person can see it."""
    if transfer is None:
        return writer.row("transfer-ground", writer.unknown(*at))
    rows = writer.row("transfer-ground", _mechanism(writer, transfer, *at, "mechanism"))
    reference = transfer.reference or (NAMED_BY_THEMSELVES.get(transfer.mechanism) if transfer.mechanism else None)
    rows += writer.fact_row("reference", FactText(reference) if reference else None, *at, "reference")
    if transfer.mechanism == "compelling-interests":
        # Rule N409 asks for it, with the article: it is no missing word like any other.
        interest = writer.maybe("recipients", at[1], "compelling-interest")
        rows += writer.row("compelling-interest", writer.owner_text(interest, *at, "mechanism"))
    verified = FactText(writer.date(transfer.verified)) if transfer.verified else None
    rows += writer.fact_row("verified", verified, *at, "verified")
    return rows + writer.fact_row("copy", _copy(writer, transfer), *at, "copy")


def _mechanism(writer: Writer, transfer: Transfer, *fact: str) -> FactText:
    if transfer.mechanism is None:
        return writer.unknown(*fact)
    name = writer.word("mechanisms", transfer.mechanism, needed_by=fact)
    return FactText(f"{name} ({writer.provision(MECHANISM_PROVISIONS[transfer.mechanism])})", dotted(fact))


def _copy(writer: Writer, transfer: Transfer) -> FactText | None:
    if transfer.copy_from == "request":
        return FactText(writer.word("texts", "copy-on-request"))
    return FactText(transfer.copy_from, href=web_link(transfer.copy_from)) if transfer.copy_from else None
