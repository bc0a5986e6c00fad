"""How long data are kept: GDPR Arts 13(2)(a), 14(2)(a). Each retention as text, a table of them all, and a timeline."""

from dataclasses import dataclass

from notice import derive
from notice.derive.retention import never_ends
from notice.document.parts import NOTHING, Bar, Cell, FactText, Section, Table, Timeline
from notice.document.writer import Writer, law_named, purpose_name
from notice.findings import dotted
from notice.model.fields import Duration, Unit
from notice.model.purpose import Keep


@dataclass(frozen=True, slots=True)
class RetentionText:
    """The period, the event that starts it, the law behind it and what happens then; empty where nothing is said."""

    period: tuple[FactText, ...]
    start: tuple[FactText, ...]
    law: tuple[FactText, ...]
    end: tuple[FactText, ...]


def retention_text(writer: Writer, purpose: str) -> RetentionText:
    """The retention of one purpose as text, formatted once for the sections that print it."""
    return writer.once(("retention", purpose), lambda: _retention_text(writer, purpose))


def _retention_text(writer: Writer, purpose: str) -> RetentionText:
    at = ("purposes", purpose, "keep")
    keep = (writer.notice.register.purposes or {})[purpose].keep
    if keep is None:
        return RetentionText((writer.unknown(*at),), (), (), ())
    law = (law_named(writer, keep.law, *at, "law"),) if keep.law else ()
    if writer.notice.is_unknown(*at, "law"):
        law = (writer.unknown(*at, "law"),)
    return RetentionText(_period(writer, keep, at), _start(writer, keep, at), law, _end(writer, keep, at))


