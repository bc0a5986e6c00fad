"""N5: how long the data are kept. GDPR Arts 5(1)(e), 13(2)(a), 14(2)(a)."""

from collections.abc import Iterator
from typing import Any

from notice.derive.retention import is_endless
from notice.findings import Level, Violation
from notice.model.cursor import Cursor
from notice.model.keys import DATA_RETENTION, KEEP, LATEST, OTHER_EVENT, PURPOSE, REGISTER
from notice.model.purpose import DataRetention, Retention
from notice.model.site import Notice
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
    `until-day`; or a `criterion` of the vocabulary. `or` and `at-latest` are stated whole, and say something: a second
    event is another one, and a longest time ends what would last longer: what an event or a criterion ends, or a period
    from an event that may come late or never be known, such as 12 years from a patient's death and at the latest 120
    years from birth.

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
        period = _has(keep, KEEP.period, KEEP.after)
        ways = period + sum(_has(keep, key) for key in (KEEP.until, KEEP.until_day, KEEP.criterion))
        if ways > 1:
            yield keep.violation("several-ways", purpose=purpose.id)
        elif ways == 0:
            if all(keep.lacks(key) for key in (KEEP.period, KEEP.after, KEEP.until, KEEP.until_day, KEEP.criterion)):
                yield keep.violation("no-way", purpose=purpose.id)
        elif period:
            yield from _incomplete(purpose.id, keep[KEEP.period], keep[KEEP.after])
        yield from _parts(context.notice, purpose.id, keep)


def _has(keep: Cursor[Retention], *keys: object) -> bool:
    """Whether the retention has one of the parts, known or not known yet."""
    return any(keep[key].value is not None or keep[key].is_unknown for key in keys)


def _ends(keep: Retention) -> tuple[str, ...]:
    """The events with the first of which the keeping is over, or its last stretch begins."""
    second = keep.or_.event if keep.or_ and keep.or_.whichever == "earlier" else None
    only = keep.until if keep.or_ is None or second else None
    return tuple(event for event in (only, second) if event)


def _starts(keep: Retention) -> tuple[str, ...]:
    """The events from which the period runs, where a longest time from them contradicts it or never ends it.

    Where the later of two events counts, a longest time from one of them limits the other.
    """
    if keep.or_ is not None and keep.or_.whichever != "earlier":
        return ()
    return tuple(event for event in (keep.after, keep.or_.event if keep.or_ else None) if event)


def _parts(notice: Notice, purpose: str, keep: Cursor[Retention]) -> Iterator[Violation]:
    """What the second event, the time after the end, the longest time and the retention of some data lack."""
    other, then, latest = keep[KEEP.or_], keep[KEEP.then_within], keep[KEEP.at_latest]
    if _has(keep, KEEP.or_) and keep.lacks(KEEP.after) and keep.lacks(KEEP.until):
        yield other.violation("or-what", purpose=purpose)
    elif other.value and other.value.event and other.value.event in (keep.facts.after, keep.facts.until):
        yield other[OTHER_EVENT.event].violation("or-same", purpose=purpose, event=other.value.event)
    if _has(keep, KEEP.then_within) and keep.lacks(KEEP.until):
        yield then.violation("then-what", purpose=purpose)
    if _has(keep, KEEP.at_latest):
        if not _has(keep, KEEP.after, KEEP.until, KEEP.criterion):
            yield latest.violation("nothing-to-end", purpose=purpose)
        elif keep.facts.criterion and is_endless(notice, keep.facts.criterion):
            yield latest.violation("no-end-to-limit", purpose=purpose, criterion=keep.facts.criterion)
        elif latest.value and latest.value.after in _ends(keep.facts):
            yield latest[LATEST.after].violation("limits-nothing", purpose=purpose, event=latest.value.after)
        elif latest.value and latest.value.after in _starts(keep.facts):
            yield latest[LATEST.after].violation("same-start", purpose=purpose, event=latest.value.after)
    if other.value is not None:
        yield from _incomplete(purpose, other[OTHER_EVENT.event], other[OTHER_EVENT.whichever])
    if latest.value is not None:
        yield from _incomplete(purpose, latest[LATEST.period], latest[LATEST.after])
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
    """Data that are kept otherwise than the rest of a purpose are among its data, each in one place, and leave a rest.

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
        others = purpose[PURPOSE.keep][KEEP.by_data]
        if purpose.facts.data and not purpose[PURPOSE.data].is_unknown and seen >= set(purpose.facts.data):
            yield others.violation("none-left", purpose=purpose.id)


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
