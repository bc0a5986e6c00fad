"""C: how long data are kept, held against what a person can work out and against how long a claim lasts."""

from collections.abc import Iterator

from notice.derive import days
from notice.derive.retention import acts_of, periods_of
from notice.findings import Level
from notice.model.fields import Duration
from notice.rules.rule import Fault, RuleContext, rule

CLAIM = Duration(3, "year")
"""After this long a claim expires as a rule: section 4 of Act 728/2003."""

SELECTION = Duration(2, "year")
"""So long data on applicants may answer a claim of discrimination: decision 6652/154/19 of the Ombudsman."""


@rule("C041", "13-2-a", "5-1-e", "TSV/26/2020")
def retention_without_end(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        keep = purpose.keep
        known = context.notice.vocabulary.criteria.get(keep.criterion or "") if keep else None
        if keep and known and known.open_ended and not keep.period:
            yield Fault(
                ("purposes", id, "keep", "criterion"),
                f"“{keep.criterion}” gives no day on which the data of “{id}” are gone",
                "no end that can be worked out",
                "write a period from something that happens: `keep: {for: 2 years, after: last-sign-in}`",
            )


@rule("C061", "13-2-a", "5-1-e", "3831/161/21", level=Level.WARNING)
def retention_from_no_certain_day(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        keep = purpose.keep
        event = (keep.after or keep.until) if keep else None
        known = context.notice.vocabulary.events.get(event or "")
        if keep and known and known.open_ended and not _is_the_laws(context, id):
            step = "after" if keep.after else "until"
            yield Fault(
                ("purposes", id, "keep", step),
                f"“{event}” is no certain day, so nobody can work out how long the data of “{id}” are kept",
                "which day is that?",
                "write what happens, such as `last-order`, `last-contact` or `contract-ended`",
            )


@rule("C064", "5-1-e", "728/2003-4", "TSV/2/2018", level=Level.WARNING)
def retention_longer_than_a_claim(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        keep = purpose.keep
        if not keep or not keep.period or keep.law or purpose.basis != "contract":
            continue
        if days(keep.period) > days(CLAIM) and context.notice.is_silent("purposes", id, "keep", "law"):
            yield Fault(
                ("purposes", id, "keep", "for"),
                f"The data of “{id}” are kept longer than a claim lasts as a rule (three years)",
                "why so long?",
                "write `for: 3 years`, or name the act behind the longer time: `law: …` in `keep`",
            )


@rule("C065", "5-1-e", "6652/154/19", level=Level.WARNING)
def applicants_kept_too_long(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        keep = purpose.keep
        if keep and keep.period and keep.after == "recruitment-decision" and days(keep.period) > days(SELECTION):
            yield Fault(
                ("purposes", id, "keep", "for"),
                f"The data of “{id}” are kept longer than two years after the decision",
                "two years at most",
                "write `for: 2 years`",
            )


def _is_the_laws(context: RuleContext, id: str) -> bool:
    """True where an act behind the purpose counts from that very event."""
    purpose = context.derived.purposes[id]
    keep = purpose.keep
    return bool(keep) and any(
        one.after == (keep.after if keep else None)
        for act in acts_of(purpose)
        for one in periods_of(context.notice, act, id)
    )


RULES = (
    retention_without_end,
    retention_from_no_certain_day,
    retention_longer_than_a_claim,
    applicants_kept_too_long,
)
