"""P, D and Y: the notice as a text that is published: its date, its languages, its signs, what still waits."""

from notice.rules.form import days, drafts, look, published
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (*days.RULES, *drafts.RULES, *look.RULES, *published.RULES)
from notice.rules.form import addresses, drafts, look, published
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (*drafts.RULES, *look.RULES, *addresses.RULES, *published.RULES)
from notice.rules.form import drafts, look, published, signs
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (*drafts.RULES, *look.RULES, *published.RULES, *signs.RULES)
from notice.rules.form import business_ids, drafts, invented, look, published
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *drafts.RULES,
    *invented.RULES,
    *business_ids.RULES,
    *look.RULES,
    *published.RULES,
)
