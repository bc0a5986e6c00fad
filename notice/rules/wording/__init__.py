"""T, W and L: the owner's own words; whether they are there, clear, and of today's law."""

from notice.rules.rule import Rule
from notice.rules.wording import (
    acts,
    agreeing,
    bodies,
    dated,
    denied,
    markdown,
    permanent,
    placeholders,
    promised,
    repealed,
    twice,
    unused,
    vague,
    words,
)

RULES: tuple[Rule, ...] = (
    *words.RULES,
    *unused.RULES,
    *markdown.RULES,
    *twice.RULES,
    *vague.RULES,
    *repealed.RULES,
    *bodies.RULES,
    *acts.RULES,
    *agreeing.RULES,
    *placeholders.RULES,
    *dated.RULES,
    *promised.RULES,
    *denied.RULES,
    *permanent.RULES,
)
