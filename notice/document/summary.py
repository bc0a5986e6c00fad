"""The notice in a few lines: who, why, how long, to whom, outside the EEA, and what the person can do."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from notice import derive
from notice.derive.retention import never_ends, retentions
from notice.document.parts import FactText, Row, Section
from notice.document.recipients import nobody_receives
from notice.document.writer import Writer, purpose_name, recipient_name
from notice.links import mail_link


@dataclass(frozen=True, slots=True)
class SummarySection(Section):
    """Rows of a question and its answer."""

    rows: tuple[Row, ...]


def summary(writer: Writer) -> SummarySection:
    """The summary."""
    rows = (
        *writer.lines("summary-who", *_who(writer)),
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
    who = FactText(", ".join(names), href="#controller") if names else writer.unknown()
    email = controller.email
    return (who, FactText(email, href=mail_link(email))) if email else (who,)


def _how_long(writer: Writer) -> tuple[FactText, ...]:
    """The longest fixed period, the last fixed day, and what has neither: an event, a criterion, or no end at all."""
    keeps = [keep for purpose in writer.derived.purposes.values() for keep in retentions(purpose)]
    lengths = [length for keep in keeps for length in (keep.period, keep.at_latest and keep.at_latest.period) if length]
    days = [keep.until_day for keep in keeps if keep.until_day]
    longest = (
        *(
            (f"{writer.word('labels', 'longest')}: {writer.duration(max(lengths, key=derive.days))}",)
            if lengths
            else ()
        ),
        *((f"{writer.word('labels', 'last-day')}: {writer.date(max(days))}",) if days else ()),
    )
    by_event = any((keep.criterion or keep.until) and not never_ends(writer.notice, keep) for keep in keeps)
    events = (writer.word("texts", "summary-events"),) if by_event else ()
    said = (*map(FactText, (*longest, *events)), *_kept_for_good(writer))
    return said if said and not _is_open(writer) else (*said, writer.unknown())


def _kept_for_good(writer: Writer) -> Iterator[FactText]:
    """The purposes whose data are kept without an end, then those of which some data are."""
    endless: dict[str, list[str]] = {"permanently": [], "permanently-in-part": []}
    for id, purpose in writer.derived.purposes.items():
        answers = [never_ends(writer.notice, keep) for keep in retentions(purpose)]
        if any(answers):
            endless["permanently" if all(answers) else "permanently-in-part"].append(id)
    for label, ids in endless.items():
        if ids:
            yield FactText(f"{writer.word('labels', label)}:", after=" ")
            yield from writer.phrase(purpose_name(writer, id) for id in ids)


def _is_open(writer: Writer) -> bool:
    """Whether some retention, or a part of one, is not known yet."""
    return any(path[:1] == ("purposes",) and "keep" in path[2:3] for path in writer.notice.unknown)


def _to_whom(writer: Writer) -> tuple[FactText, ...]:
    names = tuple(recipient_name(writer, id) for id in writer.derived.recipients)
    if writer.derived.recipients_unlisted:
        return (*writer.phrase(names), FactText(writer.word("texts", "recipients-open")))
    return writer.phrase(names) or (replace(nobody_receives(writer), fact=""),)


def _abroad(writer: Writer) -> tuple[FactText, ...]:
    countries = dict.fromkeys(row.country for row in writer.derived.transfers)
    named = writer.phrase(FactText(writer.country(code).text, href="#recipients") for code in countries)
    if writer.derived.recipients_open:
        return (*named, FactText(writer.word("texts", "transfers-open")))
    if not named and not writer.derived.nothing_leaves:
        return ()
    return named or (FactText(writer.word("texts", "no-transfers")),)


def _your_say(writer: Writer) -> tuple[FactText, ...]:
    arising = {one.right for one in writer.derived.rights if one.purposes}
    links = [("rights", "rights"), ("complaint", "complaint")]
    if "objection-to-marketing" in arising:
        links.insert(0, ("marketing", "objection"))
    elif "objection" in arising:
        links.insert(0, ("objection", "objection"))
    else:
        links[0] = ("all-rights", "rights")
    return tuple(FactText(writer.word("say", id), href=f"#{anchor}") for id, anchor in links)
