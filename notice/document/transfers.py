"""Transfers outside the EEA by recipient, each with its ground: GDPR Arts 13(1)(f), 14(1)(f), 44–49."""

from dataclasses import replace

from notice.derive import TransferRow
from notice.document.parts import Cell, FactText
from notice.document.writer import Writer
from notice.findings import dotted
from notice.law.adequacy import VERIFIED, adequacy
from notice.law.transfers import MECHANISM_PROVISIONS, NAMED_BY_THEMSELVES
from notice.links import web_link
from notice.model.register import Transfer

ON_ADEQUACY = frozenset({"adequacy", "dpf"})
"""The mechanisms that are an adequacy decision themselves."""


def transfers_to(writer: Writer, recipient: str) -> Cell:
    """Every transfer of the recipient's, one line for each thing; the words for "not stated yet" where it is open."""
    rows = [row for row in writer.derived.transfers if row.recipient == recipient]
    at = ("recipients", recipient, "transfers")
    if not rows and at in writer.notice.unknown:
        return (writer.unknown(*at),)
    return tuple(line for row in rows for line in _lines(writer, row))


def _lines(writer: Writer, row: TransferRow) -> Cell:
    at = ("recipients", row.recipient, "transfers", row.country)
    country = writer.country(row.country, *at)
    transfer = row.transfer
    if transfer is None:
        return (replace(country, after=": "), writer.unknown(*at))
    mechanism = _mechanism(writer, transfer, *at, "mechanism")
    number = transfer.reference or (NAMED_BY_THEMSELVES.get(transfer.mechanism) if transfer.mechanism else None)
    decision = adequacy(row.country, writer.notice.date or VERIFIED)
    if transfer.mechanism in ON_ADEQUACY and not number and decision:
        number = decision.number
    lines: list[FactText] = [replace(country, after=": "), mechanism]
    if number or writer.notice.is_unknown(*at, "reference"):
        lines += _labelled(writer, "reference", FactText(number or ""), *at, "reference")
    if transfer.importer or writer.notice.is_unknown(*at, "importer"):
        # The company that receives the data there, where it is another than the recipient that is named.
        lines += _labelled(writer, "importer", FactText(transfer.importer or ""), *at, "importer")
    if transfer.mechanism and transfer.mechanism not in ON_ADEQUACY:
        # Art. 13(1)(f): the absence of a decision is stated, on the notice's own day.
        lines.append(FactText(writer.word("adequacy", "aside" if decision else "none")))
    if transfer.mechanism == "compelling-interests":
        # Rule N409 asks for it, with the article: it is no missing word like any other.
        interest = writer.maybe("recipients", row.recipient, "compelling-interest")
        lines += _labelled(writer, "compelling-interest", FactText(interest) if interest else writer.unknown())
    return (*lines, *_copy(writer, transfer, *at, "copy"))


def _labelled(writer: Writer, label: str, value: FactText, *fact: str) -> Cell:
    if fact and writer.notice.is_unknown(*fact):
        value = writer.unknown(*fact)
    named = FactText(f"{writer.word('labels', label)}:", after=" ")
    return (named, replace(value, fact=dotted(fact)))


def _mechanism(writer: Writer, transfer: Transfer, *fact: str) -> FactText:
    if transfer.mechanism is None:
        return writer.unknown(*fact)
    name = writer.word("mechanisms", transfer.mechanism, needed_by=fact)
    return FactText(f"{name} ({writer.article(MECHANISM_PROVISIONS[transfer.mechanism])})", dotted(fact))


def _copy(writer: Writer, transfer: Transfer, *fact: str) -> Cell:
    if writer.notice.is_unknown(*fact):
        return _labelled(writer, "copy", writer.unknown(), *fact)
    if transfer.copy_from == "request":
        return (writer.fact("texts", "copy-on-request", fact=fact),)
    if not transfer.copy_from:
        return ()
    return _labelled(writer, "copy", FactText(transfer.copy_from, href=web_link(transfer.copy_from)), *fact)
