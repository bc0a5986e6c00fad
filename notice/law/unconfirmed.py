"""Unconfirmed points of law, each with the reason. They are reviewed together with the tables.

A rule that rests on one of these alone warns at most, and quotes no paragraph.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Open:
    """One open point: what is unconfirmed, why, and what `notice` does meanwhile."""

    point: str
    why: str
    meanwhile: str


OPEN: tuple[Open, ...] = (
    Open(
        "Amendments of Acts 1050/2018, 917/2014, 1336/1997 and 527/2007 after February 2025",
        "the statute book was read as it stood then",
        "the texts of that day are used; `notice law` says so",
    ),
    Open(
        "The Commission's proposals to move the rules on cookies into the GDPR and to ease records (2025)",
        "proposals when last looked at",
        "section 205 of Act 917/2014 and Article 30(5) as they stand are used",
    ),
    Open(
        "Whether a firm is on the Data Privacy Framework list today",
        "only the list itself says so",
        "the owner states the day on which it was seen: C018, C081",
    ),
    Open(
        "The outcome of the appeal C-703/25 P on the decision on the United States",
        "pending",
        "the decision holds until it is set aside",
    ),
    Open(
        "The numbers of most adequacy decisions, and decisions after the middle of 2026",
        "not read in the Official Journal",
        "no number is printed; the country's decision is taken to be in force",
    ),
    Open(
        "Paragraphs of the guidelines on transparency (WP260 rev.01)",
        "their text was not at hand",
        "rules that follow them warn, and quote nothing",
    ),
    Open(
        "New guidelines on transparency, and the report of the authorities' joint action of 2026 on notices",
        "none was found when last looked for",
        "the guidelines of 2018 are followed as before",
    ),
    Open(
        "The criteria of research on complete notices other than those of Cory et al.",
        "the papers were not read in full",
        "`docs/coverage.md` compares the rules with those of Cory et al. alone",
    ),
    Open(
        "Whether the basis of each purpose is stated with its letter, and special data with theirs",
        "the Regulation asks for the basis, guidelines for its provision",
        "a basis must be stated, and the page prints its provision",
    ),
    Open(
        "Corrigenda of the GDPR after 2018",
        "not read",
        "the consolidated text with the corrigenda of 2018 is used",
    ),
    Open(
        "Appeals against decisions of the Ombudsman",
        "pending when last looked at",
        "`notice law` marks them",
    ),
    Open(
        "Which authority supervises private controllers on Åland",
        "not confirmed",
        "the owner names the authority",
    ),
    Open(
        "Guidance of Traficom on cookies newer than 2021",
        "only that of 2021 was seen",
        "what goes beyond section 205 warns",
    ),
    Open(
        "Whether a webshop may use the identity code to tell customers apart",
        "it depends on the case",
        "the owner states the ground: C025",
    ),
)
"""Every open point."""
