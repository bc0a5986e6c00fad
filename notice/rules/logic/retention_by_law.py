"""C: how long data are kept, held against the act that is named or that stands behind the purpose."""

from collections.abc import Iterator

from notice.derive import days, purposes
from notice.derive.retention import acts_of, periods_of
from notice.findings import Level
from notice.law.bases import BASES_IN_LAW
from notice.model.fields import Duration
from notice.rules.rule import Case, Fault, rule


@rule("C004", "6-3", "5-1-e", level=Level.WARNING)
def retention_without_its_law(case: Case) -> Iterator[Fault]:
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
    for id, purpose in purposes(case.notice).items():
        fact = ("purposes", id, "keep", "law")
        if purpose.basis not in BASES_IN_LAW or not purpose.keep or purpose.keep.law or not purpose.keep.period:
            continue
        named = [act for act in acts_of(purpose) if periods_of(case.notice, act)]
        if named and case.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"The act behind “{id}” says how long, and the retention does not name it",
                f"add `law: {named[0]}`",
                f"write `law: {named[0]}` in `keep`",
            )


@rule("C042", "5-1-e", "6-1", level=Level.WARNING)
def retention_longer_than_the_law(case: Case) -> Iterator[Fault]:
    """What the law orders to be kept is not kept longer on the same ground.

    For a longer time there must be another purpose with a basis of its own.

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 8 years, after: accounting-calendar-year-end}

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: accounting-calendar-year-end}
    """
    for id, period, laws in _from_the_laws_event(case):
        longest = max(laws, key=days)
        if days(period) > days(longest):
            yield Fault(
                ("purposes", id, "keep", "for"),
                f"The data of “{id}” are kept longer than the {_told(longest)} that the named act sets",
                f"{_told(longest)} by law",
                f"write `for: {_told(longest)}`, or state what the longer time is for as a purpose of its own",
            )


@rule("C062", "6-3", "5-2", "1336/1997-2:10")
def retention_shorter_than_the_law(case: Case) -> Iterator[Fault]:
    """What the law orders to be kept for a time is kept for that time.

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 3 years, after: accounting-calendar-year-end}

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 10 years, after: financial-year-end}
    """
    for id, purpose in purposes(case.notice).items():
        keep = purpose.keep
        if not keep or not keep.period:
            continue
        for act in acts_of(purpose):
            least = [one.least for one in periods_of(case.notice, act) if one.least and one.after == keep.after]
            if least and days(keep.period) < min(map(days, least)):
                shortest = min(least, key=days)
                yield Fault(
                    ("purposes", id, "keep", "for"),
                    f"The data of “{id}” are erased before the {_told(shortest)} that the act `{act}` sets have passed",
                    f"at least {_told(shortest)}",
                    f"write `for: {_told(shortest)}`",
                )


@rule("C063", "6-3", "1336/1997-2:10")
def retention_from_another_day_than_the_laws(case: Case) -> Iterator[Fault]:
    """A period that an act sets runs from the day from which the act counts it.

    Vouchers: six years from the end of the calendar year in which the financial year ended; books: ten years from the
    end of the financial year (Accounting Act 2:10).

    Fails::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: order-delivered}

    Passes::

        purposes:
          bookkeeping:
            keep: {for: 6 years, after: accounting-calendar-year-end}
    """
    for id, purpose in purposes(case.notice).items():
        keep = purpose.keep
        named = keep.law.act if keep and keep.law else None
        periods = periods_of(case.notice, named)
        events = [one.after for one in periods if one.after]
        if keep and keep.after and events and keep.after not in events:
            yield Fault(
                ("purposes", id, "keep", "after"),
                f"The act `{named}` counts its period from another day than “{keep.after}”",
                f"`{events[0]}`",
                f"write one of: {', '.join(events)}; or take `law` out of `keep` if the period is not the act's",
            )


def _from_the_laws_event(case: Case) -> Iterator[tuple[str, Duration, list[Duration]]]:
    """Each purpose whose period runs from an event from which its act counts, with the act's periods from it."""
    for id, purpose in purposes(case.notice).items():
        keep = purpose.keep
        if not keep or not keep.period or not keep.after:
            continue
        periods = [one for act in acts_of(purpose) for one in periods_of(case.notice, act) if one.after == keep.after]
        laws = [length for one in periods if (length := one.most or one.least)]
        if laws:
            yield id, keep.period, laws


def _told(length: Duration) -> str:
    return f"{length.amount} {length.unit}{'' if length.amount == 1 else 's'}"


RULES = (
    retention_without_its_law,
    retention_longer_than_the_law,
    retention_shorter_than_the_law,
    retention_from_another_day_than_the_laws,
)
