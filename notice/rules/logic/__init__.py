"""C: logic over facts; one fact that demands another, or that forbids it."""

from notice.rules.logic import sensitive
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (*sensitive.RULES,)
