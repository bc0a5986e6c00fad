"""C: how long data are kept, compared with the act that is named or that is behind the purpose."""

from collections.abc import Iterator
from dataclasses import dataclass

from notice.derive import days
from notice.derive.retention import YEAR_ENDS, acts_of, periods_of
from notice.findings import Level
from notice.law.bases import BASES_IN_LAW
from notice.model.fields import Duration
from notice.model.vocabulary import LawPeriod
from notice.rules.rule import Fault, RuleContext, rule

_YEAR = days(Duration(1, "year"))


@rule("C004", "6-3", "5-1-e", level=Level.WARNING)
def retention_without_its_law(context: RuleContext) -> Iterator[Fault]:
    """Where an act behind the purpose says how long, the retention names that act.

    Then everybody can see that the period is the law's and not the controller's own.

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: accounting-calendar-year-end, law: }

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: accounting-calendar-year-end, law: accounting-act}
    """
    for id, purpose in context.derived.purposes.items():
        fact = ("purposes", id, "keep", "law")
        if purpose.basis not in BASES_IN_LAW or not purpose.keep or purpose.keep.law or not purpose.keep.period:
            continue
        named = [act for act in acts_of(purpose) if periods_of(context.notice, act, id)]
        if named and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"The act behind “{id}” says how long, and the retention does not name it",
                f"add `law: {named[0]}`",
                f"write `law: {named[0]}` in `keep`",
            )


@rule("C042", "5-1-e", "6-1", level=Level.WARNING)
def retention_longer_than_the_law(context: RuleContext) -> Iterator[Fault]:
    """What the law orders to be kept is not kept longer on the same ground.

    An act that sets a minimum allows a longer time; the obligation is no longer its ground, and it needs another one.

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 8 years, after: accounting-calendar-year-end}

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 10 years, after: financial-year-end}
    """
    for one in _kept_by_acts(context):
        lengths = [length for period in one.from_here if (length := period.most or period.least)]
        others = [period.least for period in one.periods if period.least]
        if lengths and one.days > max(map(days, lengths)) and one.days not in map(days, others):
            longest = _told(max(lengths, key=days))
            yield Fault(
                ("purposes", one.purpose, "keep", "for"),
                f"The data of “{one.purpose}” are kept longer than the act `{one.act}` orders: {one.says}",
                f"{longest} by law",
                f"write `for: {longest}`, or state what the longer time is for as a purpose of its own",
            )


@rule("C062", "6-3", "5-2", "1336/1997-2:10")
def retention_shorter_than_the_law(context: RuleContext) -> Iterator[Fault]:
    """What the law orders to be kept for a time is kept for that time.

    A period is too short only if it is shorter than every period that the act sets for such a purpose.

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 3 years, after: accounting-calendar-year-end}

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 10 years, after: financial-year-end}
    """
    for one in _kept_by_acts(context):
        least = [period for period in one.periods if period.least]
        if one.from_here and least and one.days < min(days(period.least) for period in least if period.least):
            yield Fault(
                ("purposes", one.purpose, "keep", "for"),
                f"The data of “{one.purpose}” are erased before the act `{one.act}` allows it: {one.says}",
                "shorter than the act orders",
                f"write {' or '.join(f'`{_written(period)}`' for period in least)}",
            )


@rule("C063", "6-3", "1336/1997-2:10")
def retention_from_another_day_than_the_laws(context: RuleContext) -> Iterator[Fault]:
    """A period that an act sets runs from the day from which the act counts it.

    Vouchers: six years from the end of the calendar year in which the financial year ended; books: ten years from the
    end of the financial year (Accounting Act 2:10). A time that is longer than the act's minimum is no error.

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: order-delivered}

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: accounting-calendar-year-end}
    """
    for one in _kept_by_acts(context):
        if one.named and not one.from_here and one.events and not _exceeds_a_minimum(one):
            yield Fault(
                ("purposes", one.purpose, "keep", "after"),
                f"The act `{one.act}` counts its period from another day than “{one.after}”: {one.says}",
                f"`{one.events[0]}`",
                f"write one of: {', '.join(one.events)}; or take `law` out of `keep` if the period is not the act's",
            )


