"""How long data are in fact kept: the last day of a period, and what the act behind it says."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from notice.derive.things import days
from notice.model.fields import Duration
from notice.model.purpose import DataRetention, Purpose, Retention
from notice.model.site import Notice
from notice.model.vocabulary import LawPeriod

YEAR_ENDS = frozenset({"accounting-calendar-year-end", "calendar-year-end"})
"""Events that come with the end of the year: a period from them runs from 31 December."""


def last_day(keep: Retention, event: date) -> date | None:
    """The last day on which the data may be kept, when what starts the period happened on `event`.

    For `accounting-calendar-year-end` that is the day on which the financial year ended. None where the retention has
    no period, or where the calendar ends before it does.
    """
    length = keep.period or keep.then_within
    if length is None:
        return None
    start = date(event.year, 12, 31) if keep.after in YEAR_ENDS else event
    try:
        return add_duration(start, length)
    except (OverflowError, ValueError):
        return None


def add_duration(day: date, length: Duration) -> date:
    """The day so much later by the calendar; a month without such a day has its last one instead."""
    if length.unit in ("month", "year"):
        months = day.month - 1 + length.amount * (12 if length.unit == "year" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
    return day + timedelta(days=int(days(length)))


def is_endless(notice: Notice, criterion: str) -> bool:
    """True for a criterion that says that the keeping never ends."""
    known = notice.vocabulary.criteria.get(criterion)
    return bool(known and known.never_ends)


def never_ends(notice: Notice, keep: Retention) -> bool:
    """True where the data are kept without an end: what would end the keeping, or start its period, never comes."""
    criterion = notice.vocabulary.criteria.get(keep.criterion or "")
    if criterion and (criterion.never_ends or (criterion.open_ended and not (keep.period or keep.at_latest))):
        return True
    return waits_for(keep, lambda id: never_comes(notice, id)) and not is_capped(notice, keep)


def never_comes(notice: Notice, event: str) -> bool:
    """Whether an event is marked as one that never comes."""
    known = notice.vocabulary.events.get(event)
    return known is not None and known.never_ends


def waits_for(keep: Retention, is_such: Callable[[str], bool]) -> bool:
    """Whether the event that counts is such: one of the two where the later counts, both where the earlier does."""
    ids = (keep.after or keep.until, keep.or_.event if keep.or_ else None)
    such = [is_such(id) for id in ids if id]
    is_earlier = keep.or_ is not None and keep.or_.whichever == "earlier"
    return all(such) if is_earlier and such else any(such)


def is_capped(notice: Notice, keep: Retention) -> bool:
    """Whether a longest time from an event that comes, and can be dated, ends the retention whatever happens."""
    if keep.at_latest is None:
        return False
    start = notice.vocabulary.events.get(keep.at_latest.after or "")
    return not (start and (start.open_ended or start.never_ends))


def periods_of(notice: Notice, act: str | None, purpose: str) -> tuple[LawPeriod, ...]:
    """The periods that the act itself sets for the purpose; none for an act that the vocabulary does not know."""
    law = notice.vocabulary.laws.get(act or "")
    periods = (law.keep or ()) if law else ()
    return tuple(one for one in periods if not one.purposes or purpose in one.purposes)


def acts_of(purpose: Purpose, keep: Retention | None = None) -> tuple[str, ...]:
    """The acts behind a retention of a purpose: the one named there, else those of the purpose's basis."""
    keep = keep or purpose.keep
    if keep and keep.law and keep.law.act:
        return (keep.law.act,)
    return tuple(law.act for law in purpose.law or () if law.act)


def retentions(purpose: Purpose) -> tuple[Retention, ...]:
    """Every retention of a purpose: that of its data, then those of the data that are kept otherwise."""
    return (purpose.keep, *(purpose.keep.by_data or ())) if purpose.keep else ()


def retention_of(purpose: Purpose, category: str) -> Retention | None:
    """The retention of one category of a purpose's data."""
    others = (purpose.keep.by_data or ()) if purpose.keep else ()
    return next((one for one in others if category in (one.data or ())), purpose.keep)


def data_of(purpose: Purpose, keep: Retention) -> tuple[str, ...]:
    """The data of a purpose that one of its retentions concerns."""
    if isinstance(keep, DataRetention):
        return keep.data or ()
    others = (purpose.keep.by_data or ()) if purpose.keep else ()
    elsewhere = {category for one in others for category in one.data or ()}
    return tuple(category for category in purpose.data or () if category not in elsewhere)
