"""C: consent is free, can be withdrawn, and is given by a guardian for a young child. GDPR Arts 4(11), 7, 8."""

from collections.abc import Iterator

from notice.derive import rests_on_consent
from notice.findings import Level, Violation
from notice.law.ages import age_of_consent
from notice.model.keys import CHILD_CONSENT, PURPOSE
from notice.rules.rule import RuleContext, rule

OBLIGED = ("statutory", "contract", "to-enter-contract")
"""The values of `required` that leave the person no choice."""

AGES_ALLOWED = "13–16"
"""The range in which Article 8(1) allows each country to set the age, for a country that is not in the table."""


@rule("C001", "4-11", "7-4")
def consent_required(context: RuleContext) -> Iterator[Violation]:
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
    for purpose in context.purposes:
        required = purpose[PURPOSE.required]
        if purpose.facts.basis == "consent" and required.value in OBLIGED:
            yield required.violation(purpose=purpose.id, required=required.value)


@rule("C072", "7-4", level=Level.WARNING)
def service_tied_to_consent(context: RuleContext) -> Iterator[Violation]:
    """A service does not depend on consent to something that it does not need.

    Whether it does is of the utmost importance when the freedom of the consent is assessed.

    Fails::

        purposes:
          newsletter:
            service-depends-on-consent: yes

    Passes::

        purposes:
          newsletter:
            service-depends-on-consent: no
    """
    for purpose in context.purposes:
        if purpose.facts.basis == "consent" and purpose.facts.service_depends_on_consent:
            yield purpose[PURPOSE.service_depends_on_consent].violation(purpose=purpose.id)


@rule("C073", "7-3", level=Level.WARNING)
def withdrawal_without_consent(context: RuleContext) -> Iterator[Violation]:
    """Ways to withdraw consent are stated only where the purpose rests on consent.

    People who read that they can withdraw it take consent for the basis, and expect the processing to end.

    Fails::

        purposes:
          orders:
            withdraw: [email]

    Passes::

        purposes:
          orders:
            withdraw: none
    """
    for purpose in context.purposes:
        basis, code = purpose.facts.basis, purpose.facts.identity_code
        consented = rests_on_consent(purpose.facts) or (code is not None and code.ground == "consent")
        if purpose.facts.withdraw and basis and not consented:
            yield purpose[PURPOSE.withdraw].violation(purpose=purpose.id, basis=basis)


@rule("C027", "8-1", "8-2", "1050/2018-5")
def child_without_guardian(context: RuleContext) -> Iterator[Violation]:
    """Where an online service is offered to children and rests on consent, a guardian consents for the youngest.

    The age is 13 in Finland. The consent of the guardian is asked for, and verified as far as is reasonable.
    Purposes on other legal bases than consent are not affected.

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
    if not context.register.facts.children_service:
        return
    limit = age_of_consent(context.controller.facts.country or "FI", context.day)
    years = limit.years if limit else AGES_ALLOWED
    for purpose in context.purposes:
        if purpose.facts.basis != "consent":
            continue
        children = purpose[PURPOSE.children]
        for answer in (children[CHILD_CONSENT.guardian_consent], children[CHILD_CONSENT.verified]):
            if answer.is_missing:
                yield answer.missing("unanswered", purpose=purpose.id, key=answer.id, years=years)
            elif answer.value is False and answer.is_silent:
                yield answer.violation("denied", purpose=purpose.id, key=answer.id, years=years)


RULES = (consent_required, service_tied_to_consent, withdrawal_without_consent, child_without_guardian)
