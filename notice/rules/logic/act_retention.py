"""Compare the retention of a purpose with the periods that an act sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from notice.derive import days
from notice.derive.retention import YEAR_ENDS, acts_of, never_ends, periods_of
from notice.law.bases import BASES_IN_LAW
from notice.model.cursor import Cursor
from notice.model.fields import Duration
from notice.model.keys import KEEP
from notice.model.purpose import OtherEvent
from notice.model.vocabulary import LawPeriod
from notice.rules.logic.terms import Term, terms
from notice.rules.rule import RuleContext

_YEAR = days(Duration(1, "year"))


@dataclass(frozen=True, slots=True)
class ActRetention:
    """A length of time, and the periods of an act for it. `named`: the retention itself names the act."""

    purpose: str
    term: Term
    other: Cursor[OtherEvent]
    act: str
    named: bool
    periods: tuple[LawPeriod, ...]

    @property
    def days(self) -> float:
        """The length in days."""
        return in_days(self.term.length.value)

    @property
    def from_same_event(self) -> tuple[LawPeriod, ...]:
        """The act's periods from an event that the retention states."""
        return tuple(period for period in self.periods if period.after in self.term.starts)

    @property
    def may_begin_too_early(self) -> bool:
        """Whether the earlier of two events counts, and the act's minimum does not run from both."""
        if not self._counts("earlier") or not self.minimums or not self.from_same_event:
            return False
        met = {period.after for period in self.minimums if in_days(period.least) <= self.days}
        return not met.issuperset(self.term.starts)

    @property
    def may_begin_too_late(self) -> bool:
        """Whether the later of two events counts, and the act's maximum runs from one of them alone."""
        if not self._counts("later") or not self.from_same_event:
            return False
        most = {period.after for period in self.periods if period.most}
        return bool(most) and not most.issuperset(self.term.starts)

    def _counts(self, whichever: str) -> bool:
        """Whether the earlier or the later of two events counts."""
        return self.term.other is not None and self.term.other.whichever == whichever

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
        others = [period for period in self.minimums if period.after not in self.term.starts]
        met = [period for period in others if in_days(period.least) <= self.days < _days_on_the_safe_side(period)]
        return max(met, key=lambda period: in_days(period.least), default=None)

    @property
    def periods_written(self) -> str:
        """The act's periods in the vocabulary's notation."""
        return periods_written(self.periods)


def retentions_by_act(context: RuleContext) -> Iterator[ActRetention]:
    """Each length of time with its start, once for each act with periods for it.

    A longest time beside another length is compared only where the act has a period from its event.
    """
    for purpose, keep in context.retentions:
        named = keep.facts.law is not None and keep.facts.law.act is not None
        every = tuple(terms(keep))
        for act in acts_of(purpose.facts, keep.facts):
            periods = periods_of(context.notice, act, purpose.id)
            for term in every if periods else ():
                found = ActRetention(purpose.id, term, keep[KEEP.or_], act, named, periods)
                if term.kind != "at-latest" or len(every) == 1 or found.from_same_event:
                    yield found


def retentions_without_length(context: RuleContext) -> Iterator[tuple[str, Cursor[Any], str, tuple[LawPeriod, ...]]]:
    """Each purpose whose retention states an event, a day or a criterion, with an act that sets a length of time.

    The act is the one that the retention names, or the one that obliges to keep all data of the purpose. A longest time
    is no shortest one: it answers an act that sets a maximum alone.
    """
    for purpose, keep in context.retentions:
        ways = (keep[KEEP.until], keep[KEEP.until_day], keep[KEEP.criterion])
        way = next((way for way in ways if way.value), None)
        if way is None or keep.facts.then_within or never_ends(context.notice, keep.facts):
            continue
        if any(keep[key].is_unknown for key in (KEEP.then_within, KEEP.at_latest)):
            continue
        named, latest = keep.facts.law is not None, keep.facts.at_latest
        if not named and (purpose.facts.basis not in BASES_IN_LAW or keep.path[-1] != "keep"):
            continue
        ceiling = in_days(latest.period) if latest else float("inf")
        for act in acts_of(purpose.facts, keep.facts):
            every = periods_of(context.notice, act, purpose.id)
            least = tuple(period for period in every if period.least and in_days(period.least) <= ceiling)
            if periods := every if named and latest is None else least:
                yield purpose.id, way, act, periods


def periods_written(periods: tuple[LawPeriod, ...]) -> str:
    """An act's periods in the vocabulary's notation."""
    return ", ".join(
        _flow(documents=period.documents, least=period.least, most=period.most, after=period.after)
        for period in periods
    )


def in_days(length: Duration | None) -> float:
    """A duration in days, 0 for none."""
    return days(length) if length else 0


def keep_written(period: LawPeriod) -> str:
    """A retention as long as the act's period: `keep: {for: 6 years, after: accounting-calendar-year-end}`."""
    return f"`keep: {{for: {length_written(period.least or period.most)}, after: {period.after}}}`"


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
