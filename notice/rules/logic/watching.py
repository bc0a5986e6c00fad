"""Which purposes watch people: a hint that makes rules ask, never a finding by itself."""

from notice.derive import purposes
from notice.model.site import Notice

DATA: frozenset[str] = frozenset({"camera-recordings", "location", "precise-location", "vehicle-location"})
"""Categories of data that come from watching people: GDPR Art. 35(3)(c), Recital 97."""

PURPOSES: frozenset[str] = frozenset({"camera-surveillance", "location-tracking", "vehicle-tracking"})
"""Purposes that watch people, whatever their data."""


def watching(notice: Notice) -> tuple[str, ...]:
    """The purposes that watch people, by a camera or by their location."""
    return tuple(id for id, one in purposes(notice).items() if id in PURPOSES or DATA & set(one.data or ()))
