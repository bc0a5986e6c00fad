"""Rules on the notice as a publication (P, D, Y025): dates, languages, addresses, characters, drafts, samples."""

from notice.rules.form import addresses, business_ids, days, drafts, invented, published, signs, theme
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *addresses.RULES,
    *days.RULES,
    *drafts.RULES,
    *invented.RULES,
    *business_ids.RULES,
    *theme.RULES,
    *published.RULES,
    *signs.RULES,
)
