"""N: what the law wants every notice to say, in the order of Articles 13 and 14."""

from notice.rules.required import data, device, duties, how_long, named, receivers, rights, split, transfers, who, why
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *who.RULES,
    *why.RULES,
    *data.RULES,
    *receivers.RULES,
    *named.RULES,
    *transfers.RULES,
    *how_long.RULES,
    *split.RULES,
    *rights.RULES,
    *duties.RULES,
    *device.RULES,
)
