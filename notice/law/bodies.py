"""Finnish bodies that have ended, with those that took over their tasks, as dated data.

Source: the closing notices of the bodies and the Government's news of December 2025, read 2026-11-22. Which successor
has a task depends on the task; the first one named has most of them.
"""

from dataclasses import dataclass
from datetime import date

from notice.law.readings import Reading

READING = Reading("closing-notices", date(2026, 11, 22), date(2027, 11, 22))


@dataclass(frozen=True, slots=True)
class EndedBody:
    """A body by its Finnish name, its last day, and its successors by the ids of the vocabulary's recipients."""

    id: str
    name: str
    end: date
    successors: tuple[str, ...]
    reading: Reading = READING


ENDED: tuple[EndedBody, ...] = (
    EndedBody(
        "population-register-centre",
        "Väestörekisterikeskus",
        date(2019, 12, 31),
        ("digital-and-population-data-agency",),
    ),
    EndedBody("valvira", "Valvira", date(2025, 12, 31), ("finnish-supervisory-agency",)),
    EndedBody(
        "regional-state-administrative-agency",
        "aluehallintovirasto",
        date(2025, 12, 31),
        ("finnish-supervisory-agency", "finnish-food-authority", "competition-and-consumer-authority"),
    ),
    EndedBody(
        "ely-centre",
        "ELY-keskus",
        date(2025, 12, 31),
        ("economic-development-centre", "finnish-supervisory-agency", "traficom"),
    ),
)
"""Ended bodies in the order of their last day."""


def ended_by(day: date) -> frozenset[str]:
    """The ids of the bodies that had ended before the day."""
    return frozenset(body.id for body in ENDED if body.end < day)
