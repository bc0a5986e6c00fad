"""C033, C034: sources whose use is regulated. Acts 527/2007 and 661/2009; GDPR Art. 14(2)(f)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import REGISTER, SOURCE
from notice.rules.natures import shown
from notice.rules.rule import RuleContext, rule

CREDIT_ACT = "credit-information-act"
"""The act on credit information in the vocabulary."""


@rule("C033", "527/2007-19", "14-2-f")
def credit_information_untold(context: RuleContext) -> Iterator[Violation]:
    """Credit information is used for what the law lists, and the person is informed of it and of the register first.

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
    for source in context.register[REGISTER.sources].entries():
        if not _is_credit_register(context, source.id):
            continue
        law, told_in_advance = source[SOURCE.law], source[SOURCE.told_in_advance]
        if not law.value and law.is_silent:
            yield law.missing("no-law", source=source.id)
        if told_in_advance.is_missing:
            yield told_in_advance.missing("unsaid", source=source.id)
        elif told_in_advance.value is False:
            yield told_in_advance.violation("not-informed", source=source.id)


@rule("C034", "14-2-f", level=Level.WARNING)
def closed_register_without_law(context: RuleContext) -> Iterator[Violation]:
    """Data from a register that is not open to everybody come with the law that gives the right to them.

    The Population Information System is open only to those whom the law names.

    Fails::

        sources:
          population-information-system: {data: [name], informed: within-month}

    Passes::

        sources:
          population-information-system: {data: [name], informed: within-month, law: {act: openness-act, section: "16"}}
    """
    for source in context.sources:
        law = source[SOURCE.law]
        is_closed = source.facts.kind == "register" and source.facts.public is False
        if is_closed and not _is_credit_register(context, source.id) and not law.value and law.is_silent:
            yield law.missing(source=source.id)


def _is_credit_register(context: RuleContext, id: str) -> bool:
    known = context.notice.vocabulary.sources.get(id)
    if known and known.law is not None:
        return any(law.act == CREDIT_ACT for law in known.law)
    return shown(context, "sources", id, "credit-register") is not None


RULES = (credit_information_untold, closed_register_without_law)
