"""T, W and L: the owner's own words; whether they are there, clear, and of today's law."""

from notice.rules.rule import Rule
from notice.rules.wording import markdown, words

RULES: tuple[Rule, ...] = (*words.RULES, *markdown.RULES)
