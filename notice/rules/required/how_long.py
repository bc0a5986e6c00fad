"""N5: how long the data are kept. GDPR Arts 5(1)(e), 13(2)(a), 14(2)(a)."""

from collections.abc import Iterator

from notice.findings import Violation
from notice.model.keys import KEEP, PURPOSE
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


@rule("N504", "13-2-a", "14-2-a")
def retention_incomplete(context: RuleContext) -> Iterator[Violation]:
    """A period says where it starts, and a start says for how long: a person can work out her own date.

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


RULES = (purpose_without_retention, retention_incomplete)
