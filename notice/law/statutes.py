"""Finnish acts as they were amended, as far as rules and notices depend on it: which sections, by which act, from when.

Source: the statute book in Finnish and Swedish as it stood at the end of February 2025, original and amending acts.
What came later was not seen, and `SEEN_UNTIL` says so to whoever asks (`notice law`).
"""

from dataclasses import dataclass
from datetime import date

SEEN_UNTIL = date(2025, 2, 28)
"""The day up to which amendments were read."""

VERIFIED = date(2026, 11, 22)
"""The day on which the table was last compared with its source."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One amending act: the act that it changed, its own number, the first day, and what it changed there."""

    act: str
    by: str
    start: date
    what: str


AMENDMENTS: tuple[Amendment, ...] = (
    Amendment("1050/2018", "869/2020", date(2020, 12, 1), "section 25, on appeal"),
    Amendment("1050/2018", "1225/2023", date(2024, 1, 1), "sections 7 and 29, on criminal data and the identity code"),
    Amendment("1050/2018", "1225/2023", date(2024, 1, 1), "section 21: within 3 months a complaint is handled"),
    Amendment("1050/2018", "29/2024", date(2025, 1, 1), "section 8, on the ministry to which the authority belongs"),
    Amendment("1336/1997", "1620/2015", date(2016, 1, 1), "chapter 2, section 10, on how long accounts are kept"),
    Amendment("527/2007", "331/2022", date(2022, 6, 1), "section 19, on when credit information may be used"),
    Amendment("917/2014", "68/2018", date(2018, 6, 1), "the name of the act"),
)
"""Amendments by act and day. 1050/2018 is the Data Protection Act, 1336/1997 the Accounting Act, 527/2007 the Credit
Information Act, 917/2014 the Act on Electronic Communications Services."""

REPEALED: dict[str, date] = {"523/1999": date(2019, 1, 1)}
"""Acts that are no longer in force, by number, with the day from which: the Personal Data Act."""


def amended(act: str, day: date) -> tuple[Amendment, ...]:
    """What had changed the act by that day, oldest first."""
    return tuple(one for one in AMENDMENTS if one.act == act and one.start <= day)
