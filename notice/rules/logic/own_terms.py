"""C101, C102, C108: what the owner's own terms are, where a duty depends on it and only their words show it."""

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


@rule("C101", "9-1")
def special_data_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Data whose words name health, religion or the like say whether they are a special category.

    The vocabulary says it of its own categories, and the rules then ask for the condition of Article 9(2). Of another
    category, or of one in other words, the owner says it, once for all registers.

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
          fi: {data: {own-data: Terveystiedot ja diagnoosit}}
          sv: {data: {own-data: Hälsouppgifter och diagnoser}}
          en: {data: {own-data: Health data and diagnoses}}
    """
    for id in context.derived.data_used:
        yield from nature_unsaid(context, "data", id, "special")


@rule("C102", "10")
def criminal_data_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Data whose words name offences or convictions say whether they are data on them.

    Only an authority, or those whom a law allows, may process such data: the rules then ask for the law.

    Fails::

        vocabulary: {data: {own-data: {}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, own-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, own-data]}}
        words:
          fi: {data: {own-data: Rikostuomiot}}
          sv: {data: {own-data: Brottmålsdomar}}
          en: {data: {own-data: Criminal convictions}}

    Passes::

        vocabulary: {data: {own-data: {criminal: no}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, own-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, own-data]}}
        words:
          fi: {data: {own-data: Rikostuomiot}}
          sv: {data: {own-data: Brottmålsdomar}}
          en: {data: {own-data: Criminal convictions}}
    """
    for id in context.derived.data_used:
        yield from nature_unsaid(context, "data", id, "criminal")


@rule("C103", "87", "1050/2018-29")
def identity_code_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Data whose words name the personal identity code say whether they contain it.

    Section 29 of the Data Protection Act lists the grounds on which it may be processed.

    Fails::

        vocabulary: {data: {own-data: {}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, own-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, own-data]}}
        words:
          fi: {data: {own-data: Asiakkaan hetu}}
          sv: {data: {own-data: Kundens personbeteckning}}
          en: {data: {own-data: SSN of the customer}}

    Passes::

        vocabulary: {data: {own-data: {identity-code: no}}}
        purposes: {bookkeeping: {data: [name, organisation, invoices, own-data]}}
        sources: {customer: {data: [name, delivery-address, email, phone, order-contents, own-data]}}
        words:
          fi: {data: {own-data: Asiakkaan hetu}}
          sv: {data: {own-data: Kundens personbeteckning}}
          en: {data: {own-data: SSN of the customer}}
    """
    for id in context.derived.data_used:
        yield from nature_unsaid(context, "data", id, "identity-code")


@rule("C104", "8-1", "12-1", level=Level.WARNING)
def children_unsaid(context: RuleContext) -> Iterator[Violation]:
    """A group whose words name children says whether it is one of children.

    A notice for children is worded for them, and a guardian may have to consent.

    Fails::

        vocabulary: {people: {own-group: {}}}
        people: [customers, newsletter-subscribers, site-visitors, own-group]
        purposes: {orders: {people: [customers, own-group]}}
        words:
          fi: {people: {own-group: Koululaiset}}
          sv: {people: {own-group: Skolelever}}
          en: {people: {own-group: Schoolchildren}}

    Passes::

        vocabulary: {people: {own-group: {children: no}}}
        people: [customers, newsletter-subscribers, site-visitors, own-group]
        purposes: {orders: {people: [customers, own-group]}}
        words:
          fi: {people: {own-group: Koululaiset}}
          sv: {people: {own-group: Skolelever}}
          en: {people: {own-group: Schoolchildren}}
    """
    for id in _groups(context):
        yield from nature_unsaid(context, "people", id, "children")


@rule("C105", "759/2004-4", level=Level.WARNING)
def staff_unsaid(context: RuleContext) -> Iterator[Violation]:
    """A group whose words name applicants or employees says whether they are the controller's own.

    An employer gets data on them from themselves, with their consent, or under a law.

    Fails::

        vocabulary: {people: {own-group: {}}}
        people: [customers, newsletter-subscribers, site-visitors, own-group]
        purposes: {orders: {people: [customers, own-group]}}
        words:
          fi: {people: {own-group: Kesätyöntekijät}}
          sv: {people: {own-group: Sommararbetare}}
          en: {people: {own-group: Summer employees}}

    Passes::

        vocabulary: {people: {own-group: {working-life: no}}}
        people: [customers, newsletter-subscribers, site-visitors, own-group]
        purposes: {orders: {people: [customers, own-group]}}
        words:
          fi: {people: {own-group: Kesätyöntekijät}}
          sv: {people: {own-group: Sommararbetare}}
          en: {people: {own-group: Summer employees}}
    """
    for id in _groups(context):
        yield from nature_unsaid(context, "people", id, "working-life")


@rule("C106", "6-1-b", "917/2014-202", level=Level.WARNING)
def representatives_unsaid(context: RuleContext) -> Iterator[Violation]:
    """A group whose words name contact persons says whether they only act for an organisation.

    They are no party to its contract, and marketing to an organisation has other rules.

    Fails::

        vocabulary: {people: {own-group: {}}}
        people: [customers, newsletter-subscribers, site-visitors, own-group]
        purposes: {orders: {people: [customers, own-group]}}
        words:
          fi: {people: {own-group: Yritysasiakkaiden yhteyshenkilöt}}
          sv: {people: {own-group: Kontaktpersoner hos företagskunder}}
          en: {people: {own-group: Contact persons of business customers}}

    Passes::

        vocabulary: {people: {own-group: {represents-organisation: no}}}
        people: [customers, newsletter-subscribers, site-visitors, own-group]
        purposes: {orders: {people: [customers, own-group]}}
        words:
          fi: {people: {own-group: Yritysasiakkaiden yhteyshenkilöt}}
          sv: {people: {own-group: Kontaktpersoner hos företagskunder}}
          en: {people: {own-group: Contact persons of business customers}}
    """
    for id in _groups(context):
        yield from nature_unsaid(context, "people", id, "represents-organisation")


def _groups(context: RuleContext) -> tuple[str, ...]:
    """The groups of people that the register or one of its purposes names."""
    of_purposes = (group for purpose in context.purposes for group in purpose.facts.people or ())
    return tuple(dict.fromkeys((*(context.notice.register.people or ()), *of_purposes)))


@rule("C108", "21-6", "89-1")
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
        yield Violation(path, "", texts({"term": id, "word": found.word}), declared or found.span)


RULES = (
    special_data_unsaid,
    criminal_data_unsaid,
    identity_code_unsaid,
    children_unsaid,
    staff_unsaid,
    representatives_unsaid,
    research_unsaid,
)
