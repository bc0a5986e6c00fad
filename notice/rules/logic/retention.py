"""C: retention has a computable end and is not longer than the limitation of claims."""

import re
from collections.abc import Iterator

from notice.derive import days
from notice.derive.retention import acts_of, periods_of
from notice.findings import Level, Violation, write
from notice.model.cursor import Cursor
from notice.model.fields import Duration
from notice.model.keys import KEEP
from notice.model.purpose import DataRetention, Purpose, Retention
from notice.rules.cues import cues
from notice.rules.rule import RuleContext, rule

CLAIM = Duration(3, "year")
"""The general limitation period of claims: section 4 of Act 728/2003."""

SELECTION = Duration(2, "year")
"""The longest retention of applicants' data for claims of discrimination: the Ombudsman's decision 6652/154/19."""


@rule("C041", "13-2-a", "5-1-e", "TSV/26/2020")
def retention_without_end(context: RuleContext) -> Iterator[Violation]:
    """A retention ends on a day that a person can work out.

    “While the account exists” alone makes people remember their accounts: the Ombudsman did not accept it.

    Fails::

        purposes:
          newsletter:
            keep: {criterion: while-account-open, until: , then-within: }

    Passes::

        purposes:
          newsletter:
            keep: {for: 2 years, after: last-sign-in, until: , then-within: }
    """
    for purpose, keep in context.retentions:
        criterion = keep[KEEP.criterion]
        known = context.notice.vocabulary.criteria.get(criterion.value or "")
        if known and known.open_ended and not (keep.facts.period or _is_capped(keep)):
            yield criterion.violation(purpose=purpose.id, criterion=criterion.value)


@rule("C061", "13-2-a", "5-1-e", "3831/161/21", level=Level.WARNING)
def retention_from_no_certain_day(context: RuleContext) -> Iterator[Violation]:
    """A period runs from an event with a certain day, the same for everybody.

    Nobody knows when “the customer relationship” ends: the Ombudsman did not accept it for data on purchases. Data
    that come into being at that end, such as “the request to close the account”, are kept from a certain day.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: end-of-customer-relationship}

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered}
    """
    for purpose, keep in context.retentions:
        event = keep[KEEP.after] if keep[KEEP.after].value else keep[KEEP.until]
        known = context.notice.vocabulary.events.get(event.value or "")
        counted = _is_counted_by_an_act(context, purpose, keep)
        if (
            known
            and known.open_ended
            and not (_is_capped(keep) or counted or _arise_at_the_end(context, purpose, keep))
        ):
            yield event.violation(purpose=purpose.id, event=event.value)


@rule("C064", "5-1-e", "728/2003-4", "TSV/2/2018", level=Level.WARNING)
def retention_longer_than_a_claim(context: RuleContext) -> Iterator[Violation]:
    """Data of a contract are kept no longer than a claim can be made, as a rule three years.

    A longer time has a reason: where an act sets it, `keep` names that act.

    Fails::

        purposes:
          orders:
            keep: {for: 10 years, after: order-delivered}

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered}
    """
    for purpose, keep in context.retentions:
        period, law = keep[KEEP.period], keep[KEEP.law]
        if purpose.facts.basis != "contract" or not period.value or not law.is_missing:
            continue
        if days(period.value) > days(CLAIM):
            yield period.violation(purpose=purpose.id)


@rule("C065", "5-1-e", "6652/154/19", level=Level.WARNING)
def applicants_kept_too_long(context: RuleContext) -> Iterator[Violation]:
    """Data on those who were not chosen are kept two years at most after the decision.

    A claim of discrimination is possible for that time, and the Ombudsman has accepted it.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: recruitment-decision}

    Passes::

        purposes:
          orders:
            keep: {for: 2 years, after: recruitment-decision}
    """
    for purpose, keep in context.retentions:
        period = keep[KEEP.period]
        if period.value and keep.facts.after == "recruitment-decision" and days(period.value) > days(SELECTION):
            yield period.violation(suggestion=write("for: 2 years"), purpose=purpose.id)


def _is_capped(keep: Cursor[Retention]) -> bool:
    """Whether a longest time ends the retention whatever happens, or nobody knows it yet."""
    return keep.facts.at_latest is not None or keep[KEEP.at_latest].is_unknown


def _arise_at_the_end(context: RuleContext, purpose: Cursor[Purpose], keep: Cursor[Retention]) -> bool:
    """Whether all data of the retention are named after the end from which it runs."""
    own = keep.facts.data if isinstance(keep.facts, DataRetention) else None
    apart = {id for part in _parts(purpose.facts) for id in part.data or ()}
    data = own or tuple(id for id in purpose.facts.data or () if id not in apart)
    return bool(data) and all(_names_an_end(context, id) for id in data)


def _parts(purpose: Purpose) -> tuple[DataRetention, ...]:
    return tuple(purpose.keep.by_data or ()) if purpose.keep else ()


def _names_an_end(context: RuleContext, id: str) -> bool:
    """Whether the words of a category of data, in every language that has them, name a closing or an end."""
    named = {language: words.find("data", id) for language, words in context.words.items()}
    ends = cues("ending")
    worded = [(ends[language], text.lower()) for language, text in named.items() if text and language in ends]
    return bool(worded) and all(re.search(end, text) for end, text in worded)


def _is_counted_by_an_act(context: RuleContext, purpose: Cursor[Purpose], keep: Cursor[Retention]) -> bool:
    """Whether an act behind the retention has a period from the event from which it runs."""
    after = keep[KEEP.after].value
    return any(
        period.after == after
        for act in acts_of(purpose.facts, keep.facts)
        for period in periods_of(context.notice, act, purpose.id)
    )


RULES = (
    retention_without_end,
    retention_from_no_certain_day,
    retention_longer_than_a_claim,
    applicants_kept_too_long,
)
