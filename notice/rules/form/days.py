"""P018: future days of events that the facts state as past."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from notice.findings import Violation
from notice.model.cursor import Cursor
from notice.model.keys import PURPOSE, RECIPIENT, REGISTER, TRANSFER
from notice.rules.rule import RuleContext, rule

CERTIFIED = ("US", "dpf")
"""The transfer whose certificate and day rule C018 checks."""


@rule("P018", "5-1-a", "5-2")
def day_to_come(context: RuleContext) -> Iterator[Violation]:
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
    for fact, day, message in _days(context):
        if day > context.day:
            yield fact.violation(message, day=day.isoformat())


def _days(context: RuleContext) -> Iterator[tuple[Cursor[Any], date, str]]:
    """Each fact that is the day of something done, with the message for a day in the future."""
    for day in context.register[REGISTER.history].items():
        yield day, day.facts, "notice-changed"
    for purpose in context.purposes:
        assessment = purpose[PURPOSE.impact_assessment]
        if isinstance(assessment.value, date):
            yield assessment, assessment.value, "impact-assessment-made"
    for recipient in context.register[REGISTER.recipients].entries():
        for transfer in recipient[RECIPIENT.transfers].entries():
            verified = transfer[TRANSFER.verified]
            if verified.value and (transfer.id, transfer.facts.mechanism) != CERTIFIED:
                yield verified, verified.value, "safeguard-verified"


RULES = (day_to_come,)
