"""C101, C102, C104: what the owner's own terms are, where a duty depends on it and only their words show it."""

from collections.abc import Iterator
from typing import Literal

from notice.derive import is_research
from notice.findings import Level, Violation, texts
from notice.law.bases import Basis
from notice.model.keys import PURPOSE
from notice.rules.natures import Nature, is_marked, shown
from notice.rules.rule import RuleContext, rule

OF_DATA: tuple[Literal["special", "criminal", "identity-code"], ...] = ("special", "criminal", "identity-code")
"""The natures of data for which the law requires a ground of its own, as the keys of `data:` name them."""

OF_PEOPLE: tuple[Literal["children", "working-life", "represents-organisation"], ...] = (
    "children",
    "working-life",
    "represents-organisation",
)
"""The natures of groups of people with provisions of their own."""


@rule("C101", "9-1", "10", "87")
def nature_of_data_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Data whose words name health, an offence, an identity code or the like say whether they are such data.

    The vocabulary says it of its own categories, and the rules then ask for the condition or the law that allows their
    use. Of a category of the owner's own, or one in other words, the owner says it, once for all registers.

    Fails::

        vocabulary: {data: {own-data: {}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, own-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, own-data]}}
        words:
          fi: {data: {own-data: Terveystiedot ja diagnoosit}}
          sv: {data: {own-data: Hälsouppgifter och diagnoser}}
          en: {data: {own-data: Health data and diagnoses}}

    Passes::

        vocabulary: {data: {own-data: {special: no}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, own-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, own-data]}}
        words:
          fi: {data: {own-data: Hevosen terveystiedot ja diagnoosit}}
          sv: {data: {own-data: Hästens hälsouppgifter och diagnoser}}
          en: {data: {own-data: Health data and diagnoses of the horse}}
    """
    for id in context.derived.data_used:
        for nature in OF_DATA:
            yield from nature_unsaid(context, "data", id, nature)


@rule("C102", "8-1", "12-1", "759/2004-4", level=Level.WARNING)
def nature_of_people_unsaid(context: RuleContext) -> Iterator[Violation]:
    """A group whose words name children, employees or contact persons says whether it is such a group.

    A notice for children is worded for them, and a guardian may have to consent; data on applicants and employees come
    from themselves; a contact person is no party to the contract of the organisation, and has other rules of marketing.

    Fails::

        vocabulary: {people: {own-group: {}}}
        people: [customers, newsletter-subscribers, site-visitors, own-group]
        purposes: {orders: {people: [customers, own-group]}}
        words:
          fi: {people: {own-group: Kesätyöntekijät}}
          sv: {people: {own-group: Sommararbetare}}
          en: {people: {own-group: Summer employees}}

    Passes::

        vocabulary: {people: {own-group: {working-life: yes}}}
        people: [customers, newsletter-subscribers, site-visitors, own-group]
        purposes: {orders: {people: [customers, own-group]}}
        words:
          fi: {people: {own-group: Kesätyöntekijät}}
          sv: {people: {own-group: Sommararbetare}}
          en: {people: {own-group: Summer employees}}
    """
    register = context.notice.register
    of_purposes = (group for purpose in context.purposes for group in purpose.facts.people or ())
    for id in dict.fromkeys((*(register.people or ()), *of_purposes)):
        for nature in OF_PEOPLE:
            yield from nature_unsaid(context, "people", id, nature)


@rule("C104", "21-6", "89-1")
def research_unsaid(context: RuleContext) -> Iterator[Violation]:
    """A purpose whose words speak of research says whether it is research.

    People may object to research on any legal basis, unless it is necessary for a task in the public interest. Under
    consent or a contract the notice would otherwise deny that right.

    Fails::

        purposes:
          newsletter: {basis: consent}
        words:
          fi: {purposes: {newsletter: {name: Tieteellinen tutkimus}}}

    Passes::

        purposes:
          newsletter: {basis: consent, research: no}
        words:
          fi: {purposes: {newsletter: {name: Tieteellinen tutkimus}}}
    """
    for purpose in context.purposes:
        research = purpose[PURPOSE.research]
        if (
            purpose.facts.basis not in WITHOUT_OBJECTION
            or not research.is_missing
            or is_research(context.notice, purpose.id)
        ):
            continue
        if found := shown(context, "purposes", purpose.id, "research"):
            yield research.missing(purpose=purpose.id, word=found.word)


WITHOUT_OBJECTION: frozenset[Basis] = frozenset({"consent", "contract", "vital-interests"})
"""The bases under which a person may object only to research: Article 21(1) and (6)."""


def nature_unsaid(context: RuleContext, kind: str, id: str, nature: Nature) -> Iterator[Violation]:
    """A violation for a term whose words show a nature that nobody has stated or denied."""
    found = None if is_marked(context, kind, id, nature.replace("-", "_")) else shown(context, kind, id, nature)
    if found:
        declared = context.notice.terms.get((kind, id))
        path = (kind, id, nature) if declared else ()
        yield Violation(path, nature, texts({"term": id, "word": found.word}), declared or found.span)


RULES = (nature_of_data_unsaid, nature_of_people_unsaid, research_unsaid)