@rule("C066", "6-3", "1336/1997-2:10", level=Level.WARNING)
def retention_perhaps_from_too_early_a_day(context: RuleContext) -> Iterator[Fault]:
    """A period of an act that is counted from another day than the act's may end too early.

    Vouchers are kept for six years from the end of the calendar year in which the financial year ended. Six years from
    the end of the financial year are as many only where that year is the calendar year.

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: financial-year-end}

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: accounting-calendar-year-end}
    """
    for one in _kept_by_acts(context):
        if meant := _period_meant(one):
            length = _told_of(meant)
            yield Fault(
                ("purposes", one.purpose, "keep", "after"),
                f"The act `{one.act}` counts {length} from `{meant.after}`, not from “{one.after}”: {one.says}",
                f"`{meant.after}`?",
                f"write `{_written(meant)}`",
            )


@dataclass(frozen=True, slots=True)
class _Kept:
    """A retention with a period, and what one of its acts says. `named`: the retention itself names that act."""

    purpose: str
    act: str
    named: bool
    after: str
    days: float
    periods: tuple[LawPeriod, ...]

    @property
    def from_here(self) -> tuple[LawPeriod, ...]:
        """The act's periods from the event that the retention states."""
        return tuple(period for period in self.periods if period.after == self.after)

    @property
    def events(self) -> tuple[str, ...]:
        """The events from which the act counts."""
        return tuple(dict.fromkeys(period.after for period in self.periods if period.after))

    @property
    def says(self) -> str:
        """The act's periods in words: `vouchers: at least 6 years after accounting-calendar-year-end`."""
        return "; ".join(_said(period) for period in self.periods)


def _kept_by_acts(context: RuleContext) -> Iterator[_Kept]:
    """Each retention with a period and a start, once for each act that sets periods for it."""
    for id, purpose in context.derived.purposes.items():
        keep = purpose.keep
        if not keep or not keep.period or not keep.after:
            continue
        named = keep.law is not None and keep.law.act is not None
        for act in acts_of(purpose):
            if periods := periods_of(context.notice, act, id):
                yield _Kept(id, act, named, keep.after, days(keep.period), periods)


def _exceeds_a_minimum(one: _Kept) -> bool:
    """True where the act sets minimums alone and the stated period is longer than one of them."""
    if any(period.most for period in one.periods):
        return False
    return any(period.least and one.days > days(period.least) for period in one.periods)


def _period_meant(one: _Kept) -> LawPeriod | None:
    """The act's period that the stated one is as long as, or hardly longer, and that runs from another day.

    None where the stated one is long enough for its own event, or so long that the other day makes no difference.
    """
    here = [period.least for period in one.from_here if period.least]
    if here and one.days >= min(map(days, here)):
        return None
    if not here and not (one.named and _exceeds_a_minimum(one)):
        return None
    others = (period for period in one.periods if period.least and period.after != one.after)
    met = [period for period in others if period.least and days(period.least) <= one.days < _safely(period)]
    return max(met, key=lambda period: days(period.least) if period.least else 0, default=None)


def _safely(period: LawPeriod) -> float:
    """The days with which a period from an earlier event is long enough; a year's end comes within a year."""
    if period.least is None or period.after not in YEAR_ENDS:
        return float("inf")
    return days(period.least) + _YEAR


def _said(period: LawPeriod) -> str:
    """The period as a finding says it; both bounds where the act sets both."""
    bounds = [
        f"{word} {_told(length)}" for word, length in (("at least", period.least), ("at most", period.most)) if length
    ]
    what = f"{period.documents}: " if period.documents else ""
    return f"{what}{' and '.join(bounds)} after {period.after}"


def _written(period: LawPeriod) -> str:
    return f"for: {_told_of(period)}, after: {period.after}"


def _told_of(period: LawPeriod) -> str:
    """How long the act says: at least, else at most."""
    length = period.least or period.most
    return _told(length) if length else "a time"


def _told(length: Duration) -> str:
    return f"{length.amount} {length.unit}{'' if length.amount == 1 else 's'}"


RULES = (
    retention_without_its_law,
    retention_longer_than_the_law,
    retention_shorter_than_the_law,
    retention_from_another_day_than_the_laws,
    retention_perhaps_from_too_early_a_day,
)
