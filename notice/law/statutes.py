"""Finnish acts as they were amended, as far as rules and notices depend on it: which sections, by which act, from when.

Source: the statute book in Finnish and Swedish as it stood at the end of February 2025, original and amending acts.
Later amendments were not seen; `notice law` prints `SEEN_UNTIL`.
"""

from dataclasses import dataclass
from datetime import date

SEEN_UNTIL = date(2025, 2, 28)
"""The day up to which amendments were read."""

VERIFIED = date(2026, 11, 22)
"""The day on which the table was last compared with its source."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One amending act: the act that it changed, its own number, what it changed there, and its first day.

    `start` is None where the day was not confirmed; that the act was in force on `SEEN_UNTIL` was.
    """

    act: str
    by: str
    what: str
    start: date | None = None


AMENDMENTS: tuple[Amendment, ...] = (
    Amendment("1050/2018", "869/2020", "section 25, on appeal"),
    Amendment("1050/2018", "1225/2023", "sections 7 and 29, on criminal data and the identity code", date(2024, 1, 1)),
    Amendment("1050/2018", "1225/2023", "section 21: within 3 months a complaint is handled", date(2024, 1, 1)),
    Amendment("1050/2018", "29/2024", "section 8, on the ministry to which the authority belongs", date(2025, 1, 1)),
    Amendment("1336/1997", "1620/2015", "chapter 2, section 10, on how long accounts are kept"),
    Amendment("527/2007", "331/2022", "section 19, on when credit information may be used"),
    Amendment("917/2014", "68/2018", "the name of the act"),
)
"""Amendments by act and day. 1050/2018 is the Data Protection Act, 1336/1997 the Accounting Act, 527/2007 the Credit
Information Act, 917/2014 the Act on Electronic Communications Services."""

REPEALED: dict[str, date] = {"523/1999": date(2019, 1, 1)}
"""Acts that are no longer in force, by number, with the day from which: the Personal Data Act."""
