"""The notice in a few lines: who, why, how long, to whom, outside the EEA, and what the person can do."""

from dataclasses import dataclass

from notice import derive
from notice.derive.retention import never_ends
from notice.document.parts import FactText, Row, Section
from notice.document.writer import Writer, purpose_name, recipient_name


@dataclass(frozen=True, slots=True)
class SummarySection(Section):
    """Rows of a question and its answer."""

    rows: tuple[Row, ...]


def summary(writer: Writer) -> SummarySection:
    """The summary."""
    rows = (
        *writer.row("summary-who", *_who(writer)),
        *writer.row(
            "summary-people",
            *(FactText(one.text) for one in writer.each("people", writer.notice.register.people, "people")),
        ),
        *writer.row("summary-why", *(purpose_name(writer, id) for id in writer.derived.purposes)),
        *writer.lines("summary-how-long", *_how_long(writer)),
        *writer.lines("summary-to-whom", *_to_whom(writer)),
        *writer.lines("summary-abroad", *_abroad(writer)),
        *writer.row("summary-your-say", *_your_say(writer)),
    )
    return SummarySection("summary", writer.word("headings", "summary"), rows)


def _who(writer: Writer) -> tuple[FactText, ...]:
    controller = writer.notice.controller
    names = [name for name in (controller.trade_name, controller.name) if name]
    return (FactText(", ".join(names), href="#controller"),) if names else (writer.unknown(),)


def _how_long(writer: Writer) -> tuple[FactText, ...]:
    """The shortest and the longest period in figures, and the way to all of them."""
    keeps = (purpose.keep for purpose in writer.derived.purposes.values())
    periods = sorted({keep.period for keep in keeps if keep and keep.period}, key=derive.days)
    told = [(label, period) for label, period in zip(("shortest", "longest"), periods[:1] + periods[-1:], strict=False)]
    figures = tuple(FactText(f"{writer.word('labels', label)}: {writer.duration(period)}") for label, period in told)
    only = (FactText(writer.duration(periods[0])),) if len(periods) == 1 else figures
    return (*only, *_kept_permanently(writer), FactText(writer.word("texts", "summary-retention"), href="#retention"))


def _kept_permanently(writer: Writer) -> tuple[FactText, ...]:
    """The purposes whose data are kept without an end."""
    every = writer.derived.purposes.items()
    names = tuple(purpose_name(writer, id) for id, one in every if one.keep and never_ends(writer.notice, one.keep))
    return (FactText(f"{writer.word('labels', 'permanently')}:", after=" "), *writer.phrase(names)) if names else ()


def _to_whom(writer: Writer) -> tuple[FactText, ...]:
    names = tuple(recipient_name(writer, id) for id in writer.derived.recipients)
    if writer.derived.recipients_unlisted:
        return (*writer.phrase(names), FactText(writer.word("texts", "recipients-open")))
    return writer.phrase(names) or (FactText(writer.word("texts", "no-recipients")),)


def _abroad(writer: Writer) -> tuple[FactText, ...]:
    countries = dict.fromkeys(row.country for row in writer.derived.transfers)
    named = writer.phrase(FactText(writer.country(code).text, href="#transfers") for code in countries)
    if writer.derived.recipients_open:
        return (*named, FactText(writer.word("texts", "transfers-open")))
    return named or (FactText(writer.word("texts", "no-transfers")),)


def _your_say(writer: Writer) -> tuple[FactText, ...]:
    links = [("rights", "rights"), ("complaint", "complaint")]
    if any(one.purposes for one in writer.derived.rights if one.right.startswith("objection")):
        links.insert(1, ("objection", "objection"))
    return tuple(FactText(writer.word("headings", heading), href=f"#{anchor}") for anchor, heading in links)
