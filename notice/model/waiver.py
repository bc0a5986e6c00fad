"""A finding that the owner waives for a time, with the reason: no fact of any notice."""

from notice.model.fields import Day, Facts
from notice.model.texts import Text


class Waiver(Facts):
    """Which rule, where (everywhere if missing), why, and until which day."""

    rule: Text | None = None
    at: Text | None = None
    reason: Text | None = None
    until: Day | None = None


class Waivers(Facts):
    """The list of waivers, as in `content/waivers.yaml`."""

    waivers: tuple[Waiver, ...] = ()
