"""Which purposes watch people: a hint that makes rules ask, never a finding by itself."""

from notice.model.site import Notice

WATCHING: frozenset[str] = frozenset({"camera", "surveillance", "location", "tracking"})
"""Words within the ids of purposes and data that come from watching people: GDPR Art. 35(3)(c), Recital 97."""

SPARED: frozenset[str] = frozenset({"approximate-location", "tracking-number"})
"""Data that have such a word and watch nobody: what an IP address tells of the town, the number of a parcel."""


def watching(notice: Notice) -> tuple[str, ...]:
    """The purposes that watch people, by a camera or by their location."""
    return tuple(
        id
        for id, one in (notice.register.purposes or {}).items()
        if _watches(id) or any(_watches(data) for data in one.data or ())
    )


def _watches(id: str) -> bool:
    return id not in SPARED and not WATCHING.isdisjoint(id.split("-"))
