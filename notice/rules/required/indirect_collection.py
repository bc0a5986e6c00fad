"""N305, N306, C048: informing people of data obtained from elsewhere. GDPR Art. 14(3), (5)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import SITE, SOURCE
from notice.model.register import FROM_ELSEWHERE
from notice.rules.rule import RuleContext, rule


@rule("N305", "14-3", level=Level.WARNING)
def informing_unsaid(context: RuleContext) -> Iterator[Violation]:
    """A source elsewhere states when the person is informed of the data, or why that is not needed.

    At the latest that is a month after, or at the first contact, or when the data are first disclosed.

    Fails::

        sources:
          trade-register: {informed: }

    Passes::

        sources:
          trade-register: {informed: within-month}
    """
    for source in context.sources:
        exempt = source[SOURCE.exempt]
        is_exempt = exempt.value is not None or exempt.is_unknown
        if source.facts.kind in FROM_ELSEWHERE and source.lacks(SOURCE.informed) and not is_exempt:
            yield source[SOURCE.informed].missing(source=source.id)


@rule("N306", "14-5-c", "14-5-d")
def exemption_without_law(context: RuleContext) -> Iterator[Violation]:
    """Where a law removes the duty to inform, that law is named.

    Fails::

        sources:
          trade-register: {exempt: law}

    Passes::

        sources:
          trade-register: {exempt: law, law: openness-act}
    """
    for source in context.sources:
        law = source[SOURCE.law]
        if source.facts.exempt in ("law", "secrecy") and not law.value and law.is_silent:
            yield law.missing(source=source.id)


@rule("C048", "14-5-b", "1050/2018-33")
def exemption_not_public(context: RuleContext) -> Iterator[Violation]:
    """Where informing everybody is impossible, the notice is public instead, and has an address.

    Fails::

        site:
          address:
        sources:
          trade-register: {exempt: impossible}

    Passes::

        sources:
          trade-register: {exempt: impossible}
    """
    address = context.site[SITE.address]
    if address.value or not address.is_silent:
        return
    for source in context.sources:
        if source.facts.exempt == "impossible":
            yield source[SOURCE.exempt].violation(source=source.id)


RULES = (informing_unsaid, exemption_without_law, exemption_not_public)
