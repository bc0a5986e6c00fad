"""Detect purposes that seem to monitor people: a hint for questions to the owner, never a finding by itself."""

from notice.rules.natures import shown
from notice.rules.rule import RuleContext

MONITORING: frozenset[str] = frozenset({"camera", "surveillance", "location", "tracking"})
"""Words within the ids of purposes and data that come from monitoring people: GDPR Art. 35(3)(c), Recital 97."""

EXEMPT: frozenset[str] = frozenset({"approximate-location", "tracking-number"})
"""Data with such a word that monitor nobody: the town of an IP address, the number of a parcel."""


def monitoring_purposes(context: RuleContext) -> tuple[str, ...]:
    """The ids of the purposes that monitor people, by a camera or by their location."""
    return tuple(
        purpose.id
        for purpose in context.purposes
        if _is_monitoring(context, "purposes", purpose.id)
        or any(_is_monitoring(context, "data", category) for category in purpose.facts.data or ())
    )


def _is_monitoring(context: RuleContext, kind: str, id: str) -> bool:
    """Whether the id, or the owner's words for an own thing, speak of monitoring."""
    if id in EXEMPT:
        return False
    return not MONITORING.isdisjoint(id.split("-")) or shown(context, kind, id, "monitoring") is not None
