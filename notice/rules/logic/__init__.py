"""C: logic over facts; one fact that demands another, or that forbids it."""

from notice.rules.logic import (
    assessment,
    bases,
    consent,
    contracts,
    devices,
    expression,
    fitting,
    groups,
    machines,
    marketing,
    officer,
    origins,
    requests,
    retention,
    retention_by_law,
    scope,
    sensitive,
    unused,
)
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *consent.RULES,
    *bases.RULES,
    *fitting.RULES,
    *retention.RULES,
    *retention_by_law.RULES,
    *contracts.RULES,
    *scope.RULES,
    *devices.RULES,
    *groups.RULES,
    *unused.RULES,
    *marketing.RULES,
    *sensitive.RULES,
    *requests.RULES,
    *machines.RULES,
    *origins.RULES,
    *officer.RULES,
    *assessment.RULES,
    *expression.RULES,
)