def _period(writer: Writer, keep: Keep, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if keep.period:
        return (FactText(writer.duration(keep.period), dotted((*at, "for"))),)
    if keep.criterion:
        fact = (*at, "criterion")
        return tuple(writer.fact("criteria", keep.criterion, part, fact=fact) for part in ("name", "text"))
    told = (*_until(writer, keep, *at, "until"), *_within(writer, keep, *at, "then-within"))
    open = (writer.unknown(*at, part) for part in ("for", "criterion") if writer.notice.is_unknown(*at, part))
    return (*told, *open) or (writer.unknown(*at),)


def _end(writer: Writer, keep: Keep, at: tuple[str, ...]) -> tuple[FactText, ...]:
    """What happens after the period; nothing where the keeping never ends."""
    if writer.notice.is_unknown(*at, "end"):
        return (writer.unknown(*at, "end"),)
    if never_ends(writer.notice, keep):
        return ()
    return (writer.fact("retention-ends", keep.end or "erased", fact=(*at, "end") if keep.end else ()),)


def _until(writer: Writer, keep: Keep, *fact: str) -> tuple[FactText, ...]:
    if keep.until:
        event = writer.fact("events", keep.until, "name", fact=fact)
        return (FactText(f"{writer.word('labels', 'until')}: {event.text}", event.fact),)
    return (writer.unknown(*fact),) if fact in writer.notice.unknown else ()


def _within(writer: Writer, keep: Keep, *fact: str) -> tuple[FactText, ...]:
    if keep.then_within:
        return (FactText(f"{writer.word('labels', 'then-within')}: {writer.duration(keep.then_within)}", dotted(fact)),)
    return (writer.unknown(*fact),) if fact in writer.notice.unknown else ()


def _start(writer: Writer, keep: Keep, at: tuple[str, ...]) -> tuple[FactText, ...]:
    if keep.after:
        return (writer.fact("events", keep.after, "name", fact=(*at, "after")),)
    return (writer.unknown(*at, "after"),) if writer.notice.is_unknown(*at, "after") else ()


STEPS: tuple[tuple[int, Unit], ...] = (
    (1, "day"), (1, "week"), (1, "month"), (3, "month"), (6, "month"),
    (1, "year"), (2, "year"), (5, "year"), (10, "year"), (20, "year"), (50, "year"),
)  # fmt: skip
"""The steps that the scale may have; the first of which there are at most six is taken."""


@dataclass(frozen=True, slots=True)
class RetentionSection(Section):
    """A table: purpose, period, start, law, what happens then; and a timeline by kind of data, where data are named."""

    table: Table
    timeline: Timeline | None


def retention(writer: Writer) -> RetentionSection:
    """The section on retention periods."""
    heads = tuple(writer.word("labels", label) for label in ("purpose", "keep", "starts", "keep-law", "afterwards"))
    rows = tuple(_row(writer, id) for id in writer.derived.purposes)
    table = Table(writer.word("captions", "retention"), heads, rows)
    return RetentionSection("retention", writer.word("headings", "retention"), table, timeline(writer))


def _row(writer: Writer, id: str) -> tuple[Cell, ...]:
    kept = retention_text(writer, id)
    return ((purpose_name(writer, id),), *(cell or NOTHING for cell in (kept.period, kept.start, kept.law, kept.end)))


def timeline(writer: Writer) -> Timeline | None:
    """The timeline of the register; None where no purpose names its data."""
    kinds = _kinds(writer)
    if not kinds:
        return None
    made = (_bar(writer, data, purposes) for purposes, data in kinds.items())
    bars = tuple(sorted(made, key=lambda bar: (not bar.endless, -bar.days)))
    heads = tuple(writer.word("labels", label) for label in ("data", "longest-kept", "purposes"))
    rows = tuple(_data_row(writer, data, purposes) for purposes, data in kinds.items())
    return Timeline(
        alternative=writer.word("texts", "timeline-alternative"),
        bars=bars,
        ticks=_ticks(writer, max(bar.days for bar in bars)),
        open_label=writer.word("labels", "open-end"),
        table=Table(writer.word("captions", "timeline"), heads, rows),
    )


def _kinds(writer: Writer) -> dict[tuple[str, ...], list[str]]:
    """The categories of data that serve the same purposes, by those purposes: they are kept alike."""
    kinds: dict[tuple[str, ...], list[str]] = {}
    every = writer.derived.purposes
    for category in writer.derived.data_used:
        purposes = tuple(id for id, purpose in every.items() if category in (purpose.data or ()))
        kinds.setdefault(purposes, []).append(category)
    return kinds


def _bar(writer: Writer, data: list[str], purposes: tuple[str, ...]) -> Bar:
    keeps = [keep for id in purposes if (keep := writer.derived.purposes[id].keep)]
    fixed = [keep.period for keep in keeps if keep.period]
    longest = max(fixed, key=derive.days) if fixed else None
    endless = any(never_ends(writer.notice, keep) for keep in keeps)
    names = writer.phrase(writer.fact("data", id, "name") for id in data)
    return Bar(
        data="".join(one.text + one.after for one in names),
        days=derive.days(longest) if longest else 0,
        longest=writer.duration(longest) if longest and not endless else "",
        open=endless or len(fixed) < len(purposes),
        endless=endless,
    )


def _data_row(writer: Writer, data: list[str], purposes: tuple[str, ...]) -> tuple[Cell, ...]:
    every = writer.derived.purposes
    endless = [id for id in purposes if (keep := every[id].keep) and never_ends(writer.notice, keep)]
    fixed = [(derive.days(keep.period), id) for id in purposes if (keep := every[id].keep) and keep.period]
    open = [id for id in purposes if not ((keep := every[id].keep) and keep.period)]
    longest = [max(fixed)[1]] if fixed else []
    return (
        writer.phrase(writer.fact("data", id, "name") for id in data),
        tuple(one for id in endless or (*longest, *open) for one in _plain(writer, id)),
        writer.phrase(purpose_name(writer, id) for id in purposes),
    )


def _plain(writer: Writer, id: str) -> tuple[FactText, ...]:
    kept = retention_text(writer, id)
    starts = tuple(FactText(f"{writer.word('labels', 'from')}: {one.text}") for one in kept.start)
    return (*(FactText(one.text) for one in kept.period), *starts)


def _ticks(writer: Writer, most: float) -> tuple[tuple[float, str], ...]:
    """A scale of two to six steps of whole years or months."""
    for amount, unit in STEPS:
        step = derive.days(Duration(amount, unit))
        if most / step <= 6:
            number = max(1, int(most / step + 0.05))
            counted = (Duration(amount * times, unit) for times in range(1, number + 1))
            return tuple((derive.days(one), writer.duration(one)) for one in counted)
    return ()
