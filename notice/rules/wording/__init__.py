"""Rules on the owner's words (T, W, L and some of C and P): completeness, clarity, terms of the law in force."""

from notice.rules.rule import Rule
from notice.rules.wording import (
    acts,
    bodies,
    consent_wording,
    consistency,
    denied,
    markdown,
    names,
    obsolete,
    permanent,
    placeholders,
    promised,
    repealed,
    unused,
    vague,
    words,
)

RULES: tuple[Rule, ...] = (
    *words.RULES,
    *unused.RULES,
    *markdown.RULES,
    *consistency.RULES,
    *names.RULES,
    *vague.RULES,
    *repealed.RULES,
    *bodies.RULES,
    *acts.RULES,
    *consent_wording.RULES,
    *placeholders.RULES,
    *obsolete.RULES,
    *promised.RULES,
    *denied.RULES,
    *permanent.RULES,
)
