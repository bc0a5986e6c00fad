"""C028–C030, C079: grounds for automated decisions and profiling. GDPR Arts 21, 22; Recital 60."""

import re
from collections.abc import Iterator

from notice.derive import direct_marketing
from notice.findings import FactPath, Level, Violation, texts
from notice.law.bases import Condition
from notice.law.rights import OBJECTION_BASES, Right
from notice.model.cursor import Cursor
from notice.model.keys import DECISION, REGISTER
from notice.model.purpose import Purpose
from notice.model.register import Decision, Profiling
from notice.rules.cues import cues
from notice.rules.rule import RuleContext, rule

DECIDING_CONDITIONS: frozenset[Condition] = frozenset({"explicit-consent", "substantial-public-interest"})
"""The only conditions that allow automated decisions by special categories of data: GDPR Art. 22(4)."""


@rule("C028", "22-1", "22-2-a", "22-2-b", "22-2-c")
def decision_on_legitimate_interests(context: RuleContext) -> Iterator[Violation]:
    """A decision by automated means alone cannot rest on legitimate interests.

    Only a contract that needs the decision, a law, or explicit consent allows it.

    Fails::

        automated-decisions:
          credit:
            purpose: electronic-direct-marketing
            exception: contract
            safeguards: [human-intervention, own-view, contest]
        purposes:
          electronic-direct-marketing: {impact-assessment: 2026-10-01}
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
    for decision, purpose in _decisions(context):
        if purpose.basis == "legitimate-interests":
            yield decision[DECISION.purpose].violation(decision=decision.id, purpose=decision.facts.purpose)


@rule("C029", "22-4")
def decision_by_special_data(context: RuleContext) -> Iterator[Violation]:
    """A machine decides by special categories of data only with explicit consent, or by a law of public interest.

    Suitable measures then protect the person.

    Fails::

        automated-decisions:
          credit: {purpose: orders, exception: contract, safeguards: [human-intervention, own-view, contest]}
        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents, allergies-diets]
            condition: made-public
            impact-assessment: 2026-10-01
        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, allergies-diets]}
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
    known = context.notice.vocabulary.data
    for decision, purpose in _decisions(context):
        ground = purpose.condition.ground if purpose.condition else None
        if ground is None or ground in DECIDING_CONDITIONS:
            continue
        special = [category for category in purpose.data or () if category in known and known[category].special]
        if special:
            yield decision[DECISION.purpose].violation(decision=decision.id, data=special, condition=ground)


@rule("C079", "13-2-f", "14-2-g", level=Level.WARNING)
def decision_without_purpose(context: RuleContext) -> Iterator[Violation]:
    """An automated decision belongs to a purpose of the register.

    The purpose has the legal basis and the data by which the machine decides.

    Fails::

        automated-decisions:
          credit: {exception: contract, safeguards: [human-intervention, own-view, contest]}
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
        if decision.lacks(DECISION.purpose):
            yield decision[DECISION.purpose].missing(decision=decision.id)


@rule("C030", "21-1", "21-2")
def profiling_outside_objection(context: RuleContext) -> Iterator[Violation]:
    """Where people are profiled, the right to object says that it covers the profiling.

    Profiling that rests on legitimate interests or a public task can be objected to, and profiling for direct
    marketing always. The standard wording says so; the owner's own words must say it too.

    Fails::

        profiling: {purposes: [electronic-direct-marketing], data: [order-contents], effects: [offers-chosen]}
        words:
          fi: {rights: {objection-to-marketing: {text: Voit vastustaa suoramarkkinointia.}}}

    Passes::

        profiling: {purposes: [electronic-direct-marketing], data: [order-contents], effects: [offers-chosen]}
        words:
          fi: {rights: {objection-to-marketing: {text: Voit vastustaa myös profilointia.}}}
    """
    profiling, purposes = context.notice.register.profiling, context.derived.purposes
    if not isinstance(profiling, Profiling):
        return
    profiled = [id for id in profiling.purposes or () if id in purposes]
    covered: list[Right] = []
    if any(purposes[id].basis in OBJECTION_BASES for id in profiled):
        covered.append("objection")
    if any(direct_marketing(context.notice, id) == "marketing" for id in profiled):
        covered.append("objection-to-marketing")
    rights: dict[FactPath, Right] = {("rights", right, "text"): right for right in covered}
    for language, words in context.words.items():
        for path, text, layer in words.owned:
            right = rights.get(path)
            if right and not re.search(cues("profiling").get(language, ""), text.lower()):
                span = layer.spans.get(path) or context.notice.span(*path)
                yield Violation(path, "", texts({"right": right, "language": language}), span)


def _decisions(context: RuleContext) -> Iterator[tuple[Cursor[Decision], Purpose]]:
    """The automated decisions that belong to a purpose of the register, each with its purpose."""
    for decision in context.register[REGISTER.automated_decisions].entries():
        purpose = context.derived.purposes.get(decision.facts.purpose or "")
        if purpose is not None:
            yield decision, purpose


RULES = (
    decision_on_legitimate_interests,
    decision_by_special_data,
    decision_without_purpose,
    profiling_outside_objection,
)
