"""Bills and proposals that would change what notices say: none of them is the law yet, as far as was read.

Source: the documents of Parliament and reports of the Commission's proposals, read 2026-11-22.
"""

from dataclasses import dataclass
from datetime import date

from notice.law.readings import Reading


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal by its number and the day on which it was given; `touches` are the places that it would change."""

    id: str
    number: str
    given: date | None
    touches: tuple[str, ...]
    reading: Reading


PROPOSALS: tuple[Proposal, ...] = (
    Proposal(
        "data-protection-act-2026",
        "HE 9/2026 vp, RP 9/2026 rd",
        date(2026, 2, 19),
        ("1050/2018 4 §", "1050/2018 6 §", "503/1989", "1599/2009"),
        Reading("parliament", date(2026, 11, 28), date(2027, 1, 22)),
    ),
    Proposal(
        "digital-omnibus",
        "COM(2025) 837",
        None,
        ("GDPR 12", "GDPR 13", "GDPR 22", "917/2014 205 §"),
        Reading("reports", date(2026, 11, 22), date(2027, 1, 22)),
    ),
    Proposal(
        "omnibus-iv",
        "COM(2025) 501",
        None,
        ("GDPR 30(5)",),
        Reading("reports", date(2026, 11, 22), date(2027, 2, 22)),
    ),
)
"""Proposals by id. A row moves to the table of its act when it is adopted."""
