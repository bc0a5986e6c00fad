"""Rules on the notice as a publication (P, D, Y025): dates, languages, addresses, characters, drafts, samples."""

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
