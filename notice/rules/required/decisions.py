"""N4 and C18: transfers that rest on a decision on adequacy: in force, for how long, for whom. GDPR Art. 45."""

from collections.abc import Iterator
from datetime import date, timedelta

from notice.findings import Level
from notice.law.adequacy import adequacy, ended
from notice.law.transfers import DECISIONS
from notice.rules.rule import Fault, RuleContext, rule

HALF_A_YEAR = timedelta(days=183)
"""So long before a decision ends its end is told."""


@rule("N411", "13-1-f", "45-3")
def adequacy_without_decision(context: RuleContext) -> Iterator[Fault]:
    """A transfer that rests on an adequacy decision goes to a country that has one on the law's day.

    `dpf` is the decision on the United States: it covers only organisations on its list. The page speaks of the
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
    for row in context.derived.transfers:
        mechanism = row.transfer.mechanism if row.transfer else None
        if mechanism not in DECISIONS:
            continue
        lapsed = next(
            (day for day in (context.day, context.notice.date) if day and not adequacy(row.country, day)), None
        )
        found, day = adequacy(row.country, context.day) if lapsed is None else None, lapsed or context.day
        if found is None or (mechanism == "dpf") != (row.country == "US"):
            word = "dpf" if row.country == "US" else "adequacy"
            yield Fault(
                ("recipients", row.recipient, "transfers", row.country, "mechanism"),
                f"“{mechanism}” is no ground for {row.country} on {day.isoformat()}",
                f"did you mean `{word}`?" if found else _why_none(row.country, day),
                f"write `{word}`" if found else "write the safeguard that carries the transfer, such as `scc`",
            )


def _why_none(country: str, day: date) -> str:
    past = ended(country, day)
    return f"the decision ended on {past.end.isoformat()}" if past and past.end else "no such decision is in force"


@rule("N414", "45-3", level=Level.WARNING)
def decision_ends_soon(context: RuleContext) -> Iterator[Fault]:
    """A transfer does not rest on a decision that ends within half a year, unless another ground stands ready.

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
    for row in context.derived.transfers:
        found = adequacy(row.country, context.day)
        rests = row.transfer is not None and row.transfer.mechanism in DECISIONS
        if rests and found and found.end and found.end - context.day < HALF_A_YEAR:
            yield Fault(
                ("recipients", row.recipient, "transfers", row.country, "mechanism"),
                f"The decision on {row.country} ends on {found.end.isoformat()}",
                "have another ground ready",
                "see whether it is renewed; else write the safeguard that carries the transfer, such as `scc`",
            )


@rule("C018", "45-3")
def certificate_unverified(context: RuleContext) -> Iterator[Fault]:
    """A transfer under the decision on the United States says when the recipient was seen on its list.

    The decision covers only organisations that are certified; nobody but the owner can look.

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
    for row in context.derived.transfers:
        fact = ("recipients", row.recipient, "transfers", row.country, "verified")
        if row.transfer is None or row.transfer.mechanism != "dpf" or row.country != "US":
            continue
        seen = row.transfer.verified
        if (seen is None and context.notice.is_silent(*fact)) or (seen and seen > context.day):
            yield Fault(
                fact,
                f"It is not said when “{row.recipient}” was seen on the list of certified organisations",
                "add `verified:`" if seen is None else "this day is still to come",
                "look the recipient up on the Data Privacy Framework list, and write the day: `verified: 2026-11-22`",
            )


RULES = (
    adequacy_without_decision,
    decision_ends_soon,
    certificate_unverified,
)
