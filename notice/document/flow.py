"""Where the data come from, who holds them, and who receives them in which countries: what the drawing shows."""

from notice.document.parts import FactText, FlowSection, Receivers, Row
from notice.document.writer import Writer, recipient_name
from notice.law.countries import EEA
from notice.model.register import Recipient


def flow(writer: Writer) -> FlowSection:
    """The way of the data."""
    sources = tuple(writer.heading("sources", id, "name").text for id in writer.derived.sources)
    receivers = _receivers(writer)
    return FlowSection(
        id="flow",
        title=writer.word("headings", "flow"),
        alternative=writer.word("texts", "flow-alternative"),
        sources_label=writer.word("labels", "flow-sources"),
        sources=sources or (writer.unknown().text,),
        holder_label=writer.word("labels", "controller"),
        holder=writer.notice.controller.trade_name or writer.notice.controller.name or writer.unknown().text,
        receivers_label=writer.word("labels", "flow-receivers"),
        receivers=receivers,
        outside_label=writer.word("labels", "outside-eea"),
        rows=_rows(writer, sources, receivers),
    )


def _receivers(writer: Writer) -> tuple[Receivers, ...]:
    """By country, those of the EEA first, those whose country is not stated last."""
    found: dict[str, list[str]] = {}
    for id, recipient in writer.derived.recipients.items():
        for country in _countries(recipient):
            found.setdefault(country, []).append(recipient_name(writer, id).text)
    ordered = sorted(found, key=lambda code: (code == "", code != "" and code not in EEA))
    unknown = writer.unknown().text
    groups = [
        Receivers(writer.country(code).text if code else unknown, bool(code) and code not in EEA, tuple(found[code]))
        for code in ordered
    ]
    if writer.derived.recipients_unlisted and "" not in found:
        groups.append(Receivers(unknown, outside=False, names=(unknown,)))
    return tuple(groups)


def _countries(recipient: Recipient) -> tuple[str, ...]:
    """Where the recipient has the data: its own country, and every other to which they are transferred."""
    return tuple(dict.fromkeys((recipient.country or "", *(recipient.transfers or {}))))


def _rows(writer: Writer, sources: tuple[str, ...], receivers: tuple[Receivers, ...]) -> tuple[Row, ...]:
    """The same as the drawing in words: names stand after a colon, as a list."""
    inside = tuple(_line(one) for one in receivers if not one.outside)
    outside = tuple(_line(one) for one in receivers if one.outside)
    return (
        *writer.lines("flow-sources", *(FactText(name) for name in sources)),
        *writer.lines("flow-receivers", *(inside if receivers else (FactText(writer.word("texts", "no-recipients")),))),
        *writer.lines("outside-eea", *outside),
    )


def _line(one: Receivers) -> FactText:
    return FactText(f"{one.country}: {', '.join(one.names)}")
