"""Finnish acts as they were amended, as far as rules and notices depend on it: which sections, by which act, from when.

Source: the statute book in Finnish and Swedish as it stood at the end of February 2025, original and amending acts.
Later amendments were not seen; `notice law` prints `SEEN_UNTIL`.
"""

from dataclasses import dataclass
from datetime import date

from notice.law.readings import Reading

SEEN_UNTIL = date(2025, 2, 28)
"""The day up to which amendments were read."""

VERIFIED = date(2026, 11, 22)
"""The day on which the table was last compared with its source."""

READING = Reading("statute-book", VERIFIED, date(2027, 2, 22))

ACTS_REVIEW = date(2027, 2, 22)
"""The day on which the acts of the vocabulary are read again; each has the day on which it was read, `verified`."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an act as rules rely on it, with the days on which its text holds."""

    act: str
    section: str
    start: date
    end: date | None = None
    reading: Reading = READING


SECTIONS: tuple[Section, ...] = (
    Section("1050/2018", "4", date(2019, 1, 1)),
    Section("1050/2018", "6", date(2019, 1, 1)),
)
"""Sections that the bill HE 9/2026 would amend: bases of public tasks, and special categories of data."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """One amending act: the act that it changed, its own number, what it changed there (an id), and its first day.

    `start` is None where the day was not confirmed; that the act was in force on `SEEN_UNTIL` was.
    """

    act: str
    by: str
    what: str
    start: date | None = None
    reading: Reading = READING

    @property
    def id(self) -> str:
        """The numbers of both acts with the id of what is changed: `1050/2018-1225/2023-complaints`."""
        return f"{self.act}-{self.by}-{self.what}"


AMENDMENTS: tuple[Amendment, ...] = (
    Amendment("1050/2018", "869/2020", "appeals"),
    Amendment("1050/2018", "1225/2023", "criminal-data-and-identity-code", date(2024, 1, 1)),
    Amendment("1050/2018", "1225/2023", "complaints", date(2024, 1, 1)),
    Amendment("1050/2018", "29/2024", "ministry", date(2025, 1, 1)),
    Amendment("1336/1997", "1620/2015", "keeping-accounts"),
    Amendment("527/2007", "331/2022", "credit-information"),
    Amendment("917/2014", "68/2018", "name-of-act"),
)
"""Amendments by act and day. 1050/2018 is the Data Protection Act, 1336/1997 the Accounting Act, 527/2007 the Credit
Information Act, 917/2014 the Act on Electronic Communications Services."""

REPEALED: dict[str, date] = {"523/1999": date(2019, 1, 1)}
"""Acts that are no longer in force, by number, with the day from which: the Personal Data Act."""

SUCCESSORS: dict[str, tuple[str, ...]] = {"523/1999": ("(EU) 2016/679", "1050/2018")}
"""The acts that came in the place of a repealed one."""
