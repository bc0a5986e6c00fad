"""N3: from where the data are. GDPR Arts 14(1)(d), 14(2)(f)."""

from collections.abc import Iterator

from notice.findings import Level
from notice.model.register import FROM_ELSEWHERE, Source
from notice.rules.rule import Fault, RuleContext, rule


@rule("N301", "14-1-d")
def source_without_categories(context: RuleContext) -> Iterator[Fault]:
    """Data had from elsewhere than the person are named, category by category, with their source.

    She did not give them herself, so she cannot know what they are.

    Fails::

        sources:
          trade-register:
            data:

    Passes::

        sources:
          trade-register:
            data: [organisation]
    """
    for id, source in _from_elsewhere(context):
        if not source.data and context.notice.is_silent("sources", id, "data"):
            yield Fault(
                ("sources", id, "data"),
                f"It is not said which data come from “{id}”",
                "add `data:`",
                "list the categories: `data: [organisation, email]`",
            )


@rule("N303", "14-2-f")
def source_not_named(context: RuleContext) -> Iterator[Fault]:
    """A source other than the person is named; only where many sources were used may its type do.

    Recital 61 allows general information only where the origin cannot be told because of the number of sources.

    Fails::

        sources:
          authorities: {data: [name], public: no, informed: within-month}

    Passes::

        sources:
          authorities: {data: [name], public: no, named: Esimerkkivirasto, informed: within-month}
    """
    for id, source in _from_elsewhere(context):
        known = context.notice.vocabulary.sources.get(id)
        general = bool(known and known.general)
        open = any(not context.notice.is_silent("sources", id, key) for key in ("named", "many"))
        if general and not source.named and not source.many and not open:
            yield Fault(
                ("sources", id, "named"),
                f"“{id}” is a type of source, and the source is not named",
                "add `named:`",
                "write the source's name; or `many: yes` where several were used and the origin cannot be told",
            )


@rule("N304", "14-2-f")
def source_public_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Of every source other than the person it is said whether everybody can see it.

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
    for id, source in _from_elsewhere(context):
        if source.public is None and context.notice.is_silent("sources", id, "public"):
            yield Fault(
                ("sources", id, "public"),
                f"It is not said whether “{id}” is a public source",
                "add `public:`",
                "write `public: yes` or `public: no`",
            )


@rule("N308", "14-1-d", "14-2-f")
def sources_unstated(context: RuleContext) -> Iterator[Fault]:
    """The register says where its data come from: from the person, from her device, or from elsewhere.

    Silence is not an answer: whether Article 13 or Article 14 holds depends on it.

    Fails::

        sources:

    Passes::

        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents]}
    """
    if not context.notice.register.sources and context.notice.is_silent("sources"):
        yield Fault(
            ("sources",),
            "It is not said where the data come from",
            "add `sources:`",
            "write at least the person: `sources: {data-subject: {data: [name]}}`",
        )


@rule("N309", "13", "14")
def source_without_kind(context: RuleContext) -> Iterator[Fault]:
    """Every source is of a kind: the person, observed, a third party, public, or a register.

    The kind decides whether Article 13 or Article 14 holds. The vocabulary's sources have theirs.

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
    for id, source in context.derived.sources.items():
        if source.kind is None and context.notice.is_silent("sources", id, "kind"):
            yield Fault(
                ("sources", id, "kind"),
                f"It is not said what kind of source “{id}” is",
                "add `kind:`",
                "write one of: person, observed, own, third-party, public, register",
            )


@rule("N310", "14-1-d", "14-2-f", level=Level.WARNING)
def data_from_nowhere(context: RuleContext) -> Iterator[Fault]:
    """Every category of data that a purpose uses comes from a source: the person, her device, elsewhere, or ourselves.

    What the controller makes itself, an invoice or a note, comes from `own-activity`.

    Fails::

        sources:
          customer: {data: [name]}

    Passes::

        sources:
          own-activity: {data: [invoices]}
    """
    lacking = context.derived.data_without_source
    if lacking:
        yield Fault(
            ("sources",),
            f"It is not said where these data come from: {', '.join(lacking)}",
            "add them to a source",
            "write them under the source that gives them; what you make yourself under `own-activity: {data: […]}`",
        )


def _from_elsewhere(context: RuleContext) -> Iterator[tuple[str, Source]]:
    """The sources that Article 14 is about."""
    for id, source in context.derived.sources.items():
        if source.kind in FROM_ELSEWHERE:
            yield id, source


RULES = (
    source_without_categories,
    source_not_named,
    source_public_unsaid,
    sources_unstated,
    source_without_kind,
    data_from_nowhere,
)
