"""C: how long data are kept, held against what can be worked out, and against the act that is named."""

from collections.abc import Iterator

from notice.derive import days, purposes
from notice.derive.retention import acts_of, periods_of
from notice.findings import Level
from notice.law.bases import BASES_IN_LAW
from notice.model.fields import Duration
from notice.rules.rule import Case, Fault, rule

CLAIM = Duration(3, "year")
"""After this long a claim expires as a rule: section 4 of Act 728/2003."""

SELECTION = Duration(2, "year")
"""So long data on applicants may answer a claim of discrimination: decision 6652/154/19 of the Ombudsman."""


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


@rule("C041", "13-2-a", "5-1-e", "TSV/26/2020")
def retention_without_end(case: Case) -> Iterator[Fault]:
    """A time of keeping ends at a moment that a person can work out.

    “While the account exists” alone leaves it to her to remember an account: the Ombudsman did not accept it.

    Fails::

        purposes:
          newsletter:
            keep: {criterion: while-account-open, until: , then-within: }

    Passes::

        purposes:
          newsletter:
            keep: {for: 2 years, after: last-sign-in, until: , then-within: }
    """
    for id, purpose in purposes(case.notice).items():
        keep = purpose.keep
        known = case.notice.vocabulary.criteria.get(keep.criterion or "") if keep else None
        if keep and known and known.open_ended and not keep.period:
            yield Fault(
                ("purposes", id, "keep", "criterion"),
                f"“{keep.criterion}” gives no day on which the data of “{id}” are gone",
                "no end that can be worked out",
                "write a period from something that happens: `keep: {for: 2 years, after: last-sign-in}`",
            )


@rule("C061", "13-2-a", "5-1-e", "3831/161/21", level=Level.WARNING)
def retention_from_no_certain_day(case: Case) -> Iterator[Fault]:
    """A period runs from something that happens on a certain day, for everybody the same.

    Nobody knows when “the customer relationship” ends: the Ombudsman did not accept it for data on purchases.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: end-of-customer-relationship}

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered}
    """
    for id, purpose in purposes(case.notice).items():
        keep = purpose.keep
        event = (keep.after or keep.until) if keep else None
        known = case.notice.vocabulary.events.get(event or "")
        if keep and known and known.open_ended and not _is_the_laws(case, id):
            step = "after" if keep.after else "until"
            yield Fault(
                ("purposes", id, "keep", step),
                f"“{event}” is no certain day, so nobody can work out how long the data of “{id}” are kept",
                "which day is that?",
                "write what happens, such as `last-order`, `last-contact` or `contract-ended`",
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


@rule("C064", "5-1-e", "728/2003-4", "TSV/2/2018", level=Level.WARNING)
def retention_longer_than_a_claim(case: Case) -> Iterator[Fault]:
    """Data of a contract are kept no longer than a claim can be made, as a rule three years.

    A longer time has a reason: where it is an act's, `keep` names that act.

    Fails::

        purposes:
          orders:
            keep: {for: 10 years, after: order-delivered}

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered}
    """
    for id, purpose in purposes(case.notice).items():
        keep = purpose.keep
        if not keep or not keep.period or keep.law or purpose.basis != "contract":
            continue
        if days(keep.period) > days(CLAIM) and case.notice.is_silent("purposes", id, "keep", "law"):
            yield Fault(
                ("purposes", id, "keep", "for"),
                f"The data of “{id}” are kept longer than a claim lasts as a rule (three years)",
                "why so long?",
                "write `for: 3 years`, or name the act behind the longer time: `law: …` in `keep`",
            )


@rule("C065", "5-1-e", "6652/154/19", level=Level.WARNING)
def applicants_kept_too_long(case: Case) -> Iterator[Fault]:
    """Data on those who were not chosen are kept two years at most after the decision.

    So long a claim of discrimination can come, and the Ombudsman has accepted that time.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: recruitment-decision}

    Passes::

        purposes:
          orders:
            keep: {for: 2 years, after: recruitment-decision}
    """
    for id, purpose in purposes(case.notice).items():
        keep = purpose.keep
        if keep and keep.period and keep.after == "recruitment-decision" and days(keep.period) > days(SELECTION):
            yield Fault(
                ("purposes", id, "keep", "for"),
                f"The data of “{id}” are kept longer than two years after the decision",
                "two years at most",
                "write `for: 2 years`",
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


def _is_the_laws(case: Case, id: str) -> bool:
    """True where an act behind the purpose counts from that very event."""
    purpose = purposes(case.notice)[id]
    keep = purpose.keep
    return bool(keep) and any(
        one.after == (keep.after if keep else None) for act in acts_of(purpose) for one in periods_of(case.notice, act)
    )


def _told(length: Duration) -> str:
    return f"{length.amount} {length.unit}{'' if length.amount == 1 else 's'}"


RULES = (
    retention_without_its_law,
    retention_without_end,
    retention_from_no_certain_day,
    retention_longer_than_the_law,
    retention_shorter_than_the_law,
    retention_from_another_day_than_the_laws,
    retention_longer_than_a_claim,
    applicants_kept_too_long,
)
