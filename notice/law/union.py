"""Acts of the European Union beside the GDPR that touch what a notice says, as dated data.

The Official Journal was not read: the days are those of authorities' pages and of summaries, read 2026-11-28. Nothing
that rests on them alone is more than information.
"""

from dataclasses import dataclass
from datetime import date

from notice.law.readings import Reading

READING = Reading("summaries", date(2026, 11, 28), date(2027, 2, 22))


@dataclass(frozen=True, slots=True)
class UnionAct:
    """A part of an act of the Union by its number, and the first day on which it applies."""

    id: str
    number: str
    articles: str
    start: date
    reading: Reading = READING

    def applies(self, day: date) -> bool:
        """True when the part applies on the day."""
        return self.start <= day


ACTS: tuple[UnionAct, ...] = (
    UnionAct("ai-interaction", "(EU) 2024/1689", "50(1)", date(2026, 8, 2)),
    UnionAct("ai-content", "(EU) 2024/1689", "50(2)", date(2026, 12, 2)),
    UnionAct("political-advertising", "(EU) 2024/900", "18–19", date(2025, 10, 10)),
)
"""Parts of acts by id: people are informed that they interact with an AI system; content made by one is marked;
online political advertising is targeted with explicit and separate consent only."""


def act(id: str) -> UnionAct:
    """The part of an act with the id."""
    return next(one for one in ACTS if one.id == id)
