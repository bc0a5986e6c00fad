"""C: consent is free, can be withdrawn, and is a parent's to give for a small child. GDPR Arts 4(11), 7, 8."""

from collections.abc import Iterator

from notice.derive import rests_on_consent
from notice.findings import Level
from notice.law.ages import age_of_consent
from notice.rules.rule import Fault, RuleContext, rule

OBLIGED = ("statutory", "contract", "to-enter-contract")
"""The answers to `required` that leave the person no choice."""


@rule("C001", "4-11", "7-4")
def consent_required(context: RuleContext) -> Iterator[Fault]:
    """What rests on consent is voluntary: nobody can be obliged to give data for it.

    Consent that law or a contract demands is not freely given, so it is no consent. If the data are needed for the
    contract or by law, that is the basis; if they are not, giving them is voluntary.

    Fails::

        purposes:
          newsletter:
            required: to-enter-contract

    Passes::

        purposes:
          newsletter:
            required: voluntary
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.basis == "consent" and purpose.required in OBLIGED:
            yield Fault(
                ("purposes", id, "required"),
                f"The purpose “{id}” rests on consent, and its data must be given",
                "no free choice",
                "write `required: voluntary`, or the basis that fits: contract, or legal-obligation with its law",
            )


@rule("C072", "7-4", level=Level.WARNING)
def service_tied_to_consent(context: RuleContext) -> Iterator[Fault]:
    """A service does not depend on consent to something that it does not need.

    When it is judged whether consent was free, utmost account is taken of this.

    Fails::

        purposes:
          newsletter:
            service-depends-on-consent: yes

    Passes::

        purposes:
          newsletter:
            service-depends-on-consent: no
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.basis == "consent" and purpose.service_depends_on_consent:
            yield Fault(
                ("purposes", id, "service-depends-on-consent"),
                f"Whoever does not consent to “{id}” goes without the service",
                "is the consent free?",
                "offer the service without it; if the service cannot do without these data, its basis is contract",
            )


@rule("C073", "7-3", level=Level.WARNING)
def withdrawal_without_consent(context: RuleContext) -> Iterator[Fault]:
    """Ways to withdraw consent are told only where consent carries the purpose.

    Whoever reads that she can withdraw it takes the basis for consent, and expects that the processing then ends.

    Fails::

        purposes:
          orders:
            withdraw: [email]

    Passes::

        purposes:
          orders:
            withdraw: none
    """
    for id, purpose in context.derived.purposes.items():
        code = purpose.identity_code
        consented = rests_on_consent(purpose) or (code is not None and code.ground == "consent")
        if purpose.withdraw and purpose.basis and not consented:
            yield Fault(
                ("purposes", id, "withdraw"),
                f"It is said how to withdraw consent to “{id}”, which rests on {purpose.basis}",
                "no consent to withdraw",
                "take `withdraw:` away, or write the basis that it in fact has",
            )


@rule("C027", "8-1", "8-2", "1050/2018-5")
def child_without_guardian(context: RuleContext) -> Iterator[Fault]:
    """Where an online service is offered to children and rests on consent, a guardian consents for the youngest.

    The age is 13 in Finland. The consent of the guardian is asked for, and verified as far as is reasonable.
    Other legal bases than consent are not touched by this.

    Fails::

        children-service: yes
        purposes:
          newsletter:
            children: {guardian-consent: no, verified: yes}
          visitor-statistics:
            children: {guardian-consent: yes, verified: yes}

    Passes::

        children-service: yes
        purposes:
          newsletter:
            children: {guardian-consent: yes, verified: yes}
          visitor-statistics:
            children: {guardian-consent: yes, verified: yes}
    """
    if not context.notice.register.children_service:
        return
    limit = age_of_consent(context.notice.controller.country or "FI", context.day)
    below = f"below the age of {limit.years}" if limit else "below the age that its country's law sets"
    for id, purpose in context.derived.purposes.items():
        if purpose.basis != "consent":
            continue
        answers = {
            "guardian-consent": purpose.children and purpose.children.guardian_consent,
            "verified": purpose.children and purpose.children.verified,
        }
        for key, answer in answers.items():
            fact = ("purposes", id, "children", key)
            if not answer and context.notice.is_silent(*fact):
                asked = "asked for" if key == "guardian-consent" else "verified"
                yield Fault(
                    fact,
                    f"The consent to “{id}” of a child {below} needs a guardian's, which is not "
                    f"{'said to be ' if answer is None else ''}{asked}",
                    f"`{key}: yes`?",
                    "write `children: {guardian-consent: yes, verified: yes}` once both are so",
                )


RULES = (consent_required, service_tied_to_consent, withdrawal_without_consent, child_without_guardian)
