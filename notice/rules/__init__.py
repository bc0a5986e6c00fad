"""The rules over facts and words: one function each, grouped by kind."""

from notice.rules import form, loading, logic, reading, required, waivers, wording
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *required.RULES,
    *logic.RULES,
    *wording.RULES,
    *form.RULES,
    *reading.RULES,
    *loading.RULES,
    *waivers.RULES,
)
"""Every rule over facts and words; those over the finished site are `notice.verify.RULES`."""
