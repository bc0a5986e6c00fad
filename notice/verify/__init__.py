"""Reads the finished site again, and says what is wrong with it. It trusts nothing of the code that made it."""

from notice.artifacts import Artifact
from notice.findings import Finding
from notice.rules.rule import Case
from notice.verify import drafts, limits, papers, quiet, rights, site
from notice.verify.built import SiteRule, built

RULES: tuple[SiteRule, ...] = (*rights.RULES, *limits.RULES, *site.RULES, *quiet.RULES, *drafts.RULES, *papers.RULES)
"""Every rule over the finished site."""


def verify(artifacts: list[Artifact], cases: tuple[Case, ...]) -> tuple[Finding, ...]:
    """The findings in the finished site; none means that it may be published."""
    finished = built(artifacts, cases)
    return tuple(sorted({finding for rule in RULES for finding in rule.flaws(finished)}))
