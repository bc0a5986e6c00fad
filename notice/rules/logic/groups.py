"""C05, C11, C35: people who act for an organisation, people at work, children: each has law of its own."""

from collections.abc import Iterator
from typing import Literal

from notice.findings import Level
from notice.model.purpose import Purpose
from notice.model.register import FROM_ELSEWHERE
from notice.model.site import Notice
from notice.rules.rule import Fault, RuleContext, rule

Mark = Literal["children", "represents_organisation", "working_life"]


@rule("C005", "6-1-b", level=Level.WARNING)
def contract_with_representative(context: RuleContext) -> Iterator[Fault]:
    """Somebody who only acts for an organisation is no party to its contract: the basis is another.

    The basis “contract” is the contract with the person herself. For the contact person of a customer or a supplier
    legitimate interests usually fit: to serve the organisation that she acts for.

    Fails::

        people: [customers, site-visitors, business-contacts]
        purposes:
          orders:
            people: [business-contacts]

    Passes::

        people: [customers, site-visitors, business-contacts]
        purposes:
          orders:
            people: [customers, business-contacts]
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.basis == "contract" and all_are("represents_organisation", purpose, context.notice):
            yield Fault(
                ("purposes", id, "people"),
                f"The purpose “{id}” rests on a contract, and its people only act for an organisation: "
                f"{', '.join(purpose.people or ())}",
                "parties to the contract?",
                "write `basis: legitimate-interests` and the interest; or name the people who are parties themselves",
            )


@rule("C035", "759/2004-4")
def working_life_data_from_elsewhere(context: RuleContext) -> Iterator[Fault]:
    """An employer has data on applicants and employees from themselves, with their consent, or by a law.

    Section 4 of the Act on the Protection of Privacy in Working Life wants consent for every other source, unless a
    law says otherwise; and the person is told of such data before they are used to decide on her.

    Fails::

        people: [customers, site-visitors, job-applicants]
        purposes:
          recruitment:
            basis: contract
            people: [job-applicants]
            data: [name, references]
            recipients: none
            keep: {for: 2 years, after: recruitment-decision}
            required: to-enter-contract
        sources:
          referees: {data: [references], informed: within-month, consented: no}

    Passes::

        people: [customers, site-visitors, job-applicants]
        purposes:
          recruitment:
            basis: contract
            people: [job-applicants]
            data: [name, references]
            recipients: none
            keep: {for: 2 years, after: recruitment-decision}
            required: to-enter-contract
        sources:
          referees: {data: [references], informed: within-month, consented: yes}
    """
    at_work = {
        category
        for purpose in context.derived.purposes.values()
        if all_are("working_life", purpose, context.notice)
        for category in purpose.data or ()
    }
    for id, source in context.derived.sources.items():
        allowed = source.consented or source.law or not context.notice.is_silent("sources", id, "law")
        told = at_work & set(source.data or ())
        if source.kind in FROM_ELSEWHERE and told and not allowed:
            fact = ("sources", id, "consented")
            if context.notice.is_silent(*fact):
                yield Fault(
                    fact,
                    f"Data on people at work come from “{id}”, "
                    + ("without their consent" if source.consented is False else "and their consent is not stated")
                    + f": {', '.join(sorted(told))}",
                    "consent, or a law?",
                    "ask for consent and write `consented: yes`, or write the law that allows it: `law: …`",
                )


@rule("C071", "8-1", level=Level.WARNING)
def children_service_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Where children are asked for consent, it is stated whether an online service is offered directly to them.

    If it is, a guardian consents for the youngest.

    Fails::

        people: [customers, site-visitors, children]
        purposes:
          newsletter:
            people: [customers, children]
        children-service:
        children-wording: yes

    Passes::

        people: [customers, site-visitors, children]
        purposes:
          newsletter:
            people: [customers, children]
        children-service: no
        children-wording: yes
    """
    if context.notice.register.children_service is not None or not context.notice.is_silent("children-service"):
        return
    known = context.notice.vocabulary.people
    for id, purpose in context.derived.purposes.items():
        children = [group for group in purpose.people or () if group in known and known[group].children]
        if purpose.basis == "consent" and children:
            yield Fault(
                ("purposes", id, "people"),
                f"The purpose “{id}” asks children for consent, and it is not said whether an online service is "
                "offered directly to them",
                "a service for children?",
                "write `children-service: yes` or `children-service: no` in the register",
            )


def all_are(mark: Mark, purpose: Purpose, notice: Notice) -> bool:
    """True when the vocabulary marks every group of the purpose so, and there is one."""
    known = notice.vocabulary.people
    groups = purpose.people or ()
    return bool(groups) and all(group in known and getattr(known[group], mark) for group in groups)


RULES = (contract_with_representative, working_life_data_from_elsewhere, children_service_unsaid)
