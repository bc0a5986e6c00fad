"""How long data are kept, in words: GDPR Arts 13(2)(a), 14(2)(a)."""

from dataclasses import dataclass, replace

from notice import languages
from notice.derive.retention import never_ends
from notice.document.acts import law_named
from notice.document.parts import FactText
from notice.document.writer import Writer
from notice.findings import dotted
from notice.model.purpose import DataRetention, Keep, Retention


@dataclass(frozen=True, slots=True)
class RetentionText:
    """The period, the event that starts it, the law behind it and what happens then; empty where nothing is said.

    `latest` is the longest time beside a period that runs from another event.

    `why` is the sentence that belongs to a criterion. `others` are the retentions of data that are kept otherwise, each
    as one phrase.
    """

    period: tuple[FactText, ...]
    start: tuple[FactText, ...]
    latest: tuple[FactText, ...]
    law: tuple[FactText, ...]
    end: tuple[FactText, ...]
    why: tuple[FactText, ...]
    others: tuple[tuple[FactText, ...], ...]


def retention_text(writer: Writer, purpose: str) -> RetentionText:
    """The retention of one purpose as text, formatted once for the sections that print it."""
    return writer.once(("retention", purpose), lambda: _retention_text(writer, purpose))


def _retention_text(writer: Writer, purpose: str) -> RetentionText:
    at = ("purposes", purpose, "keep")
    keep = (writer.notice.register.purposes or {})[purpose].keep
    if keep is None:
        return RetentionText((writer.unknown(*at),), (), (), (), (), (), ())
    others = tuple(_of_data(writer, one, (*at, "by-data", str(index))) for index, one in enumerate(keep.by_data or ()))
    if writer.notice.is_unknown(*at, "by-data"):
        others = ((writer.unknown(*at, "by-data"),),)
    period, start, latest = _period(writer, keep, at), _start(writer, keep, at), _latest_of_period(writer, keep, at)
    return RetentionText(
        period, start, latest, _law(writer, keep, at), _end(writer, keep, at), _why(writer, keep), others
    )


def started(writer: Writer, start: tuple[FactText, ...]) -> tuple[FactText, ...]:
    """The events with the label that says that the period runs from them."""
    return tuple(replace(event, text=f"{writer.word('labels', 'from')}: {event.text}") for event in start)


def _of_data(writer: Writer, keep: DataRetention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    """The retention of some of the data: the data, the period, its start, the act."""
    named = writer.phrase(writer.each("data", keep.data, *at, "data")) or (writer.unknown(*at, "data"),)
    label = replace(named[-1], after=": ")
    start, law = started(writer, _start(writer, keep, at)), _law(writer, keep, at)
    ends = (*start, *_latest_of_period(writer, keep, at), *law)
    return (*named[:-1], label, *explained((*_period(writer, keep, at), *ends), _why(writer, keep)))


def explained(parts: tuple[FactText, ...], why: tuple[FactText, ...]) -> tuple[FactText, ...]:
    """The parts of a phrase with a sentence after it."""
    return (*parts[:-1], replace(parts[-1], after=". "), *why) if why else parts


def _why(writer: Writer, keep: Retention) -> tuple[FactText, ...]:
    text = writer.maybe("criteria", keep.criterion, "text") if keep.criterion else None
    return (FactText(text),) if text else ()


def _law(writer: Writer, keep: Retention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if writer.notice.is_unknown(*at, "law"):
        return (writer.unknown(*at, "law"),)
    return (law_named(writer, keep.law, *at, "law"),) if keep.law else ()


def _period(writer: Writer, keep: Retention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if keep.period:
        return (FactText(writer.duration(keep.period), dotted((*at, "for"))),)
    if keep.until_day:
        until = f"{writer.word('labels', 'until')}: {writer.date(keep.until_day)}"
        return (FactText(until, dotted((*at, "until-day"))),)
    if keep.criterion:
        named = writer.fact("criteria", keep.criterion, "name", fact=(*at, "criterion"))
        return (named, *_latest(writer, keep, *at, "at-latest"))
    parts = (
        *_until(writer, keep, at),
        *_within(writer, keep, *at, "then-within"),
        *_latest(writer, keep, *at, "at-latest"),
    )
    open = (
        writer.unknown(*at, part) for part in ("for", "until-day", "criterion") if writer.notice.is_unknown(*at, part)
    )
    return (*parts, *open) or (writer.unknown(*at),)


def _end(writer: Writer, keep: Keep, at: tuple[str, ...]) -> tuple[FactText, ...]:
    """What happens after the period; nothing where the keeping never ends."""
    if writer.notice.is_unknown(*at, "end"):
        return (writer.unknown(*at, "end"),)
    if never_ends(writer.notice, keep):
        return ()
    return (writer.fact("retention-ends", keep.end or "erased", fact=(*at, "end") if keep.end else ()),)


def _until(writer: Writer, keep: Retention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if event := _event(writer, keep, keep.until, *at, "until"):
        text = f"{writer.word('labels', 'until')}: {event.text}" if keep.until else event.text
        return (FactText(text, event.fact),)
    return ()


def _event(writer: Writer, keep: Retention, id: str | None, *fact: str) -> FactText | None:
    """The event, with the second one and which counts: `A or B, whichever is later`; None where none is stated."""
    if not id and not writer.notice.is_unknown(*fact):
        return None
    event = writer.fact("events", id, "name", fact=fact) if id else writer.unknown(*fact)
    other = (*fact[:-1], "or")
    if keep.or_ is None:
        unknown = writer.notice.is_unknown(*other)
        text = f"{event.text}; {writer.word('texts', 'unknown')}" if unknown else event.text
        return FactText(text, f"{event.fact} {dotted(other)}" if unknown else event.fact)
    second = keep.or_.event
    named = writer.fact("events", second, "name") if second else writer.unknown()
    which = writer.word("whichever", keep.or_.whichever) if keep.or_.whichever else writer.word("texts", "unknown")
    facts = (event.fact, dotted((*other, "event")), dotted((*other, "whichever")))
    either = languages.list_separators(2, writer.language, alternatives=True)[0]
    return FactText(f"{event.text}{either}{named.text}, {which}", " ".join(facts))


def _latest_of_period(writer: Writer, keep: Retention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    """The longest time beside a period, which is printed after the event that starts the period."""
    return _latest(writer, keep, *at, "at-latest") if keep.period else ()


def _latest(writer: Writer, keep: Retention, *fact: str) -> tuple[FactText, ...]:
    """The longest time, whatever happens, with its start."""
    latest = keep.at_latest
    if latest is None:
        return (writer.unknown(*fact),) if writer.notice.is_unknown(*fact) else ()
    length = writer.duration(latest.period) if latest.period else writer.word("texts", "unknown")
    start = writer.word("events", latest.after, "name") if latest.after else writer.word("texts", "unknown")
    text = f"{writer.word('labels', 'at-latest')}: {length} ({writer.word('labels', 'from')}: {start})"
    return (FactText(text, f"{dotted((*fact, 'for'))} {dotted((*fact, 'after'))}"),)


def _within(writer: Writer, keep: Retention, *fact: str) -> tuple[FactText, ...]:
    if keep.then_within:
        return (FactText(f"{writer.word('labels', 'then-within')}: {writer.duration(keep.then_within)}", dotted(fact)),)
    return (writer.unknown(*fact),) if fact in writer.notice.unknown else ()


def _start(writer: Writer, keep: Retention, at: tuple[str, ...]) -> tuple[FactText, ...]:
    event = _event(writer, keep, keep.after, *at, "after")
    return (event,) if event else ()
