"""Detect purposes that seem to monitor people: a hint for questions to the owner, never a finding by itself."""

from collections.abc import Iterable

from notice.model.cursor import Cursor
from notice.model.purpose import Purpose

MONITORING: frozenset[str] = frozenset({"camera", "surveillance", "location", "tracking"})
"""Words within the ids of purposes and data that come from monitoring people: GDPR Art. 35(3)(c), Recital 97."""

EXEMPT: frozenset[str] = frozenset({"approximate-location", "tracking-number"})
"""Data with such a word that monitor nobody: the town of an IP address, the number of a parcel."""


def monitoring_purposes(purposes: Iterable[Cursor[Purpose]]) -> tuple[str, ...]:
    """The ids of the purposes that monitor people, by a camera or by their location."""
    return tuple(
        purpose.id
        for purpose in purposes
        if _is_monitoring(purpose.id) or any(_is_monitoring(category) for category in purpose.facts.data or ())
    )


def _is_monitoring(id: str) -> bool:
    return id not in EXEMPT and not MONITORING.isdisjoint(id.split("-"))
