"""N5: how long the data are kept. GDPR Arts 5(1)(e), 13(2)(a), 14(2)(a)."""

from collections.abc import Iterator
from typing import Any

from notice.findings import Level, Violation
from notice.model.cursor import Cursor
from notice.model.keys import DATA_RETENTION, KEEP, LATEST, OTHER_EVENT, PURPOSE, REGISTER
from notice.model.purpose import DataRetention, Retention
from notice.rules.rule import RuleContext, rule


@rule("N501", "13-2-a", "14-2-a", "5-1-e", "TSV/26/2020")
def purpose_without_retention(context: RuleContext) -> Iterator[Violation]:
    """Every purpose says how long its data are kept: a period, an event, or a criterion.

    An undetermined time cost a Finnish webshop 856 000 euros (TSV/26/2020, first instance).

    Fails::

        purposes:
          orders:
            keep:

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: last-order}
    """
    for purpose in context.purposes:
        if purpose.lacks(PURPOSE.keep):
            yield purpose[PURPOSE.keep].missing(purpose=purpose.id)


@rule("N502", "13-2-a", "5-1-e", level=Level.WARNING)
def one_period_for_everything(context: RuleContext) -> Iterator[Violation]:
    """Purposes with different legal bases have retention periods of their own.

    What a contract needs, what the law requires and what consent allows rarely end on the same day.

    Also found: C004, for the vouchers.

    Fails::

        purposes:
          orders: {keep: {for: 1 year, after: visit}}
          bookkeeping: {keep: {for: 1 year, after: visit, law: }}
          newsletter: {keep: {for: 1 year, after: visit, until: , then-within: }}
          electronic-direct-marketing: {keep: {for: 1 year, after: visit}}
          visitor-statistics: {keep: {for: 1 year, after: visit}}

    Passes::

        purposes:
          visitor-statistics: {keep: {for: 1 year, after: visit}}
    """
    purposes = [purpose.facts for purpose in context.purposes]
    if len(purposes) < 3 or not all(purpose.keep and purpose.basis for purpose in purposes):
        return
    bases = {purpose.basis for purpose in purposes}
    if len(bases) > 1 and all(purpose.keep == purposes[0].keep for purpose in purposes):
        yield context.register[REGISTER.purposes].violation(count=len(purposes))


@rule("N504", "13-2-a", "14-2-a")
def retention_incomplete(context: RuleContext) -> Iterator[Violation]:
    """A period has its start, and a start has its period, so that a person can work out the date.

    Exactly one of four ways is stated: `for` with `after`; `until`, with `then-within` where it takes time;
    `until-day`; or a `criterion` of the vocabulary. `or` and `at-latest` are stated whole.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: }

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered}
    """
    for purpose, keep in context.retentions:
        stated = keep.facts
        ways = sum(
            bool(way) for way in (stated.period or stated.after, stated.until, stated.until_day, stated.criterion)
        )
        if ways > 1:
            yield keep.violation("several-ways", purpose=purpose.id)
        elif ways == 0:
            if all(keep.lacks(key) for key in (KEEP.period, KEEP.after, KEEP.until, KEEP.until_day, KEEP.criterion)):
                yield keep.violation("no-way", purpose=purpose.id)
        elif stated.period or stated.after:
            yield from _incomplete(purpose.id, keep[KEEP.period], keep[KEEP.after])
        yield from _parts(purpose.id, keep)


def _parts(purpose: str, keep: Cursor[Retention]) -> Iterator[Violation]:
    """What the second event, the longest time and the retention of some data lack."""
    other, latest = keep[KEEP.or_], keep[KEEP.at_latest]
    if other.value is not None:
        yield from _incomplete(purpose, other[OTHER_EVENT.event], other[OTHER_EVENT.whichever])
        if not any(keep[key].value or keep[key].is_unknown for key in (KEEP.after, KEEP.until)):
            yield other.violation("or-what", purpose=purpose)
    if latest.value is not None:
        yield from _incomplete(purpose, latest[LATEST.period], latest[LATEST.after])
        if not any(keep[key].value or keep[key].is_unknown for key in (KEEP.until, KEEP.criterion)):
            yield latest.violation("nothing-to-end", purpose=purpose)
    if isinstance(keep.value, DataRetention):
        data = keep[DATA_RETENTION.data]
        if data.is_missing:
            yield data.missing("which-data", purpose=purpose)


def _incomplete(purpose: str, *facts: Cursor[Any]) -> Iterator[Violation]:
    for fact in facts:
        if fact.is_missing:
            yield fact.missing("incomplete", purpose=purpose, key=fact.id)


@rule("C088", "13-2-a", "5-1-e")
def other_retention_of_no_data(context: RuleContext) -> Iterator[Violation]:
    """Data that are kept otherwise than the rest of a purpose are among its data, each in one place.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered, by-data: [{data: [cv], for: 1 month, after: order-delivered}]}

    Passes::

        purposes:
          orders:
            keep:
              for: 3 years
              after: order-delivered
              by-data: [{data: [phone], for: 1 month, after: order-delivered}]
    """
    for purpose in context.purposes:
        seen: set[str] = set()
        for one in purpose[PURPOSE.keep][KEEP.by_data].items():
            for category in one[DATA_RETENTION.data].items():
                used = purpose.facts.data is None or category.value in purpose.facts.data
                if not used and not purpose[PURPOSE.data].is_unknown:
                    yield one.violation("not-used", purpose=purpose.id, data=category.value)
                elif category.facts in seen:
                    yield one.violation("twice", purpose=purpose.id, data=category.value)
                seen.add(category.facts)


@rule("C089", "5-1-e", level=Level.WARNING)
def retention_day_passed(context: RuleContext) -> Iterator[Violation]:
    """Data that are kept until a day are gone when it has passed, and so is their purpose from the notice.

    Fails::

        purposes:
          orders:
            keep: {for: , after: , until-day: 2026-06-30}

    Passes::

        purposes:
          orders:
            keep: {for: , after: , until-day: 2029-12-31}
    """
    for purpose, keep in context.retentions:
        day = keep[KEEP.until_day]
        if day.value and day.value < context.day:
            yield day.violation(purpose=purpose.id, day=day.value.isoformat())


RULES = (
    purpose_without_retention,
    one_period_for_everything,
    retention_incomplete,
    other_retention_of_no_data,
    retention_day_passed,
)
