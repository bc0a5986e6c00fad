"""Where the data come from, who holds them, and who receives them in which countries: what the drawing shows."""

from dataclasses import dataclass

from notice.document.parts import FactText, Row, Section
from notice.document.purposes import recipient_name
from notice.document.writer import Writer
from notice.law.countries import EEA
from notice.model.register import PEOPLE, Recipient


@dataclass(frozen=True, slots=True)
class Receivers:
    """The recipients of one country, by name; `outside` the EEA their data need a ground for the transfer."""

    country: str
    outside: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlowSection(Section):
    """The parts of the drawing, and the same in `rows` of text.

    `alternative` says what the drawing is, for those who do not see it.
    """

    alternative: str
    sources_label: str
    sources: tuple[str, ...]
    holder_label: str
    holder: str
    receivers_label: str
    receivers: tuple[Receivers, ...]
    outside_label: str
    rows: tuple[Row, ...]


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
    nowhere = ("", *PEOPLE)
    ordered = sorted(found, key=lambda code: (code in nowhere, code not in nowhere and code not in EEA))
    unknown = writer.unknown().text
    groups = [
        Receivers(_place(writer, code), code not in nowhere and code not in EEA, tuple(found[code])) for code in ordered
    ]
    if writer.derived.recipients_unlisted and "" not in found:
        groups.append(Receivers(unknown, outside=False, names=(unknown,)))
    return tuple(groups)


def _place(writer: Writer, code: str) -> str:
    """The head of a group: a country, people, or that the country is not stated yet."""
    if code in PEOPLE:
        return writer.word("labels", "receivers-people")
    return writer.country(code).text if code else writer.unknown().text


def _countries(recipient: Recipient) -> tuple[str, ...]:
    """Where the recipient has the data: its own country, and every other to which they are transferred.

    For people their role, for they have no country here.
    """
    if recipient.role in PEOPLE:
        return (recipient.role,)
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
