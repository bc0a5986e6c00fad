"""C010, C011, N806: marketing by e-mail, text message and automated calls. Sections 200 and 202 of Act 917/2014."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import PURPOSE, SOFT_OPT_IN
from notice.model.purpose import Purpose
from notice.rules.logic.groups import all_are
from notice.rules.natures import shown
from notice.rules.rule import RuleContext, rule

ELECTRONIC: frozenset[str] = frozenset({"email", "sms", "automated-call"})
"""The channels of direct marketing to people that need prior consent: section 200(1) of Act 917/2014."""

CONDITIONS = (
    SOFT_OPT_IN.obtained_in_sale,
    SOFT_OPT_IN.similar_products,
    SOFT_OPT_IN.refusal_at_collection,
    SOFT_OPT_IN.refusal_in_messages,
)
"""The conditions for marketing to customers without consent: section 200(3)."""


@rule("C010", "917/2014-200")
def marketing_without_consent(context: RuleContext) -> Iterator[Violation]:
    """Marketing to people by e-mail, text message or automated call rests on consent, or meets four conditions.

    Without consent a seller may write to its customers if the address was obtained in a sale, it markets its own
    products of the same or a similar kind, and refusing was and is offered easily and free of charge: when the
    address was asked for, and in every message.

    Fails::

        purposes:
          electronic-direct-marketing:
            soft-opt-in: {similar-products: no}

    Passes::

        purposes:
          electronic-direct-marketing:
            soft-opt-in: {obtained-in-sale: yes, similar-products: yes, refusal-at-collection: yes}
    """
    for purpose in context.purposes:
        channels = _channels_without_consent(context, purpose.facts)
        if not channels or _is_to_organisations(context, purpose.facts):
            continue
        soft_opt_in = purpose[PURPOSE.soft_opt_in]
        if soft_opt_in.is_missing:
            yield soft_opt_in.missing("unsaid", purpose=purpose.id, channels=channels)
            continue
        for condition in CONDITIONS:
            answer = soft_opt_in[condition]
            if answer.is_missing:
                yield answer.missing("unanswered", purpose=purpose.id, channels=channels, key=answer.id)
            elif answer.value is False:
                yield answer.violation("unmet", purpose=purpose.id, channels=channels, key=answer.id)


@rule("C011", "917/2014-202", level=Level.WARNING)
def organisation_cannot_refuse(context: RuleContext) -> Iterator[Violation]:
    """A notice of electronic marketing to organisations says how they can refuse it.

    They need not consent first, but refusing is easy and free of charge. A work address that names a person may
    count as that person's own, and then the person's consent is needed: so the Finnish authority in TSV 3425/157/2019.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, business-contacts]
        purposes:
          electronic-direct-marketing:
            people: [business-contacts]
            soft-opt-in:
            opt-out:

    Passes::

        people: [customers, newsletter-subscribers, site-visitors, business-contacts]
        purposes:
          electronic-direct-marketing:
            people: [business-contacts]
            soft-opt-in:
            opt-out: [unsubscribe-link]
    """
    for purpose in context.purposes:
        channels, opt_out = _channels_without_consent(context, purpose.facts), purpose[PURPOSE.opt_out]
        if channels and _is_to_organisations(context, purpose.facts) and not opt_out.value and opt_out.is_silent:
            yield opt_out.missing(purpose=purpose.id, channels=channels)


@rule("N806", "917/2014-200", "917/2014-202", "9885/157/19")
def marketing_without_refusal(context: RuleContext) -> Iterator[Violation]:
    """A notice of electronic marketing without consent says how people can refuse it, easily and free of charge.

    Having to sign in first is not easy: so the Finnish authority in 9885/157/19.

    Fails::

        purposes:
          electronic-direct-marketing: {opt-out: }

    Passes::

        purposes:
          electronic-direct-marketing: {opt-out: [unsubscribe-link]}
    """
    for purpose in context.purposes:
        channels, opt_out = _channels_without_consent(context, purpose.facts), purpose[PURPOSE.opt_out]
        if channels and not _is_to_organisations(context, purpose.facts) and not opt_out.value and opt_out.is_silent:
            yield opt_out.missing(purpose=purpose.id, channels=channels)


def _channels_without_consent(context: RuleContext, purpose: Purpose) -> tuple[str, ...]:
    """The electronic channels of marketing on another basis than consent."""
    if purpose.basis in (None, "consent"):
        return ()
    return tuple(channel for channel in purpose.marketing or () if _is_electronic(context, channel))


def _is_electronic(context: RuleContext, channel: str) -> bool:
    """Whether a channel needs prior consent: one of the vocabulary's, or an own one with such words."""
    return channel in ELECTRONIC or shown(context, "marketing-channels", channel, "electronic") is not None


def _is_to_organisations(context: RuleContext, purpose: Purpose) -> bool:
    return all_are("represents_organisation", purpose, context.notice)


RULES = (marketing_without_consent, organisation_cannot_refuse, marketing_without_refusal)
