"""N7 and N616: automated decisions and profiling, what allows them and what they mean. GDPR Arts 13(2)(f), 22."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.fields import Nothing
from notice.model.keys import DECISION, PROFILING, REGISTER
from notice.rules.rule import RuleContext, rule

SAFEGUARDS = ("human-intervention", "own-view", "contest")
"""The safeguards of a decision based on a contract or on explicit consent: GDPR Art. 22(3)."""


@rule("N714", "13-2-f", "14-2-g")
def automation_unstated(context: RuleContext) -> Iterator[Violation]:
    """The notice states whether decisions are made by automated means alone, and whether people are profiled.

    Silence is not an answer: write `none` where there are none.

    Fails::

        automated-decisions:

    Passes::

        automated-decisions: none
        profiling: none
    """
    register = context.register
    if register.lacks(REGISTER.automated_decisions):
        yield register[REGISTER.automated_decisions].missing("decisions-unstated")
    if register.lacks(REGISTER.profiling):
        yield register[REGISTER.profiling].missing("profiling-unstated")


@rule("N715", "22-2-a", "22-2-b", "22-2-c")
def decision_without_exception(context: RuleContext) -> Iterator[Violation]:
    """An automated decision is allowed only by a contract that needs it, by law, or by explicit consent.

    Fails::

        automated-decisions:
          credit: {purpose: orders, safeguards: [human-intervention, own-view, contest]}
        purposes:
          orders: {impact-assessment: 2026-10-01}
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
    for decision in context.register[REGISTER.automated_decisions].entries():
        exception, law = decision[DECISION.exception], decision[DECISION.law]
        if exception.value == "law" and not law.value and law.is_silent:
            yield law.missing("law-not-named", decision=decision.id)
        if exception.is_missing:
            yield exception.missing("exception-missing", decision=decision.id)


@rule("N711", "13-2-f", "14-2-g", "22-1", "C-203/22")
def decision_without_logic(context: RuleContext) -> Iterator[Violation]:
    """An automated decision comes with its logic, its significance and its consequences, in every language.

    The logic is the procedure and the principles actually applied, in words that a person understands: C-203/22.

    Fails::

        automated-decisions:
          credit: {purpose: orders, exception: contract, safeguards: [human-intervention, own-view, contest]}
        purposes:
          orders: {impact-assessment: 2026-10-01}
        words:
          fi: {automated-decisions: {credit: {name: a, significance: c, consequences: d}}}
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
    for decision in context.register[REGISTER.automated_decisions].entries():
        for language, words in context.words.items():
            for part in ("logic", "significance", "consequences"):
                if not words.find("automated-decisions", decision.id, part):
                    yield decision.violation(
                        decision=decision.id, part=part, language=language, register=context.notice.id
                    )


@rule("N616", "22-3")
def decision_without_human(context: RuleContext) -> Iterator[Violation]:
    """A person subject to an automated decision can have a human review it, express their view, and contest it.

    This applies where the decision is based on a contract or on explicit consent; where a law authorises it, the law's
    own safeguards apply.

    Fails::

        automated-decisions:
          credit: {purpose: orders, exception: contract, safeguards: [own-view]}
        purposes:
          orders: {impact-assessment: 2026-10-01}
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
    for decision in context.register[REGISTER.automated_decisions].entries():
        safeguards = decision[DECISION.safeguards]
        if decision.facts.exception == "law" or not safeguards.is_silent:
            continue
        lacking = [safeguard for safeguard in SAFEGUARDS if safeguard not in (safeguards.value or ())]
        if lacking:
            yield safeguards.violation(decision=decision.id, lacking=lacking)


@rule("N712", "5-1-a", "13-2-f", level=Level.WARNING)
def profiling_without_effects(context: RuleContext) -> Iterator[Violation]:
    """Profiling comes with the data that it uses and what it means to the person: Recital 60.

    Fails::

        profiling: {purposes: [electronic-direct-marketing], data: [order-contents]}

    Passes::

        profiling: {purposes: [electronic-direct-marketing], data: [order-contents], effects: [offers-chosen]}
    """
    profiling = context.register[REGISTER.profiling]
    if profiling.value is None or profiling.value is Nothing.NONE:
        return
    data, effects = profiling[PROFILING.data], profiling[PROFILING.effects]
    if not data.value and data.is_silent:
        yield data.missing("data-missing")
    if not effects.value and effects.is_silent:
        yield effects.missing("effects-missing")


RULES = (
    automation_unstated,
    decision_without_exception,
    decision_without_logic,
    decision_without_human,
    profiling_without_effects,
)
