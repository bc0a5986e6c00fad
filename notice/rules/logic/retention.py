"""C: retention has a computable end and is not longer than the limitation of claims."""

import re
from collections.abc import Iterator

from notice.derive import days
from notice.derive.retention import acts_of, data_of, is_capped, periods_of, waits_for
from notice.findings import Level, Violation, write
from notice.model.cursor import Cursor
from notice.model.fields import Duration
from notice.model.keys import KEEP, OTHER_EVENT
from notice.model.purpose import Purpose, Retention
from notice.rules.cues import cues
from notice.rules.logic.terms import terms
from notice.rules.natures import holds, is_marked, shown
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
        if keep.facts.period or _is_capped(context, keep) or not criterion.value:
            continue
        if is_marked(context, "criteria", criterion.value, "open_ended"):
            if context.notice.vocabulary.criteria[criterion.value].open_ended:
                yield criterion.violation("open-ended", purpose=purpose.id, criterion=criterion.value)
        elif found := shown(context, "criteria", criterion.value, "open-ended"):
            yield criterion.violation("in-words", purpose=purpose.id, criterion=criterion.value, word=found.word)


@rule("C061", "13-2-a", "5-1-e", "3831/161/21", level=Level.WARNING)
def retention_from_no_certain_day(context: RuleContext) -> Iterator[Violation]:
    """A period runs from an event with a certain day, the same for everybody.

    Nobody knows when “the customer relationship” ends: the Ombudsman did not accept it for data on purchases. Data that
    come into being with the event have its day: by `arises-with` in the vocabulary, or by a name such as “the request
    to close the account”.

    Fails::

        purposes:
          orders:
            keep: {for: 3 years, after: end-of-customer-relationship}

    Passes::

        purposes:
          orders:
            keep: {for: 3 years, after: order-delivered}
    """

    def is_open(event: str) -> bool:
        return holds(context, "events", event, "open-ended")

    for purpose, keep in context.retentions:
        if _is_capped(context, keep) or not waits_for(keep.facts, is_open):
            continue
        first = keep[KEEP.after] if keep[KEEP.after].value else keep[KEEP.until]
        every = [one for one in (first, keep[KEEP.or_][OTHER_EVENT.event]) if one.value]
        event = next(one for one in every if is_open(one.facts))
        if _is_counted_by_an_act(context, purpose, keep) or _arises_with(context, purpose, keep, event.facts):
            continue
        if is_marked(context, "events", event.facts, "open_ended"):
            yield event.violation("open-ended", purpose=purpose.id, event=event.value)
        elif found := shown(context, "events", event.facts, "open-ended"):
            yield event.violation("in-words", purpose=purpose.id, event=event.value, word=found.word)


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
        if purpose.facts.basis != "contract" or not keep[KEEP.law].is_missing:
            continue
        for term in terms(keep):
            # A contract in force may last longer than a claim from it: its longest time is no claim's.
            if term.kind != "at-latest" and days(term.length.facts) > days(CLAIM):
                yield term.length.violation(purpose=purpose.id)


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
        for term in terms(keep):
            if "recruitment-decision" in term.starts and days(term.length.facts) > days(SELECTION):
                yield term.length.violation(suggestion=write(f"{term.length.id}: 2 years"), purpose=purpose.id)


def _is_capped(context: RuleContext, keep: Cursor[Retention]) -> bool:
    """Whether a longest time ends the retention whatever happens, or nobody knows it yet."""
    return keep[KEEP.at_latest].is_unknown or is_capped(context.notice, keep.facts)


def _arises_with(context: RuleContext, purpose: Cursor[Purpose], keep: Cursor[Retention], event: str) -> bool:
    """Whether all data that are kept so come into being with the event: nobody waits for it to come."""
    vocabulary = context.notice.vocabulary
    known = vocabulary.purposes.get(purpose.id)
    if known and event in (known.arises_with or ()):
        return True

    def arises(id: str) -> bool:
        category = vocabulary.data.get(id)
        if category and category.arises_with is not None:
            return event in category.arises_with
        return _names_an_end(context, id)

    kept = data_of(purpose.facts, keep.facts)
    return bool(kept) and all(map(arises, kept))


def _names_an_end(context: RuleContext, id: str) -> bool:
    """Whether the words of a category of data, in every language that has them, name a closing or an end."""
    named = {language: words.find("data", id) for language, words in context.words.items()}
    ends = cues("ending")
    worded = [(ends[language], text.lower()) for language, text in named.items() if text and language in ends]
    return bool(worded) and all(re.search(end, text) for end, text in worded)


def _is_counted_by_an_act(context: RuleContext, purpose: Cursor[Purpose], keep: Cursor[Retention]) -> bool:
    """Whether an act behind the retention has a period from the event from which it runs."""
    after = keep[KEEP.after].value or (keep[KEEP.until].value if keep.facts.then_within else None)
    return after is not None and any(
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
