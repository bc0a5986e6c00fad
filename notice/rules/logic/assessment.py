"""C49: the impact assessment, which is kept on record and printed nowhere. GDPR Art. 35."""

from collections.abc import Iterator

from notice.findings import Level
from notice.model.fields import Nothing
from notice.rules.logic.watching import watching
from notice.rules.rule import Fault, RuleContext, rule


@rule("C049", "35-1", "35-3", level=Level.INFO)
def assessment_unrecorded(context: RuleContext) -> Iterator[Fault]:
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
    every = context.derived.purposes
    for id, why in _calling(context).items():
        fact = ("purposes", id, "impact-assessment")
        if every[id].impact_assessment is None and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"It is not on record whether the impact of “{id}” was assessed: {why}",
                "add `impact-assessment:`",
                "write its day, `impact-assessment: 2026-11-22`, or `none`",
            )


@rule("C070", "35-1", "35-3", level=Level.WARNING)
def assessment_not_made(context: RuleContext) -> Iterator[Fault]:
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
    every = context.derived.purposes
    for id, why in _calling(context).items():
        if every[id].impact_assessment is Nothing.NONE:
            yield Fault(
                ("purposes", id, "impact-assessment"),
                f"The impact of “{id}” was not assessed: {why}",
                "assess it",
                "assess the impact before the processing goes on, and write its day",
            )


def _calling(context: RuleContext) -> dict[str, str]:
    """The purposes whose facts call for an assessment, each with the reason."""
    every, controller, known = context.derived.purposes, context.notice.controller, context.notice.vocabulary.data
    found: dict[str, str] = {}
    for id, decision in (context.notice.register.automated_decisions or {}).items():
        if decision.purpose and decision.purpose in every:
            found[decision.purpose] = f"a machine makes the decision “{id}”"
    for id, purpose in every.items():
        sensitive = [one for one in purpose.data or () if one in known and (known[one].special or known[one].criminal)]
        if controller.large_scale_special_data and sensitive:
            found.setdefault(id, "sensitive data are used on a large scale")
    if controller.large_scale_monitoring:
        found |= {id: "people are monitored on a large scale" for id in watching(context.notice) if id not in found}
    return found


RULES = (assessment_unrecorded, assessment_not_made)
