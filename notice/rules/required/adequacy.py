"""N4 and C018: transfers based on an adequacy decision: in force, for how long, for whom. GDPR Art. 45."""

from collections.abc import Iterator
from datetime import timedelta

from notice.findings import Level, Violation, near
from notice.law.adequacy import adequacy, ended
from notice.law.transfers import DECISIONS
from notice.model.keys import TRANSFER
from notice.rules.rule import RuleContext, rule

HALF_A_YEAR = timedelta(days=183)
"""How long before a decision ends it is reported."""


@rule("N411", "13-1-f", "45-3")
def adequacy_without_decision(context: RuleContext) -> Iterator[Violation]:
    """A transfer based on an adequacy decision goes to a country that has one on the day of the check.

    `dpf` is the decision on the United States: it covers only organisations on its list. The page is dated with the
    notice's own day, so the decision must have been in force then, too.

    Fails::

        recipients:
          parcel-carrier:
            country: IN
            transfers:
              IN: {mechanism: adequacy}

    Passes::

        recipients:
          parcel-carrier:
            country: CH
            transfers:
              CH: {mechanism: adequacy}
    """
    for _, transfer in context.transfers:
        country, mechanism = transfer.id, transfer[TRANSFER.mechanism]
        if mechanism.value not in DECISIONS:
            continue
        days = [day for day in (context.day, context.notice.date) if day]
        lapsed = next((day for day in days if not adequacy(country, day)), None)
        right = "dpf" if country == "US" else "adequacy"
        if lapsed is None:
            if mechanism.value != right:
                yield mechanism.violation(
                    "other-decision", near(right), mechanism=mechanism.value, country=country, right=right
                )
        elif (decision := ended(country, lapsed)) and decision.end:
            yield mechanism.violation(
                "decision-ended", mechanism=mechanism.value, country=country, day=lapsed, end=decision.end
            )
        else:
            yield mechanism.violation("no-decision", mechanism=mechanism.value, country=country, day=lapsed)


@rule("N414", "45-3", level=Level.WARNING)
def decision_ends_soon(context: RuleContext) -> Iterator[Violation]:
    """A transfer is not based on a decision that ends within half a year, unless another ground is ready.

    When the decision lapses and is not renewed, the transfer is unlawful from the next day on. `--as-of` shows today
    what lapses by a later day.

    Also found: P003, for a notice that nobody has read for years.

    Fails as of 2031-11-01::

        recipients:
          parcel-carrier: {country: GB, transfers: {GB: {mechanism: adequacy}}}

    Passes::

        recipients:
          parcel-carrier: {country: GB, transfers: {GB: {mechanism: adequacy}}}
    """
    for _, transfer in context.transfers:
        mechanism = transfer[TRANSFER.mechanism]
        decision = adequacy(transfer.id, context.day) if mechanism.value in DECISIONS else None
        if decision and decision.end and decision.end - context.day < HALF_A_YEAR:
            yield mechanism.violation(country=transfer.id, end=decision.end)


@rule("C018", "45-3")
def certificate_unverified(context: RuleContext) -> Iterator[Violation]:
    """A transfer under the decision on the United States has the day on which the recipient was found on its list.

    The decision covers only organisations that are certified; only the owner can look them up.

    Fails::

        recipients:
          parcel-carrier:
            country: US
            transfers:
              US: {mechanism: dpf}

    Passes::

        recipients:
          parcel-carrier:
            country: US
            transfers:
              US: {mechanism: dpf, verified: 2026-11-01}
    """
    for recipient, transfer in context.transfers:
        verified = transfer[TRANSFER.verified]
        if transfer[TRANSFER.mechanism].value != "dpf" or transfer.id != "US":
            continue
        if verified.is_missing:
            yield verified.missing("certificate-not-verified", recipient=recipient.id)
        elif verified.value and verified.value > context.day:
            yield verified.violation("verified-in-future", recipient=recipient.id, day=verified.value)


RULES = (adequacy_without_decision, decision_ends_soon, certificate_unverified)
