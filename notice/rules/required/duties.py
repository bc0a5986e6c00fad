"""N7: must the data be given, and does a machine decide. GDPR Arts 13(2)(e)–(f), 14(2)(g), 22."""

from collections.abc import Iterator

from notice.findings import Level
from notice.model.register import Profiling
from notice.rules.rule import Fault, RuleContext, rule


@rule("N701", "13-2-e", "8393/161/2019", "3116/163/20")
def requirement_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Every purpose says whether the person must give the data: by law, by contract, or of her own will.

    Fails::

        purposes:
          orders:
            required:

    Passes::

        purposes:
          orders:
            required: to-enter-contract
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.required is None and context.notice.is_silent("purposes", id, "required"):
            yield Fault(
                ("purposes", id, "required"),
                f"It is not said whether the data of “{id}” must be given",
                "add `required:`",
                "write one of: statutory, contract, to-enter-contract, voluntary, not-asked",
            )


@rule("N704", "13-2-e", level=Level.WARNING)
def statutory_for_nobody(context: RuleContext) -> Iterator[Fault]:
    """Providing data is a statutory requirement only where an act obliges the person to provide them.

    An act that binds the controller alone, as the Accounting Act does, obliges nobody to give their name: data that are
    kept because of it are as a rule not asked for separately.

    Fails::

        purposes:
          bookkeeping:
            required: statutory

    Passes::

        purposes:
          bookkeeping:
            required: not-asked
    """
    laws = context.notice.vocabulary.laws
    for id, purpose in context.derived.purposes.items():
        acts = [law.act for law in purpose.law or () if law.act]
        if purpose.required != "statutory" or not context.notice.is_silent("purposes", id, "law"):
            continue
        if purpose.basis == "consent":  # rule C001
            continue
        if not acts:
            yield Fault(
                ("purposes", id, "required"),
                f"Providing the data of “{id}” is called a statutory requirement, and no act is named",
                "by which act?",
                "name the act in `law:`; or write what holds: contract, to-enter-contract, voluntary or not-asked",
            )
        elif all(act in laws and laws[act].binds_controller for act in acts):
            yield Fault(
                ("purposes", id, "required"),
                f"`{'`, `'.join(acts)}` obliges you and not the person to whom “{id}” applies",
                "whose duty?",
                "write `required: not-asked` if the data come from elsewhere or are given for another purpose; "
                "otherwise contract, to-enter-contract or voluntary",
            )


@rule("N711", "13-2-f", "14-2-g", "22-1", "C-203/22")
def decision_without_logic(context: RuleContext) -> Iterator[Fault]:
    """An automated decision tells its logic, what it means, and what may follow, in every language.

    The logic is the procedure and the principles in fact applied, told so that a person understands: C-203/22.

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
    for id in context.notice.register.automated_decisions or {}:
        for language, words in context.words.items():
            for part in ("logic", "significance", "consequences"):
                if not words.find("automated-decisions", id, part):
                    yield Fault(
                        ("automated-decisions", id),
                        f"The {part} of the decision “{id}” is not told in the language “{language}”",
                        f"tell the {part}",
                        f"write it in `content/{language}/{context.notice.id}.yaml`, "
                        f"under `automated-decisions: {id}: {part}:`",
                    )


@rule("N712", "5-1-a", "13-2-f", level=Level.WARNING)
def profiling_without_effects(context: RuleContext) -> Iterator[Fault]:
    """Of profiling it is told which data it looks at and what it means to the person: Recital 60.

    Fails::

        profiling: {purposes: [electronic-direct-marketing], data: [order-contents]}

    Passes::

        profiling: {purposes: [electronic-direct-marketing], data: [order-contents], effects: [offers-chosen]}
    """
    profiling = context.notice.register.profiling
    for key, help in (
        ("data", "list the categories that it looks at: `data: [order-contents]`"),
        ("effects", "list what follows for people: `effects: [offers-chosen]`; see `notice vocabulary`"),
    ):
        if (
            isinstance(profiling, Profiling)
            and not getattr(profiling, key)
            and context.notice.is_silent("profiling", key)
        ):
            told = "which data the profiling looks at" if key == "data" else "what the profiling means to people"
            yield Fault(("profiling", key), f"It is not said {told}", f"add `{key}:`", help)


@rule("N714", "13-2-f", "14-2-g")
def automation_unstated(context: RuleContext) -> Iterator[Fault]:
    """It is stated whether decisions are made by automated means alone, and whether people are profiled.

    Silence is not an answer: write `none` where there are none.

    Fails::

        automated-decisions:

    Passes::

        automated-decisions: none
        profiling: none
    """
    register = context.notice.register
    for key, value in (
        ("automated-decisions", register.automated_decisions),
        ("profiling", register.profiling),
    ):
        if value is None and context.notice.is_silent(key):
            yield Fault(
                (key,),
                f"It is not said whether there are {key.replace('-', ' ')}"
                if key != "profiling"
                else "It is not said whether people are profiled",
                f"add `{key}:`",
                f"write `{key}: none`, or the facts",
            )


@rule("N715", "22-2-a", "22-2-b", "22-2-c")
def decision_without_exception(context: RuleContext) -> Iterator[Fault]:
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
    for id, decision in (context.notice.register.automated_decisions or {}).items():
        fact = ("automated-decisions", id, "exception")
        law = ("automated-decisions", id, "law")
        if decision.exception == "law" and not decision.law and context.notice.is_silent(*law):
            yield Fault(
                law,
                f"A law allows the automated decision “{id}”, and none is named",
                "add `law:`",
                "write the act's id: GDPR Art. 22(2)(b) asks for a law with safeguards of its own",
            )
        if decision.exception is None and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"It is not said what allows the automated decision “{id}”",
                "add `exception:`",
                "write one of: contract, law, explicit-consent",
            )


RULES = (
    requirement_unsaid,
    statutory_for_nobody,
    decision_without_logic,
    profiling_without_effects,
    automation_unstated,
    decision_without_exception,
)
