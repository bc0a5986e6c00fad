"""C10–C11: marketing by e-mail, text message and automated calls. Sections 200 and 202 of Act 917/2014."""

from collections.abc import Iterator

from notice.findings import Level
from notice.model.purpose import Purpose
from notice.rules.logic.groups import all_are
from notice.rules.rule import Fault, RuleContext, rule

ELECTRONIC: frozenset[str] = frozenset({"email", "sms", "automated-call"})
"""The channels of direct marketing to people that need consent beforehand: section 200(1) of Act 917/2014."""

SOFT_OPT_IN = {
    "obtained-in-sale": "the address was obtained in a sale",
    "similar-products": "only one's own similar products are marketed",
    "refusal-at-collection": "refusing was offered when the address was asked for",
    "refusal-in-messages": "every message offers to refuse the next ones",
}
"""The conditions under which a customer may be written to without consent: section 200(3)."""


@rule("C010", "917/2014-200")
def marketing_without_consent(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        if not _without_consent(purpose) or all_are("represents_organisation", purpose, context.notice):
            continue
        at = ("purposes", id, "soft-opt-in")
        answers = purpose.soft_opt_in
        if answers is None and context.notice.is_silent(*at):
            yield Fault(
                at,
                f"“{id}” markets by {_channels(purpose)} without consent, and does not say what allows it",
                "consent, or `soft-opt-in:`?",
                "write `basis: consent`, or `soft-opt-in: {obtained-in-sale: yes, similar-products: yes, "
                "refusal-at-collection: yes, refusal-in-messages: yes}` if all four are true",
            )
            continue
        for key, condition in SOFT_OPT_IN.items():
            answer = answers and getattr(answers, key.replace("-", "_"))
            if not answer and context.notice.is_silent(*at, key):
                yield Fault(
                    (*at, key),
                    f"“{id}” markets by {_channels(purpose)} without consent, and it is not "
                    + ("so" if answer is False else "said")
                    + f" that {condition}",
                    "needs consent" if answer is False else f"`{key}:`?",
                    "write `basis: consent`" if answer is False else f"write `{key}: yes` or `{key}: no`",
                )


@rule("C011", "917/2014-202", level=Level.WARNING)
def organisation_cannot_refuse(context: RuleContext) -> Iterator[Fault]:
    """Whoever markets to organisations by electronic means says how they refuse it.

    They need not consent first, but refusing is easy and free of charge. A work address that names a person may
    count as that person's own, and then her consent is needed: so the Finnish authority in TSV 3425/157/2019.

    Fails::

        people: [customers, site-visitors, business-contacts]
        purposes:
          electronic-direct-marketing:
            people: [business-contacts]
            soft-opt-in:
            opt-out:

    Passes::

        people: [customers, site-visitors, business-contacts]
        purposes:
          electronic-direct-marketing:
            people: [business-contacts]
            soft-opt-in:
            opt-out: [unsubscribe-link]
    """
    for id, purpose in context.derived.purposes.items():
        fact = ("purposes", id, "opt-out")
        to_organisations = _without_consent(purpose) and all_are("represents_organisation", purpose, context.notice)
        if to_organisations and not purpose.opt_out and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"“{id}” markets to organisations by {_channels(purpose)}, and it is not said how they refuse it",
                "add `opt-out:`",
                "list the ways: `opt-out: [unsubscribe-link]`; to addresses that name a person, market with consent",
            )


@rule("N806", "917/2014-200", "917/2014-202", "9885/157/19")
def marketing_without_refusal(context: RuleContext) -> Iterator[Fault]:
    """Whoever markets to people by electronic means without consent says how they refuse it, easily and free of charge.

    Having to sign in first is not easy: so the Finnish authority in 9885/157/19.

    Fails::

        purposes:
          electronic-direct-marketing: {opt-out: }

    Passes::

        purposes:
          electronic-direct-marketing: {opt-out: [unsubscribe-link]}
    """
    for id, purpose in context.derived.purposes.items():
        fact = ("purposes", id, "opt-out")
        to_people = _without_consent(purpose) and not all_are("represents_organisation", purpose, context.notice)
        if to_people and not purpose.opt_out and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"“{id}” markets by {_channels(purpose)}, and it is not said how people refuse it",
                "add `opt-out:`",
                "list the ways, which every message offers: `opt-out: [unsubscribe-link]`",
            )


def _without_consent(purpose: Purpose) -> bool:
    electronic = ELECTRONIC & set(purpose.marketing or ())
    return bool(electronic) and purpose.basis not in (None, "consent")


def _channels(purpose: Purpose) -> str:
    return ", ".join(channel for channel in purpose.marketing or () if channel in ELECTRONIC)


RULES = (marketing_without_consent, organisation_cannot_refuse, marketing_without_refusal)
