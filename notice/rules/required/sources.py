"""N3: the sources of the data. GDPR Arts 14(1)(d), 14(2)(f)."""

from collections.abc import Iterator

from notice.derive import named_by_others
from notice.findings import Level, Violation
from notice.model.cursor import Cursor
from notice.model.keys import PURPOSE, REGISTER, SOURCE
from notice.model.register import FROM_ELSEWHERE, Source
from notice.rules.natures import holds
from notice.rules.rule import RuleContext, rule


@rule("N301", "14-1-d")
def source_without_categories(context: RuleContext) -> Iterator[Violation]:
    """Data obtained from elsewhere than the person are named, category by category, with their source.

    A person who did not provide them cannot know what they are.

    Fails::

        sources:
          trade-register:
            data:

    Passes::

        sources:
          trade-register:
            data: [organisation]
    """
    for source in _from_elsewhere(context):
        data = source[SOURCE.data]
        if not data.value and data.is_silent:
            yield data.missing(source=source.id)


@rule("N303", "14-2-f")
def source_not_named(context: RuleContext) -> Iterator[Violation]:
    """A source other than the person is named; its type is enough only where many sources were used.

    Recital 61 allows general information only where the origin cannot be given because of the number of sources.

    Fails::

        sources:
          authorities: {data: [name], public: no, informed: within-month}

    Passes::

        sources:
          authorities: {data: [name], public: no, named: Esimerkkivirasto, informed: within-month}
        words:
          sv: {sources: {authorities: {named: Exempelverket}}}
    """
    for source in _from_elsewhere(context):
        named, many = source[SOURCE.named], source[SOURCE.many]
        is_silent = named.is_silent and many.is_silent
        if not named.value and not many.value and is_silent and holds(context, "sources", source.id, "general"):
            yield named.missing(source=source.id)


@rule("N304", "14-2-f")
def source_public_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Every source other than the person states whether it is publicly accessible.

    Fails::

        sources:
          own-source: {kind: third-party, data: [name], informed: within-month}
        words:
          fi: {sources: {own-source: oma lähde}}
          sv: {sources: {own-source: egen källa}}
          en: {sources: {own-source: own source}}

    Passes::

        sources:
          own-source: {kind: third-party, data: [name], public: no, informed: within-month}
        words:
          fi: {sources: {own-source: oma lähde}}
          sv: {sources: {own-source: egen källa}}
          en: {sources: {own-source: own source}}
    """
    for source in _from_elsewhere(context):
        if source.lacks(SOURCE.public):
            yield source[SOURCE.public].missing(source=source.id)


@rule("N308", "14-1-d", "14-2-f")
def sources_unstated(context: RuleContext) -> Iterator[Violation]:
    """The register says where its data come from: from the person, from their device, or from elsewhere.

    Silence is not an answer: whether Article 13 or Article 14 applies depends on it.

    Fails::

        sources:

    Passes::

        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents]}
    """
    sources = context.register[REGISTER.sources]
    if not sources.value and sources.is_silent:
        yield sources.missing()


@rule("N309", "13", "14")
def source_without_kind(context: RuleContext) -> Iterator[Violation]:
    """Every source has a kind: the person, observed, our own, a third party, public, or a register.

    The kind decides whether Article 13 or Article 14 applies. The vocabulary's sources have theirs.

    Fails::

        sources:
          own-source: {data: [name]}
        words:
          fi: {sources: {own-source: oma lähde}}
          sv: {sources: {own-source: egen källa}}
          en: {sources: {own-source: own source}}

    Passes::

        sources:
          own-source: {kind: person, data: [name]}
        words:
          fi: {sources: {own-source: oma lähde}}
          sv: {sources: {own-source: egen källa}}
          en: {sources: {own-source: own source}}
    """
    for source in context.sources:
        if source.lacks(SOURCE.kind):
            yield source[SOURCE.kind].missing(source=source.id)


@rule("N310", "14-1-d", "14-2-f", level=Level.WARNING)
def data_from_nowhere(context: RuleContext) -> Iterator[Violation]:
    """Every category of data that a purpose uses has a source: the person, their device, elsewhere, or ourselves.

    What the controller makes itself, an invoice or a note, comes from `own-activity`.

    Fails::

        sources:
          customer: {data: [name]}

    Passes::

        sources:
          own-activity: {data: [invoices, marketing-consents, marketing-refusals]}
    """
    if lacking := context.derived.data_without_source:
        yield context.register[REGISTER.sources].violation(data=lacking)


@rule("N313", "14-1-d", "14-2-f", level=Level.WARNING)
def named_by_somebody_else(context: RuleContext) -> Iterator[Violation]:
    """People whose data others give, such as next of kin and referees, learn from the notice who gives them.

    What an employee says of a relative comes, for the relative, from another person. Data that such people do give
    themselves have the source `data-subject`.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, gift-recipients]
        purposes:
          orders: {people: [customers, gift-recipients]}

    Passes::

        people: [customers, newsletter-subscribers, site-visitors, gift-recipients]
        purposes:
          orders: {people: [customers, gift-recipients]}
        sources:
          other-customers: {data: [name, delivery-address], informed: first-contact}
    """
    for purpose in context.purposes:
        groups = named_by_others(context.notice, context.derived.sources, purpose.facts)
        if groups and not context.register[REGISTER.sources].is_unknown:
            yield purpose[PURPOSE.people].violation(purpose=purpose.id, people=groups)


def _from_elsewhere(context: RuleContext) -> Iterator[Cursor[Source]]:
    """The sources to which Article 14 applies."""
    yield from (source for source in context.sources if source.facts.kind in FROM_ELSEWHERE)


RULES = (
    source_without_categories,
    source_not_named,
    source_public_unsaid,
    sources_unstated,
    source_without_kind,
    data_from_nowhere,
    named_by_somebody_else,
)
