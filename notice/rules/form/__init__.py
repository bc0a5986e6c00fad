"""P, D and Y: the notice as a text that is published: its date, its languages, its signs, what still waits."""

from notice.rules.form import addresses, business_ids, days, drafts, invented, look, published, signs
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *addresses.RULES,
    *days.RULES,
    *drafts.RULES,
    *invented.RULES,
    *business_ids.RULES,
    *look.RULES,
    *published.RULES,
    *signs.RULES,
)
