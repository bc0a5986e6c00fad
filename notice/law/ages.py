"""The age of consent to online services, by country, as dated data. GDPR Art. 8(1).

Source: the Regulation lets each state set an age from 13 to 16; Finland's is section 5 of the Data Protection Act
(1050/2018), in force from 2019-01-01. Verified 2026-11-22; a row is added when a state's law was read.
"""

from dataclasses import dataclass
from datetime import date

from notice.law.readings import Reading

VERIFIED = date(2026, 11, 22)
"""The day on which the table was last read against the law."""

READING = Reading("statute-book", VERIFIED, date(2027, 2, 22))
"""Bills on a higher age for social media are prepared."""


@dataclass(frozen=True, slots=True)
class Age:
    """One country's age in years, the provision that sets it, and its days; `end` None while it is in force."""

    country: str
    years: int
    provision: str
    start: date
    end: date | None = None
    reading: Reading = READING


AGES: tuple[Age, ...] = (
    Age("FI", 13, "1050/2018-5", date(2019, 1, 1)),
    Age("FI", 16, "8-1", date(2018, 5, 25), date(2018, 12, 31)),
)
"""Ages by country and time. Until Finland had an act of its own, the Regulation's age applied."""


def age_of_consent(country: str, day: date) -> Age | None:
    """The age in force in the country on the day, or None if it is not in the table. Åland is part of Finland."""
    here = "FI" if country == "AX" else country
    held = (row for row in AGES if row.country == here and row.start <= day and (row.end is None or day <= row.end))
    return next(held, None)
