"""Where the data come from: GDPR Art. 14(2)(f), and observation, which is Art. 13."""

from dataclasses import dataclass

from notice.document.parts import Entry, FactText, Row, Section
from notice.document.writer import Writer, laws_named
from notice.model.register import FROM_ELSEWHERE, Source


@dataclass(frozen=True, slots=True)
class SourcesSection(Section):
    """One entry for each source; `none` says that nothing is had from elsewhere."""

    none: FactText | None
    sources: tuple[Entry, ...]


def sources(writer: Writer) -> SourcesSection:
    """The section on sources."""
    all_sources = writer.derived.sources
    own = all_sources and all(_is_own(source) for source in all_sources.values())
    closed = own and not writer.notice.is_unknown("sources") and not writer.derived.data_without_source
    return SourcesSection(
        id="sources",
        title=writer.word("headings", "sources"),
        none=_none(writer, bool(closed)),
        sources=tuple(_entry(writer, id, source) for id, source in all_sources.items()),
    )


def _none(writer: Writer, closed: bool) -> FactText | None:
    if closed:
        return FactText(writer.word("texts", "no-other-sources"))
    return writer.unknown("sources") if writer.notice.is_unknown("sources") else None


def _is_own(source: Source) -> bool:
    """True for a source of a known kind that Article 14 is not about."""
    return source.kind is not None and source.kind not in FROM_ELSEWHERE


def _entry(writer: Writer, id: str, source: Source) -> Entry:
    at = ("sources", id)
    name = writer.heading("sources", id, "name", fact=at)
    rows = (
        *_named(writer, source, *at, "named"),
        *_kind(writer, source, *at, "kind"),
        *_public(writer, source, *at, "public"),
        *writer.fact_row("many-sources", writer.fact("texts", "many-sources") if source.many else None, *at, "many"),
        *writer.row("data", *writer.each("data", source.data, *at, "data")),
        *_told_when(writer, source, *at),
        *writer.lines("source-law", *laws_named(writer, source.law, *at, "law")),
    )
    return Entry(f"source-{id}", name, None, rows)


def _kind(writer: Writer, source: Source, *fact: str) -> tuple[Row, ...]:
    return writer.fact_row("source-kind", writer.fact("source-kinds", source.kind) if source.kind else None, *fact)


def _named(writer: Writer, source: Source, *fact: str) -> tuple[Row, ...]:
    return writer.fact_row("named-source", FactText(source.named) if source.named else None, *fact)


def _told_when(writer: Writer, source: Source, *at: str) -> tuple[Row, ...]:
    """When the person is told of data from elsewhere, or why she is not: GDPR Art. 14(3), (5)."""
    informed = writer.fact("informed-when", source.informed) if source.informed else None
    exempt = writer.fact("exemptions", source.exempt) if source.exempt else None
    return (*writer.fact_row("informed", informed, *at, "informed"), *writer.fact_row("exempt", exempt, *at, "exempt"))


def _public(writer: Writer, source: Source, *fact: str) -> tuple[Row, ...]:
    if _is_own(source):
        return ()
    answer = None if source.public is None else writer.fact("texts", "yes" if source.public else "no")
    return writer.fact_row("public", answer, *fact)
