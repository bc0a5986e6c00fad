"""N305, N306, C048: when people are told of data that come from elsewhere. GDPR Art. 14(3), (5)."""

from collections.abc import Iterator

from notice.findings import Level
from notice.model.register import FROM_ELSEWHERE
from notice.rules.rule import Fault, RuleContext, rule


@rule("N305", "14-3", level=Level.WARNING)
def informing_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Of data from elsewhere it is said when the person is told of them, or why she need not be.

    At the latest that is a month after, or at the first contact, or when the data are first disclosed.

    Fails::

        sources:
          trade-register: {informed: }

    Passes::

        sources:
          trade-register: {informed: within-month}
    """
    for id, source in context.derived.sources.items():
        fact = ("sources", id, "informed")
        open = context.notice.is_unknown("sources", id, "exempt") or not context.notice.is_silent(*fact)
        if source.kind in FROM_ELSEWHERE and source.informed is None and source.exempt is None and not open:
            yield Fault(
                fact,
                f"It is not said when people are told of the data from “{id}”",
                "add `informed:`",
                "write one of: within-month, first-contact, first-disclosure; or `exempt:` with the reason",
            )


@rule("N306", "14-5-c", "14-5-d")
def exemption_without_law(context: RuleContext) -> Iterator[Fault]:
    """Where a law takes away the duty to tell, that law is named.

    Fails::

        sources:
          trade-register: {exempt: law}

    Passes::

        sources:
          trade-register: {exempt: law, law: openness-act}
    """
    for id, source in context.derived.sources.items():
        fact = ("sources", id, "law")
        if source.exempt in ("law", "secrecy") and not source.law and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"A law is said to free you from telling people of the data from “{id}”, and none is named",
                "add `law:`",
                "write the act's id and section, such as `law: {act: openness-act, section: 24}`",
            )


@rule("C048", "14-5-b", "1050/2018-33")
def exemption_not_public(context: RuleContext) -> Iterator[Fault]:
    """Where telling everybody is impossible, the notice is public instead, and has an address.

    Fails::

        site:
          address:
        sources:
          trade-register: {exempt: impossible}

    Passes::

        sources:
          trade-register: {exempt: impossible}
    """
    published = context.notice.site.address or not context.notice.is_silent("site", "address")
    for id, source in context.derived.sources.items():
        if source.exempt == "impossible" and not published:
            yield Fault(
                ("sources", id, "exempt"),
                f"Nobody is told of the data from “{id}”, and the notice has no public address",
                "only a public notice may replace it",
                "write where the notice is published, as `address:` in `content/site.yaml`",
            )


RULES = (informing_unsaid, exemption_without_law, exemption_not_public)
