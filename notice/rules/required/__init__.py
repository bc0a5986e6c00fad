"""N: what the law wants every notice to say, in the order of Articles 13 and 14."""

from notice.rules.required import (
    commerce,
    data,
    derogations,
    device,
    duties,
    elsewhere,
    how_long,
    limits,
    named,
    receivers,
    rights,
    split,
    transfers,
    unsaid,
    uses,
    who,
    why,
)
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *who.RULES,
    *unsaid.RULES,
    *why.RULES,
    *uses.RULES,
    *data.RULES,
    *elsewhere.RULES,
    *receivers.RULES,
    *named.RULES,
    *transfers.RULES,
    *derogations.RULES,
    *how_long.RULES,
    *split.RULES,
    *rights.RULES,
    *limits.RULES,
    *duties.RULES,
    *device.RULES,
    *commerce.RULES,
)
