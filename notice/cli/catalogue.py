"""Every rule there is: over facts and words, and over the finished site, by code."""

from notice.rules import RULES
from notice.rules.rule import Rule
from notice.verify import RULES as SITE_RULES


def catalogue() -> tuple[Rule, ...]:
    """All rules, sorted by code."""
    return tuple(sorted((*RULES, *SITE_RULES), key=lambda rule: rule.code))
