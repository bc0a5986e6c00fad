"""C: retention compared with the act that the retention names or that the purpose rests on."""

from collections.abc import Iterator

from notice.derive.retention import acts_of, periods_of
from notice.findings import Level, Violation, write
from notice.law.bases import BASES_IN_LAW
from notice.model.keys import KEEP
from notice.rules.logic.act_retention import (
    in_days,
    keep_written,
    length_written,
    periods_written,
    retentions_by_act,
    retentions_without_length,
)
from notice.rules.rule import RuleContext, rule


@rule("C004", "6-3", "5-1-e", level=Level.WARNING)
def retention_without_its_law(context: RuleContext) -> Iterator[Violation]:
    """Where an act behind the purpose sets how long data are kept, the retention names that act.

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
    for purpose, keep in context.retentions:
        law = keep[KEEP.law]
        if purpose.facts.basis not in BASES_IN_LAW or not keep[KEEP.period].value or not law.is_missing:
            continue
        acts = [act for act in acts_of(purpose.facts, keep.value) if periods_of(context.notice, act, purpose.id)]
        if acts:
            yield law.violation(suggestion=write(f"law: {acts[0]}"), purpose=purpose.id, act=acts[0])


@rule("C042", "5-1-e", "6-1", level=Level.WARNING)
def retention_longer_than_the_law(context: RuleContext) -> Iterator[Violation]:
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
    for retention in retentions_by_act(context):
        lengths = [length for period in retention.from_same_event if (length := period.most or period.least)]
        exact = {in_days(period.least) for period in retention.minimums}
        stated = retention.term.length
        if lengths and retention.days > max(map(in_days, lengths)) and retention.days not in exact:
            yield stated.violation(
                suggestion=write(f"{stated.id}: {length_written(max(lengths, key=in_days))}"),
                purpose=retention.purpose,
                act=retention.act,
                periods=retention.periods_written,
            )
        elif retention.may_begin_too_late:
            yield retention.other.violation(
                purpose=retention.purpose, act=retention.act, periods=retention.periods_written
            )


@rule("C062", "6-3", "5-2", "1336/1997-2:10")
def retention_shorter_than_the_law(context: RuleContext) -> Iterator[Violation]:
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
    for retention in retentions_by_act(context):
        shortest = min((in_days(period.least) for period in retention.minimums), default=0)
        if retention.from_same_event and retention.days < shortest:
            yield retention.term.length.violation(
                "too-short",
                purpose=retention.purpose,
                act=retention.act,
                periods=retention.periods_written,
                choices=tuple(map(keep_written, retention.minimums)),
            )


@rule("C063", "6-3", "1336/1997-2:10")
def retention_from_another_day_than_the_laws(context: RuleContext) -> Iterator[Violation]:
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
    for retention in retentions_by_act(context):
        events = retention.events
        if retention.named and not retention.from_same_event and events and not retention.exceeds_a_minimum:
            start = retention.term.start
            yield start.violation(
                "another-day",
                write(f"{start.id}: {events[0]}"),
                act=retention.act,
                event=start.value,
                events=events,
                periods=retention.periods_written,
            )


@rule("C066", "6-3", "1336/1997-2:10", level=Level.WARNING)
def retention_perhaps_from_too_early_a_day(context: RuleContext) -> Iterator[Violation]:
    """A period of an act that is counted from another day than the act's may end too early.

    Vouchers are kept for six years from the end of the calendar year in which the financial year ended. Six years from
    the end of the financial year are as many only where that year is the calendar year. Nobody can see either whether
    an event, a fixed day or the earlier of two events comes late enough.

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: financial-year-end}

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: accounting-calendar-year-end}
    """
    for retention in retentions_by_act(context):
        if meant := retention.period_meant:
            start = retention.term.start
            yield start.violation(
                "perhaps-too-early",
                write(f"{start.id}: {meant.after}"),
                act=retention.act,
                event=start.value,
                length=length_written(meant.least),
                meant=meant.after,
                choice=keep_written(meant),
                periods=retention.periods_written,
            )
        elif retention.may_begin_too_early:
            yield retention.other.violation(
                "earlier-of-two", purpose=retention.purpose, act=retention.act, periods=retention.periods_written
            )
    for purpose, way, act, periods in retentions_without_length(context):
        choices = tuple(map(keep_written, periods))
        yield way.violation("no-length", purpose=purpose, act=act, periods=periods_written(periods), choices=choices)


RULES = (
    retention_without_its_law,
    retention_longer_than_the_law,
    retention_shorter_than_the_law,
    retention_from_another_day_than_the_laws,
    retention_perhaps_from_too_early_a_day,
)
