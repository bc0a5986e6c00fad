"""C: how far a decision on a country reaches: whom it covers, and whether that was seen lately."""

from collections.abc import Iterator
from datetime import timedelta

from notice.findings import Level
from notice.law.adequacy import adequacy
from notice.rules.rule import Fault, RuleContext, rule

YEAR = timedelta(days=366)
"""A certificate is renewed every year: after that the list is looked at again."""


@rule("C017", "45-3")
def recipient_outside_the_decision(context: RuleContext) -> Iterator[Fault]:
    """A decision on a part of a country carries data only to a recipient that belongs to that part.

    Canada: organisations under its act on commercial activity; Japan and Korea: private firms under their acts; Israel:
    automated transfers.

    Fails::

        recipients:
          parcel-carrier: {country: CA, transfers: {CA: {mechanism: adequacy, in-scope: no}}}

    Passes::

        recipients:
          parcel-carrier: {country: CA, transfers: {CA: {mechanism: adequacy, in-scope: yes}}}
    """
    for recipient, country, covered in _partial(context):
        if covered is False:
            yield Fault(
                ("recipients", recipient, "transfers", country, "in-scope"),
                f"The decision on {country} does not cover “{recipient}”",
                "another ground is needed",
                "write the safeguard that carries the data, such as `mechanism: scc`",
            )


@rule("C080", "45-3", level=Level.WARNING)
def scope_of_decision_unasked(context: RuleContext) -> Iterator[Fault]:
    """Where a decision covers only a part of a country, the owner says whether the recipient belongs to it.

    Fails::

        recipients:
          parcel-carrier: {country: JP, transfers: {JP: {mechanism: adequacy}}}

    Passes::

        recipients:
          parcel-carrier: {country: JP, transfers: {JP: {mechanism: adequacy, in-scope: yes}}}
    """
    for recipient, country, covered in _partial(context):
        fact = ("recipients", recipient, "transfers", country, "in-scope")
        if covered is None and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"Does the decision on {country}, which covers only a part of it, cover “{recipient}”?",
                "answer `in-scope:`",
                "write `in-scope: yes` or `no`",
            )


@rule("C081", "45-3", level=Level.WARNING)
def certificate_seen_long_ago(context: RuleContext) -> Iterator[Fault]:
    """The list of certified organisations is looked at once a year: a certificate lasts no longer.

    Fails::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: dpf, copy: , verified: 2025-01-15}}}

    Passes::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: dpf, copy: , verified: 2026-11-01}}}
    """
    for row in context.derived.transfers:
        seen = row.transfer.verified if row.transfer and row.transfer.mechanism == "dpf" else None
        if seen and context.day - seen > YEAR:
            yield Fault(
                ("recipients", row.recipient, "transfers", row.country, "verified"),
                f"The certificate of “{row.recipient}” was seen more than a year ago",
                "look again",
                "look the recipient up on the Data Privacy Framework list, and write today's date",
            )


@rule("C082", "45-3", level=Level.WARNING)
def staff_data_unasked(context: RuleContext) -> Iterator[Fault]:
    """Where data on staff go to a certified organisation, the owner says whether its certificate covers such data.

    Fails::

        people: [customers, site-visitors, employees]
        purposes:
          newsletter: {people: [customers, employees]}
        recipients:
          newsletter-service: {transfers: {US: {mechanism: dpf, copy: , verified: 2026-11-01}}}

    Passes::

        people: [customers, site-visitors, employees]
        purposes:
          newsletter: {people: [customers, employees]}
        recipients:
          newsletter-service: {transfers: {US: {mechanism: dpf, copy: , verified: 2026-11-01, staff-data: yes}}}
    """
    groups = context.notice.vocabulary.people
    staff = {
        recipient
        for purpose in context.derived.purposes.values()
        for recipient in purpose.recipients or ()
        if any(groups[one].working_life for one in purpose.people or () if one in groups)
    }
    for row in context.derived.transfers:
        fact = ("recipients", row.recipient, "transfers", row.country, "staff-data")
        certified = row.transfer and row.transfer.mechanism == "dpf" and not row.transfer.staff_data
        if certified and row.recipient in staff and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"Does the certificate of “{row.recipient}” cover data on staff?",
                "answer `staff-data:`",
                "write `staff-data: yes` when the list says so; else name a safeguard, such as `mechanism: scc`",
            )


def _partial(context: RuleContext) -> Iterator[tuple[str, str, bool | None]]:
    """Each transfer under a decision on a part of a country, but for the United States, whose list is looked up."""
    for row in context.derived.transfers:
        decision = adequacy(row.country, context.day)
        if (
            row.transfer
            and row.transfer.mechanism == "adequacy"
            and decision
            and decision.partial
            and row.country != "US"
        ):
            yield row.recipient, row.country, row.transfer.in_scope


RULES = (
    recipient_outside_the_decision,
    scope_of_decision_unasked,
    certificate_seen_long_ago,
    staff_data_unasked,
)
