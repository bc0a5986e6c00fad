"""The Commission's adequacy decisions as dated data: countries, scope, first and last day.

A decision's number, first day and last day are stated only where they were confirmed; the others were in force on
`VERIFIED`, and their numbers are not stated. GDPR Art. 45(3).
"""

from dataclasses import dataclass
from datetime import date

from notice.law.readings import Reading

VERIFIED = date(2026, 11, 22)
"""The day on which the list was last compared with its sources."""

READING = Reading("adequacy-list", VERIFIED, date(2027, 5, 22))
"""The Commission's list of adequacy decisions and the Official Journal."""

BEFORE_THE_COURT = Reading("adequacy-list", VERIFIED, date(2027, 2, 22))
"""A decision that a pending case may end is looked at more often."""


@dataclass(frozen=True, slots=True)
class Adequacy:
    """One adequacy decision: the country, whether all of it, and when it holds.

    `partial`: only a part is covered, which `law.scopes` of `locales/<language>/messages/law.yaml` names.
    `number` is "" and `start` None where they were not confirmed; `end` is the last day, None for a decision without
    one. `pending` names a case before the Court that may end it.
    """

    country: str
    partial: bool = False
    number: str = ""
    start: date | None = None
    end: date | None = None
    pending: str = ""
    reading: Reading = READING

    def holds(self, day: date) -> bool:
        """True when the decision was in force on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


ADEQUACY: tuple[Adequacy, ...] = (
    Adequacy("AD"),
    Adequacy("AR"),
    Adequacy("BR", start=date(2026, 1, 26)),
    Adequacy("CA", partial=True),
    Adequacy("CH"),
    Adequacy("FO"),
    Adequacy("GB", end=date(2031, 12, 27)),
    Adequacy("GG"),
    Adequacy("IL", partial=True),
    Adequacy("IM"),
    Adequacy("JE"),
    Adequacy("JP", partial=True),
    Adequacy("KR", partial=True),
    Adequacy("NZ"),
    Adequacy(
        "US",
        partial=True,
        number="(EU) 2023/1795",
        start=date(2023, 7, 10),
        pending="C-703/25 P",
        reading=BEFORE_THE_COURT,
    ),
    Adequacy("UY"),
)
"""The decisions by country."""

ORGANISATIONS: dict[str, date] = {"european-patent-organisation": date(2025, 7, 15)}
"""The ids of international organisations with a decision, and the day of its adoption; no number was confirmed."""


def adequacy(country: str, day: date) -> Adequacy | None:
    """The decision in force for `country` on `day`, or None."""
    return next((decision for decision in ADEQUACY if decision.country == country and decision.holds(day)), None)


def ended(country: str, day: date) -> Adequacy | None:
    """The decision for `country` that ended before `day`, or None."""
    return next(
        (decision for decision in ADEQUACY if decision.country == country and decision.end and decision.end < day), None
    )
