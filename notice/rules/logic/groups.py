"""C: groups of people with special provisions: representatives of organisations, people at work, children."""

from collections.abc import Iterator
from typing import Literal

from notice.findings import Level, Violation
from notice.model.keys import PURPOSE, REGISTER, SOURCE
from notice.model.purpose import Purpose
from notice.model.register import FROM_ELSEWHERE
from notice.model.site import Notice
from notice.rules.rule import RuleContext, rule

Mark = Literal["children", "represents_organisation", "without_contract", "working_life"]


@rule("C005", "6-1-b", level=Level.WARNING)
def contract_with_representative(context: RuleContext) -> Iterator[Violation]:
    """People who only act for an organisation are no parties to its contract: the basis is another.

    The basis “contract” is the contract with the person concerned. For the contact person of a customer or a supplier
    legitimate interests usually fit: to serve the organisation for which the person acts.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, business-contacts]
        purposes:
          orders:
            people: [business-contacts]

    Passes::

        people: [customers, newsletter-subscribers, site-visitors, business-contacts]
        purposes:
          orders:
            people: [customers, business-contacts]
    """
    for purpose in context.purposes:
        people = purpose[PURPOSE.people]
        if purpose.facts.basis == "contract" and all_are("represents_organisation", purpose.facts, context.notice):
            yield people.violation(purpose=purpose.id, people=people.value)


@rule("C097", "6-1-b", level=Level.WARNING)
def contract_with_nobody(context: RuleContext) -> Iterator[Violation]:
    """A contract with the person is a basis only for people who make one: a visitor to a website makes none.

    Fails::

        purposes:
          site-operation:
            basis: contract
            people: [site-visitors]
            data: [device-data]
            recipients: [hosting-provider]
            keep: {for: 1 month, after: visit}
            required: not-asked

    Passes::

        purposes:
          site-operation:
            basis: contract
            people: [site-visitors, customers]
            data: [device-data]
            recipients: [hosting-provider]
            keep: {for: 1 month, after: visit}
            required: not-asked
    """
    for purpose in context.purposes:
        if purpose.facts.basis == "contract" and all_are("without_contract", purpose.facts, context.notice):
            people = purpose[PURPOSE.people]
            yield people.violation(purpose=purpose.id, people=people.value)


@rule("C035", "759/2004-4")
def working_life_data_from_elsewhere(context: RuleContext) -> Iterator[Violation]:
    """An employer gets data on applicants and employees from themselves, with their consent, or under a law.

    Section 4 of the Act on the Protection of Privacy in Working Life requires consent for every other source, unless a
    law provides otherwise; and the person is informed of such data before they are used for a decision on that person.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, job-applicants]
        purposes:
          recruitment:
            basis: contract
            people: [job-applicants]
            data: [name, references]
            recipients: none
            keep: {for: 2 years, after: recruitment-decision}
            required: to-enter-contract
            required-data: [name]
        sources:
          referees: {data: [references], informed: within-month, consented: no}

    Passes::

        people: [customers, newsletter-subscribers, site-visitors, job-applicants]
        purposes:
          recruitment:
            basis: contract
            people: [job-applicants]
            data: [name, references]
            recipients: none
            keep: {for: 2 years, after: recruitment-decision}
            required: to-enter-contract
            required-data: [name]
        sources:
          referees: {data: [references], informed: within-month, consented: yes}
    """
    of_some, of_all = _data_of_working_life(context)
    for source in context.sources:
        law, consented = source[SOURCE.law], source[SOURCE.consented]
        given = set(source.facts.data or ())
        if source.facts.kind not in FROM_ELSEWHERE or not law.is_missing:
            continue
        if consented.is_missing and given & of_some:
            yield consented.missing("unanswered", source=source.id, data=tuple(sorted(given & of_some)))
        elif consented.value is False and consented.is_silent and given & of_all:
            yield consented.violation("denied", source=source.id, data=tuple(sorted(given & of_all)))


def _data_of_working_life(context: RuleContext) -> tuple[frozenset[str], frozenset[str]]:
    """The data that concern applicants or employees among others, and those that concern nobody else.

    Those whom applicants and employees name themselves, such as referees, are no others here.
    """
    of_some, of_all = set[str](), set[str]()
    for purpose in context.purposes:
        groups = [context.notice.vocabulary.people[id] for id in purpose.facts.people or () if _is_known(context, id)]
        if any(group.working_life for group in groups):
            of_some.update(purpose.facts.data or ())
            is_whole = len(groups) == len(purpose.facts.people or ())
            if is_whole and all(group.working_life or group.named_by_others for group in groups):
                of_all.update(purpose.facts.data or ())
    return frozenset(of_some), frozenset(of_all)


def _is_known(context: RuleContext, group: str) -> bool:
    return group in context.notice.vocabulary.people


@rule("C071", "8-1", level=Level.WARNING)
def children_service_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Where children are asked for consent, the owner states whether an online service is offered directly to them.

    If it is, a guardian consents for the youngest.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, children]
        purposes:
          newsletter:
            people: [newsletter-subscribers, children]
        children-service:
        children-wording: yes

    Passes::

        people: [customers, newsletter-subscribers, site-visitors, children]
        purposes:
          newsletter:
            people: [newsletter-subscribers, children]
        children-service: no
        children-wording: yes
    """
    if not context.register.lacks(REGISTER.children_service):
        return
    groups = context.notice.vocabulary.people
    for purpose in context.purposes:
        people = purpose[PURPOSE.people]
        has_children = any(group in groups and groups[group].children for group in people.value or ())
        if purpose.facts.basis == "consent" and has_children:
            yield people.violation(purpose=purpose.id)


def all_are(mark: Mark, purpose: Purpose, notice: Notice) -> bool:
    """Whether the purpose has groups of people, and the vocabulary gives each of them the mark."""
    known = notice.vocabulary.people
    groups = purpose.people or ()
    return bool(groups) and all(group in known and getattr(known[group], mark) for group in groups)


RULES = (contract_with_representative, contract_with_nobody, working_life_data_from_elsewhere, children_service_unsaid)
