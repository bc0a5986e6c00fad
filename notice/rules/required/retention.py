"""N5: how long the data are kept. GDPR Arts 5(1)(e), 13(2)(a), 14(2)(a)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import KEEP, PURPOSE, REGISTER
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

    Exactly one of three ways is stated: `for` with `after`; `until`, with `then-within` where it takes time; or a
    `criterion` of the vocabulary.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: }

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered}
    """
    for purpose in context.purposes:
        keep = purpose[PURPOSE.keep]
        if keep.value is None:
            continue
        stated = keep.value
        ways = sum(bool(way) for way in (stated.period or stated.after, stated.until, stated.criterion))
        if ways > 1:
            yield keep.violation("several-ways", purpose=purpose.id)
        elif ways == 0:
            if all(keep.lacks(key) for key in (KEEP.period, KEEP.after, KEEP.until, KEEP.criterion)):
                yield keep.violation("no-way", purpose=purpose.id)
        elif not stated.until and not stated.criterion:
            for key in (keep[KEEP.period], keep[KEEP.after]):
                if key.is_missing:
                    yield key.missing("incomplete", purpose=purpose.id, key=key.id)


RULES = (purpose_without_retention, one_period_for_everything, retention_incomplete)
