"""Compare the retention of a purpose with the periods that an act sets."""

from collections.abc import Iterator
from dataclasses import dataclass

from notice.derive import days
from notice.derive.retention import YEAR_ENDS, acts_of, periods_of
from notice.model.cursor import Cursor
from notice.model.fields import Duration
from notice.model.keys import PURPOSE
from notice.model.purpose import Keep
from notice.model.vocabulary import LawPeriod
from notice.rules.rule import RuleContext

_YEAR = days(Duration(1, "year"))


@dataclass(frozen=True, slots=True)
class ActRetention:
    """A retention with a period, and the periods of an act for it. `named`: the retention itself names the act."""

    purpose: str
    keep: Cursor[Keep]
    act: str
    named: bool
    periods: tuple[LawPeriod, ...]

    @property
    def after(self) -> str | None:
        """The event from which the retention runs."""
        return self.keep.facts.after

    @property
    def days(self) -> float:
        """The length of the retention in days."""
        return in_days(self.keep.facts.period)

    @property
    def from_same_event(self) -> tuple[LawPeriod, ...]:
        """The act's periods from the event that the retention states."""
        return tuple(period for period in self.periods if period.after == self.after)

    @property
    def minimums(self) -> tuple[LawPeriod, ...]:
        """The act's minimum periods."""
        return tuple(period for period in self.periods if period.least)

    @property
    def events(self) -> tuple[str, ...]:
        """The events from which the act's periods run."""
        return tuple(dict.fromkeys(period.after for period in self.periods if period.after))

    @property
    def exceeds_a_minimum(self) -> bool:
        """Whether the act sets only minimums and the retention is longer than one of them."""
        if any(period.most for period in self.periods):
            return False
        return any(self.days > in_days(period.least) for period in self.minimums)

    @property
    def period_meant(self) -> LawPeriod | None:
        """The act's period from another event that is probably meant: the retention is as long, or slightly longer.

        None if the retention is long enough for its own event, or so long that the other event makes no difference.
        """
        here = [in_days(period.least) for period in self.from_same_event if period.least]
        if here and self.days >= min(here):
            return None
        if not here and not (self.named and self.exceeds_a_minimum):
            return None
        others = [period for period in self.minimums if period.after != self.after]
        met = [period for period in others if in_days(period.least) <= self.days < _days_on_the_safe_side(period)]
        return max(met, key=lambda period: in_days(period.least), default=None)

    @property
    def periods_written(self) -> str:
        """The act's periods in the vocabulary's notation."""
        return ", ".join(
            _flow(documents=period.documents, least=period.least, most=period.most, after=period.after)
            for period in self.periods
        )


def retentions_by_act(context: RuleContext) -> Iterator[ActRetention]:
    """Each retention with a period and a start, once for each act with periods for it."""
    for purpose in context.purposes:
        keep = purpose[PURPOSE.keep]
        if not keep.value or not keep.value.period or not keep.value.after:
            continue
        named = keep.value.law is not None and keep.value.law.act is not None
        for act in acts_of(purpose.facts):
            if periods := periods_of(context.notice, act, purpose.id):
                yield ActRetention(purpose.id, keep, act, named, periods)


def in_days(length: Duration | None) -> float:
    """A duration in days, 0 for none."""
    return days(length) if length else 0


def keep_written(period: LawPeriod) -> str:
    """A retention as long as the act's period: `keep: {for: 6 years, after: accounting-calendar-year-end}`."""
    return f"`keep: {{for: {length_written(period.least)}, after: {period.after}}}`"


def length_written(length: Duration | None) -> str:
    """A duration in YAML notation: `6 years`."""
    return f"{length.amount} {length.unit}{'' if length.amount == 1 else 's'}" if length else ""


def _days_on_the_safe_side(period: LawPeriod) -> float:
    """The days from which a period that runs from an earlier event is long enough: a year's end is within a year."""
    return in_days(period.least) + _YEAR if period.after in YEAR_ENDS else float("inf")


def _flow(**values: str | Duration | None) -> str:
    """The given values as a YAML mapping in one line."""
    items = ((key, length_written(value) if isinstance(value, Duration) else value) for key, value in values.items())
    return f"`{{{', '.join(f'{key}: {value}' for key, value in items if value)}}}`"
