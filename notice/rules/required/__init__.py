"""N: the mandatory content of a notice, in the order of Articles 13 and 14."""

from notice.rules.required import (
    adequacy,
    automated_decisions,
    context,
    controllers,
    cookies,
    data_use,
    derogations,
    indirect_collection,
    joint_controllers,
    limits,
    obligation,
    purposes,
    recipients,
    retention,
    rights,
    sources,
    transfers,
    usual_transfers,
)
from notice.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *controllers.RULES,
    *joint_controllers.RULES,
    *context.RULES,
    *purposes.RULES,
    *data_use.RULES,
    *sources.RULES,
    *indirect_collection.RULES,
    *recipients.RULES,
    *transfers.RULES,
    *usual_transfers.RULES,
    *adequacy.RULES,
    *derogations.RULES,
    *retention.RULES,
    *rights.RULES,
    *limits.RULES,
    *obligation.RULES,
    *automated_decisions.RULES,
    *cookies.RULES,
)
