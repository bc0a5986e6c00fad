"""P: days on which something was done, and that are still to come."""

from collections.abc import Iterator
from datetime import date

from notice.findings import FactPath
from notice.rules.rule import Fault, RuleContext, rule

CERTIFIED = ("US", "dpf")
"""The transfer for whose certificate C018 asks, and judges its day."""


@rule("P018", "5-1-a", "5-2")
def day_to_come(context: RuleContext) -> Iterator[Fault]:
    """A day on which something was done is not still to come.

    The notice prints the newest day of `history` as the day of its last change, so that a day ahead is untrue until
    it has come; an impact assessment and a look at a safeguard are made before their day is written down. The day is
    that of `--as-of`: a notice that is prepared for a later day is checked and built as of that day. A use of data
    that begins later is announced beforehand: `new-since` may lie ahead.

    Fails::

        history: [2026-11-22, 2027-11-28]
        changes-told-by: [email]
        words:
          fi: {history: {2027-11-28: Toinen versio.}}
          sv: {history: {2027-11-28: Andra versionen.}}
          en: {history: {2027-11-28: Second version.}}

    Passes::

        history: [2026-10-01, 2026-11-22]
        changes-told-by: [email]
        words:
          fi: {history: {2026-10-01: Ensimmäinen versio.}}
          sv: {history: {2026-10-01: Första versionen.}}
          en: {history: {2026-10-01: First version.}}
    """
    for at, day, deed in _days(context):
        if day > context.day:
            yield Fault(
                at,
                f"{day.isoformat()} is still to come: on {context.day.isoformat()}, {deed}",
                "a day to come",
                f"write the day on which it was done; to publish later, build with `--as-of {day.isoformat()}`",
            )


def _days(context: RuleContext) -> Iterator[tuple[FactPath, date, str]]:
    """Each day on which something was done, with what cannot have been."""
    register = context.notice.register
    for index, day in enumerate(register.history or ()):
        yield ("history", str(index)), day, "the notice cannot have changed then"
    for id, purpose in context.derived.purposes.items():
        if isinstance(purpose.impact_assessment, date):
            yield ("purposes", id, "impact-assessment"), purpose.impact_assessment, "the impact assessment is not made"
    for id, recipient in (register.recipients or {}).items():
        for country, transfer in (recipient.transfers or {}).items():
            if transfer.verified and (country, transfer.mechanism) != CERTIFIED:
                fact = ("recipients", id, "transfers", country, "verified")
                yield fact, transfer.verified, "nothing can have been verified then"


RULES = (day_to_come,)
