"""How long each kind of data is kept at the longest: what the timeline shows."""

from notice import derive
from notice.derive.retention import never_ends, retention_of
from notice.document.parts import Bar, Timeline
from notice.document.writer import Writer
from notice.model.fields import Duration, Unit
from notice.model.purpose import Retention

STEPS: tuple[tuple[int, Unit], ...] = (
    (1, "day"), (1, "week"), (1, "month"), (3, "month"), (6, "month"),
    (1, "year"), (2, "year"), (5, "year"), (10, "year"), (20, "year"), (50, "year"),
)  # fmt: skip
"""The steps that the scale may have; the first of which there are at most six is taken."""


def timeline(writer: Writer) -> Timeline | None:
    """The timeline of the register; None where no length of time is stated for any data."""
    kinds = _kinds(writer)
    if not kinds:
        return None
    made = (_bar(writer, data, purposes) for purposes, data in kinds)
    bars = tuple(sorted(made, key=lambda bar: (not bar.endless, -bar.days)))
    if not any(bar.days for bar in bars):
        return None
    return Timeline(
        title=writer.word("headings", "timeline"),
        alternative=writer.word("texts", "timeline-alternative"),
        bars=bars,
        ticks=_ticks(writer, max(bar.days for bar in bars)),
        open_label=writer.word("labels", "open-end"),
    )


def _kinds(writer: Writer) -> list[tuple[tuple[str, ...], list[str]]]:
    """The categories of data that serve the same purposes, by those purposes: they are kept alike."""
    kinds: dict[tuple[tuple[str, ...], tuple[Retention | None, ...]], list[str]] = {}
    every = writer.derived.purposes
    for category in writer.derived.data_used:
        purposes = tuple(id for id, purpose in every.items() if category in (purpose.data or ()))
        kinds.setdefault((purposes, tuple(retention_of(every[id], category) for id in purposes)), []).append(category)
    return [(purposes, data) for (purposes, _), data in kinds.items()]


def _bar(writer: Writer, data: list[str], purposes: tuple[str, ...]) -> Bar:
    keeps = [keep for id in purposes if (keep := retention_of(writer.derived.purposes[id], data[0]))]
    ends = [_longest(keep) for keep in keeps]
    longest = max((length for length, _ in filter(None, ends)), key=derive.days, default=None)
    endless = any(never_ends(writer.notice, keep) for keep in keeps)
    last = max((keep.until_day for keep in keeps if keep.until_day), default=None)
    is_known = len(keeps) == len(purposes) and all(end or keep.until_day for end, keep in zip(ends, keeps, strict=True))
    # Periods from different events, and a period and a day, cannot be compared by their length.
    is_comparable = len({start for _, start in filter(None, ends)}) + (last is not None) <= 1
    names = writer.phrase(writer.fact("data", id, "name") for id in data)
    said = writer.duration(longest) if longest else writer.date(last) if last else ""
    is_unknown = not said and not any(keep.until or keep.criterion for keep in keeps)
    said = writer.unknown().text if is_unknown else said
    return Bar(
        data="".join(one.text + one.after for one in names),
        days=derive.days(longest) if longest else 0,
        longest="" if endless else said,
        open=endless or not ((is_known and is_comparable) or is_unknown),
        endless=endless,
    )


def _longest(keep: Retention) -> tuple[Duration, tuple[str | None, ...]] | None:
    """The length after which the data are gone, whatever happens, with what it runs from; None where there is none."""
    if keep.at_latest and keep.at_latest.period:
        return keep.at_latest.period, (keep.at_latest.after,)
    second = (keep.or_.event, keep.or_.whichever) if keep.or_ else ()
    return (keep.period, (keep.after, *second)) if keep.period else None


def _ticks(writer: Writer, most: float) -> tuple[tuple[float, str], ...]:
    """A scale of two to six steps of whole years or months."""
    for amount, unit in STEPS:
        step = derive.days(Duration(amount, unit))
        if most / step <= 6:
            number = max(1, int(most / step + 0.05))
            counted = (Duration(amount * times, unit) for times in range(1, number + 1))
            return tuple((derive.days(one), writer.duration(one)) for one in counted)
    return ()
