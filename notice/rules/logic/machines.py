"""C28–C30: what an automated decision and profiling may rest on. GDPR Arts 21, 22; Recital 60."""

import re
from collections.abc import Iterator

from notice.derive import direct_marketing
from notice.findings import FactPath, Level
from notice.law.bases import Condition
from notice.law.rights import OBJECTION_BASES, Right
from notice.model.register import Profiling
from notice.rules.cues import cues
from notice.rules.rule import Fault, RuleContext, rule

DECIDING_CONDITIONS: frozenset[Condition] = frozenset({"explicit-consent", "substantial-public-interest"})
"""The only conditions under which a machine may decide by special categories of data: GDPR Art. 22(4)."""


@rule("C028", "22-1", "22-2-a", "22-2-b", "22-2-c")
def decision_on_legitimate_interests(context: RuleContext) -> Iterator[Fault]:
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
    every = context.derived.purposes
    for id, decision in (context.notice.register.automated_decisions or {}).items():
        purpose = every.get(decision.purpose or "")
        if purpose and purpose.basis == "legitimate-interests":
            yield Fault(
                ("automated-decisions", id, "purpose"),
                f"The automated decision “{id}” belongs to “{decision.purpose}”, which rests on legitimate interests",
                "not allowed on this basis",
                "let a human decide, or write the basis that carries it: contract, a law, or explicit consent",
            )


@rule("C029", "22-4")
def decision_by_special_data(context: RuleContext) -> Iterator[Fault]:
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
    every, known = context.derived.purposes, context.notice.vocabulary.data
    for id, decision in (context.notice.register.automated_decisions or {}).items():
        purpose = every.get(decision.purpose or "")
        ground = purpose.condition.ground if purpose and purpose.condition else None
        if not purpose or ground is None or ground in DECIDING_CONDITIONS:
            continue
        special = [one for one in purpose.data or () if one in known and known[one].special]
        if special:
            yield Fault(
                ("automated-decisions", id, "purpose"),
                f"The automated decision “{id}” uses special categories of data ({', '.join(special)}) "
                f"under the condition {ground}",
                "not allowed under it",
                "take the data out of the decision, or have explicit consent or a law of substantial public interest",
            )


@rule("C079", "13-2-f", "14-2-g", level=Level.WARNING)
def decision_without_purpose(context: RuleContext) -> Iterator[Fault]:
    """An automated decision belongs to a purpose of the register.

    The purpose tells on which basis and by which data the machine decides.

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
    for id, decision in (context.notice.register.automated_decisions or {}).items():
        fact = ("automated-decisions", id, "purpose")
        if decision.purpose is None and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"It is not said to which purpose the automated decision “{id}” belongs",
                "add `purpose:`",
                "write the id of the purpose",
            )


@rule("C030", "21-1", "21-2")
def profiling_outside_objection(context: RuleContext) -> Iterator[Fault]:
    """Where people are profiled, the right to object says that it covers the profiling.

    Profiling that rests on legitimate interests or a public task can be objected to, and profiling for direct
    marketing always. The standard wording says so; words of one's own must not lose it.

    Fails::

        profiling: {purposes: [electronic-direct-marketing], data: [order-contents], effects: [offers-chosen]}
        words:
          fi: {rights: {objection-to-marketing: {text: Voit vastustaa suoramarkkinointia.}}}

    Passes::

        profiling: {purposes: [electronic-direct-marketing], data: [order-contents], effects: [offers-chosen]}
        words:
          fi: {rights: {objection-to-marketing: {text: Voit vastustaa myös profilointia.}}}
    """
    profiling, every = context.notice.register.profiling, context.derived.purposes
    if not isinstance(profiling, Profiling):
        return
    named = [every[id] for id in profiling.purposes or () if id in every]
    covered: list[Right] = []
    if any(purpose.basis in OBJECTION_BASES for purpose in named):
        covered.append("objection")
    if any(direct_marketing(context.notice, id) == "marketing" for id in profiling.purposes or () if id in every):
        covered.append("objection-to-marketing")
    paths: dict[FactPath, Right] = {("rights", right, "text"): right for right in covered}
    for language, words in context.words.items():
        for path, text, layer in words.owned:
            right = paths.get(path)
            if right and not re.search(cues("profiling").get(language, ""), text.lower()):
                yield Fault(
                    path,
                    f"The words on the right to object ({right}) do not say, in the language “{language}”, that it "
                    "covers profiling",
                    "and profiling?",
                    f"say it in your words of `rights: {right}: text:`, or take them away: the standard ones say it",
                    layer.spans.get(path),
                )


RULES = (
    decision_on_legitimate_interests,
    decision_by_special_data,
    decision_without_purpose,
    profiling_outside_objection,
)
