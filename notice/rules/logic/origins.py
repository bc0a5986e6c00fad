"""C33–C34: registers of others whose use a law governs. Acts 527/2007 and 661/2009; GDPR Art. 14(2)(f)."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule

CREDIT_ACT = "credit-information-act"
"""The law of credit information in the vocabulary."""


@rule("C033", "527/2007-19", "14-2-f")
def credit_information_untold(context: RuleContext) -> Iterator[Fault]:
    """Credit information is used for what the law lists, and the person is told of it and of the register first.

    Section 19 of the Credit Information Act names the uses, such as granting and supervising credit.

    Fails::

        sources:
          credit-information-register:
            named: Esimerkkiluotto Oy
            public: no
            informed: within-month
            data: [name]
            law: {act: credit-information-act, section: 19}

    Passes::

        sources:
          credit-information-register:
            named: Esimerkkiluotto Oy
            public: no
            informed: within-month
            data: [name]
            law: {act: credit-information-act, section: 19}
            told-in-advance: yes
    """
    for id, source in (context.notice.register.sources or {}).items():
        if not _is_credit(context, id):
            continue
        if not source.law and context.notice.is_silent("sources", id, "law"):
            yield Fault(
                ("sources", id, "law"),
                f"It is not said what allows the use of credit information from “{id}”",
                "add `law:`",
                "write `law: {act: credit-information-act, section: 19}` if the use is one that it lists",
            )
        if not source.told_in_advance and context.notice.is_silent("sources", id, "told-in-advance"):
            yield Fault(
                ("sources", id, "told-in-advance"),
                f"The person is not {'said to be ' if source.told_in_advance is None else ''}told in advance that "
                f"credit information is taken from “{id}”",
                "tell it in advance",
                "tell her of the use and of the register before, and write `told-in-advance: yes`",
            )


@rule("C034", "14-2-f", level=Level.WARNING)
def closed_register_without_law(context: RuleContext) -> Iterator[Fault]:
    """Data from a register that is not open to everybody come with the law that gives the right to them.

    The Population Information System opens only to those whom the law names.

    Fails::

        sources:
          population-information-system: {data: [name], informed: within-month}

    Passes::

        sources:
          population-information-system: {data: [name], informed: within-month, law: {act: openness-act, section: "16"}}
    """
    for id, source in context.derived.sources.items():
        closed = source.kind == "register" and source.public is False and not _is_credit(context, id)
        if closed and not source.law and context.notice.is_silent("sources", id, "law"):
            yield Fault(
                ("sources", id, "law"),
                f"It is not said which law gives the right to data from “{id}”",
                "add `law:`",
                "write the act's id and its section: `law: {act: …, section: …}`",
            )


def _is_credit(context: RuleContext, id: str) -> bool:
    known = context.notice.vocabulary.sources.get(id)
    return bool(known and any(law.act == CREDIT_ACT for law in known.law or ()))


RULES = (credit_information_untold, closed_register_without_law)
