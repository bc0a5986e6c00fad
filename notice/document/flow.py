"""Where the data come from, who holds them, and who receives them in which countries: what the drawing shows."""

from notice.document.parts import Flow, Receivers
from notice.document.writer import Writer, recipient_name
from notice.law.countries import EEA
from notice.model.register import PEOPLE, Recipient


def flow(writer: Writer) -> Flow:
    """The way of the data."""
    sources = tuple(writer.heading("sources", id, "name").text for id in writer.derived.sources)
    return Flow(
        title=writer.word("headings", "flow"),
        alternative=writer.word("texts", "flow-alternative"),
        sources_label=writer.word("labels", "flow-sources"),
        sources=sources or (writer.unknown().text,),
        holder_label=writer.word("labels", "controller"),
        holder=writer.notice.controller.trade_name or writer.notice.controller.name or writer.unknown().text,
        receivers_label=writer.word("labels", "flow-receivers"),
        receivers=_receivers(writer),
        outside_label=writer.word("labels", "outside-eea"),
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
    """Where the recipient has the data: its own country, those of its processors, and those of its transfers.

    For people their role, for they have no country here.
    """
    if recipient.role in PEOPLE:
        return (recipient.role,)
    return tuple(
        dict.fromkeys((recipient.country or "", *(recipient.sub_processors or ()), *(recipient.transfers or {})))
    )
