"""C049, C070: the impact assessment, which is recorded and not printed. GDPR Art. 35."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.cursor import Cursor
from notice.model.fields import Nothing
from notice.model.keys import PURPOSE, REGISTER
from notice.model.purpose import Purpose
from notice.rules.logic.monitoring import monitoring_purposes
from notice.rules.rule import RuleContext, rule


@rule("C049", "35-1", "35-3", level=Level.INFO)
def assessment_unrecorded(context: RuleContext) -> Iterator[Violation]:
    """The day of the impact assessment is kept on record where the facts call for one.

    They do where a machine decides on people, where special categories of data or data on crimes are used on a
    large scale, and where people are monitored on a large scale. The notice does not print it.

    Fails::

        automated-decisions:
          credit: {purpose: orders, exception: contract, safeguards: [human-intervention, own-view, contest]}
        purposes:
          orders: {impact-assessment: }
        words:
          fi: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          sv: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          en: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}

    Passes::

        automated-decisions:
          credit: {purpose: orders, exception: contract, safeguards: [human-intervention, own-view, contest]}
        purposes:
          orders: {impact-assessment: 2026-10-01}
        words:
          fi: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          sv: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          en: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
    """
    for purpose, trigger in _purposes_to_assess(context):
        assessment = purpose[PURPOSE.impact_assessment]
        if assessment.is_missing:
            yield assessment.missing(purpose=purpose.id, trigger=trigger)


@rule("C070", "35-1", "35-3", level=Level.WARNING)
def assessment_not_made(context: RuleContext) -> Iterator[Violation]:
    """Where a machine decides on people, or sensitive data or monitoring are on a large scale, the impact is assessed.

    Fails::

        automated-decisions:
          credit: {purpose: orders, exception: contract, safeguards: [human-intervention, own-view, contest]}
        purposes:
          orders: {impact-assessment: none}
        words:
          fi: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          sv: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          en: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}

    Passes::

        purposes:
          orders: {impact-assessment: none}
    """
    for purpose, trigger in _purposes_to_assess(context):
        assessment = purpose[PURPOSE.impact_assessment]
        if assessment.value is Nothing.NONE:
            yield assessment.violation(purpose=purpose.id, trigger=trigger)


def _purposes_to_assess(context: RuleContext) -> Iterator[tuple[Cursor[Purpose], str]]:
    """The purposes that require an assessment, each with the fact that requires it, in YAML notation."""
    controller, known = context.notice.controller, context.notice.vocabulary.data
    decisions = {
        decision.facts.purpose: f"automated-decisions: {decision.id}"
        for decision in context.register[REGISTER.automated_decisions].entries()
    }
    monitoring = monitoring_purposes(context) if controller.large_scale_monitoring else ()
    for purpose in context.purposes:
        data = [known[category] for category in purpose.facts.data or () if category in known]
        if purpose.id in decisions:
            yield purpose, decisions[purpose.id]
        elif controller.large_scale_special_data and any(each.special or each.criminal for each in data):
            yield purpose, "large-scale-special-data: yes"
        elif purpose.id in monitoring:
            yield purpose, "large-scale-monitoring: yes"


RULES = (assessment_unrecorded, assessment_not_made)
