"""C: the scope of adequacy decisions and certificates, and their last verification. GDPR Art. 45."""

from collections.abc import Iterator
from datetime import timedelta

from notice.findings import Level, Violation
from notice.law.adequacy import adequacy
from notice.law.countries import EEA
from notice.model.cursor import Cursor
from notice.model.keys import RECIPIENT, TRANSFER
from notice.model.register import Transfer
from notice.rules.rule import RuleContext, rule

YEAR = timedelta(days=366)
"""How long a certificate is valid; then it must be verified again."""


@rule("C017", "45-3")
def recipient_outside_the_decision(context: RuleContext) -> Iterator[Violation]:
    """An adequacy decision on a part of a country covers only recipients that belong to that part.

    Canada: organisations under its act on commercial activity; Japan and Korea: private firms under their acts; Israel:
    automated transfers.

    Fails::

        recipients:
          parcel-carrier: {country: CA, transfers: {CA: {mechanism: adequacy, in-scope: no}}}

    Passes::

        recipients:
          parcel-carrier: {country: CA, transfers: {CA: {mechanism: adequacy, in-scope: yes}}}
    """
    for recipient, transfer in _under_partial_decisions(context):
        in_scope = transfer[TRANSFER.in_scope]
        if in_scope.value is False:
            yield in_scope.violation(recipient=recipient, country=transfer.id)


@rule("C080", "45-3", level=Level.WARNING)
def scope_of_decision_unasked(context: RuleContext) -> Iterator[Violation]:
    """Where an adequacy decision covers only a part of a country, the owner states whether the recipient belongs to it.

    Fails::

        recipients:
          parcel-carrier: {country: JP, transfers: {JP: {mechanism: adequacy}}}

    Passes::

        recipients:
          parcel-carrier: {country: JP, transfers: {JP: {mechanism: adequacy, in-scope: yes}}}
    """
    for recipient, transfer in _under_partial_decisions(context):
        if transfer.lacks(TRANSFER.in_scope):
            yield transfer[TRANSFER.in_scope].missing(recipient=recipient, country=transfer.id)


@rule("C081", "45-3", level=Level.WARNING)
def certificate_seen_long_ago(context: RuleContext) -> Iterator[Violation]:
    """The list of certified organisations is looked at once a year: a certificate lasts no longer.

    Fails::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: dpf, copy: , verified: 2025-01-15}}}

    Passes::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: dpf, copy: , verified: 2026-11-01}}}
    """
    for recipient, transfer in _outside_the_eea(context):
        verified = transfer[TRANSFER.verified]
        if transfer.facts.mechanism == "dpf" and verified.value and context.day - verified.value > YEAR:
            yield verified.violation(recipient=recipient, verified=verified.value)


@rule("C082", "45-3", level=Level.WARNING)
def staff_data_unasked(context: RuleContext) -> Iterator[Violation]:
    """Where data on staff go to a certified organisation, the owner states whether its certificate covers such data.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, employees]
        purposes:
          newsletter: {people: [newsletter-subscribers, employees]}
        recipients:
          newsletter-service: {transfers: {US: {mechanism: dpf, copy: , verified: 2026-11-01}}}

    Passes::

        people: [customers, newsletter-subscribers, site-visitors, employees]
        purposes:
          newsletter: {people: [newsletter-subscribers, employees]}
        recipients:
          newsletter-service: {transfers: {US: {mechanism: dpf, copy: , verified: 2026-11-01, staff-data: yes}}}
    """
    groups = context.notice.vocabulary.people
    receive_staff_data = {
        recipient
        for purpose in context.purposes
        for recipient in purpose.facts.recipients or ()
        if any(groups[group].working_life for group in purpose.facts.people or () if group in groups)
    }
    for recipient, transfer in _outside_the_eea(context):
        staff_data = transfer[TRANSFER.staff_data]
        if transfer.facts.mechanism != "dpf" or recipient not in receive_staff_data:
            continue
        if staff_data.is_missing:
            yield staff_data.missing("unanswered", recipient=recipient)
        elif staff_data.value is False and staff_data.is_silent:
            yield staff_data.violation("denied", recipient=recipient)


def _outside_the_eea(context: RuleContext) -> Iterator[tuple[str, Cursor[Transfer]]]:
    """Each stated transfer to a country outside the EEA, with its recipient's id."""
    for recipient in context.recipients:
        for transfer in recipient[RECIPIENT.transfers].entries():
            if transfer.id not in EEA:
                yield recipient.id, transfer


def _under_partial_decisions(context: RuleContext) -> Iterator[tuple[str, Cursor[Transfer]]]:
    """Each transfer under a decision on a part of a country, except the United States, which have a list."""
    for recipient, transfer in _outside_the_eea(context):
        decision = adequacy(transfer.id, context.day)
        if transfer.facts.mechanism == "adequacy" and decision and decision.partial and transfer.id != "US":
            yield recipient, transfer


RULES = (
    recipient_outside_the_decision,
    scope_of_decision_unasked,
    certificate_seen_long_ago,
    staff_data_unasked,
)
