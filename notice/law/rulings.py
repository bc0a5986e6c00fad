"""The decisions of courts and authorities that rules cite: a closed table.

A rule may cite a decision that was read in full or in an official summary, never one known from hearsay. Verified
2026-11-22; of the authority's decisions the English summaries were read, and where an appeal was then pending they
are only the first word.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notice.law.readings import Reading

COURT, HIGHEST, OMBUDSMAN = "CJEU", "Supreme Administrative Court", "Data Protection Ombudsman"
"""Who decided: the Court of Justice of the Union, Finland's highest administrative court, and its authority."""

VERIFIED = date(2026, 11, 22)
"""The day on which the table was last compared with its sources."""

IN_FULL = Reading("court-texts", VERIFIED, date(2027, 11, 22))
SUMMARY = Reading("summaries", VERIFIED, date(2027, 11, 22))
UNDER_APPEAL = Reading("summaries", VERIFIED, date(2027, 2, 22))


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision by its number; `says` is our one-sentence summary of what it means for a notice.

    `read`: the judgment itself, or a summary. `day` is None where it was not confirmed. `appealed`: an appeal was
    pending when the table was verified.
    """

    id: str
    body: str
    says: str
    read: Literal["in full", "summary"]
    day: date | None = None
    appealed: bool = False

    @property
    def reading(self) -> Reading:
        """Where the decision was read; one under appeal is looked at more often."""
        return UNDER_APPEAL if self.appealed else IN_FULL if self.read == "in full" else SUMMARY

    def __str__(self) -> str:
        """As a report cites it: `CJEU C-673/17`."""
        return f"{self.body} {self.id}"


_READ = (
    Ruling(
        "C-673/17",
        COURT,
        "Information on a cookie includes its duration and third parties' access; silence is no consent.",
        "in full",
    ),
    Ruling("C-154/21", COURT, "A person who asks for access is given the names of the recipients.", "in full"),
    Ruling(
        "C-203/22",
        COURT,
        "The logic of a decision is the procedure and principles in fact applied, explained understandably.",
        "in full",
    ),
    Ruling(
        "C-394/23",
        COURT,
        "A legitimate interest that is not stated when data are collected cannot be relied on.",
        "in full",
    ),
    Ruling(
        "C-757/22",
        COURT,
        "To be informed is a part of lawful processing; its breach can be brought to court.",
        "in full",
    ),
    Ruling(
        "KHO:2023:81",
        HIGHEST,
        "Information has to be given actively, and clearly apart from terms of a product.",
        "in full",
    ),
    Ruling(
        "3116/163/20",
        OMBUDSMAN,
        "A notice without the legal basis, and unclear on whether data must be given, does not inform.",
        "summary",
    ),
    Ruling(
        "4672/161/2022",
        OMBUDSMAN,
        "“Some service providers work outside the EU” names neither country nor recipient nor ground.",
        "summary",
    ),
    Ruling(
        "TSV/26/2020",
        OMBUDSMAN,
        "A period that nobody set, and “until you ask”, are no retention period.",
        "summary",
        appealed=True,
    ),
    Ruling(
        "3831/161/21",
        OMBUDSMAN,
        "“While the customer relationship lasts” is no lawful period for data on purchases.",
        "summary",
    ),
    Ruling(
        "8393/161/2019",
        OMBUDSMAN,
        "The right to complain and whether data must be given belong to a notice.",
        "summary",
    ),
    Ruling("6097/161/21", OMBUDSMAN, "A signed form must not be the way to one's rights.", "summary"),
    Ruling("TSV/88/2022", OMBUDSMAN, "A copy of an identity document must not be asked for as a rule.", "summary"),
    Ruling("6722/154/2018", OMBUDSMAN, "A legitimate interest does not allow using the identity code.", "summary"),
    Ruling("128/182/19", OMBUDSMAN, "A name with an identity code does not show who somebody is.", "summary"),
    Ruling(
        "TSV/2/2018",
        OMBUDSMAN,
        "Data on customers may be kept three years after the relationship for claims, not longer.",
        "summary",
    ),
    Ruling(
        "6652/154/19",
        OMBUDSMAN,
        "Data on applicants may be kept up to two years for claims of discrimination.",
        "summary",
    ),
    Ruling(
        "TSV/108/2022",
        OMBUDSMAN,
        "An address on the net beside an order is personal data, also in a tracker.",
        "summary",
        appealed=True,
    ),
    Ruling(
        "8040/163/2019", OMBUDSMAN, "Using a site, or the settings of a browser, is no consent to cookies.", "summary"
    ),
    Ruling("9885/157/19", OMBUDSMAN, "Marketing is refused easily: not after signing in.", "summary"),
    Ruling("TSV/4/2018", OMBUDSMAN, "“May” and “possibly” tell nobody what is in fact done.", "summary", appealed=True),
)

RULINGS: dict[str, Ruling] = {ruling.id: ruling for ruling in _READ}
"""Decisions by their number, as a rule cites them."""
