"""Where the data come from, where that is not only the person: GDPR Art. 14(2)(f); observation, which is Art. 13."""

from dataclasses import dataclass

from notice.document.parts import Entry, FactText, Row, Section
from notice.document.retention_text import laws_named
from notice.document.writer import Writer
from notice.model.register import FROM_ELSEWHERE, Source


@dataclass(frozen=True, slots=True)
class SourcesSection(Section):
    """One entry for each source but the person; `note` says what comes from the person, or that the rest is open."""

    note: FactText | None
    sources: tuple[Entry, ...]


def sources(writer: Writer) -> SourcesSection:
    """The section on sources."""
    found = writer.derived.sources
    asked = tuple(id for id, source in found.items() if source.kind == "person")
    others = tuple(_entry(writer, id, source) for id, source in found.items() if id not in asked)
    return SourcesSection("sources", writer.word("headings", "sources"), _note(writer, asked), others)


def _note(writer: Writer, asked: tuple[str, ...]) -> FactText | None:
    """That the data come from the person: all of them, where every source is known and none is elsewhere."""
    if writer.notice.is_unknown("sources"):
        return writer.unknown("sources")
    facts = " ".join(f"sources.{id}" for id in asked)
    own = all(source.kind not in (None, *FROM_ELSEWHERE) for source in writer.derived.sources.values())
    if writer.derived.sources and own and not writer.derived.data_without_source:
        return FactText(writer.word("texts", "no-other-sources"), facts)
    return FactText(writer.word("texts", "from-you"), facts) if asked else None


def is_own(source: Source) -> bool:
    """True for a source of a known kind that Article 14 is not about."""
    return source.kind is not None and source.kind not in FROM_ELSEWHERE


def _entry(writer: Writer, id: str, source: Source) -> Entry:
    """A source with its kind; one that Article 14 is about with its data, and whether the public has access to it."""
    at = ("sources", id)
    rows = (
        *writer.fact_row("named-source", FactText(source.named) if source.named else None, *at, "named"),
        *writer.fact_row("source-kind", writer.fact("source-kinds", source.kind) if source.kind else None, *at, "kind"),
    )
    if not is_own(source):
        many = writer.fact("texts", "many-sources") if source.many else None
        exempt = writer.fact("exemptions", source.exempt) if source.exempt else None
        rows += (
            *_public(writer, source, *at, "public"),
            *writer.fact_row("many-sources", many, *at, "many"),
            *writer.row("data", *writer.each("data", source.data, *at, "data")),
            *writer.fact_row("exempt", exempt, *at, "exempt"),
        )
    rows += writer.lines("source-law", *laws_named(writer, source.law, *at, "law"))
    return Entry(f"source-{id}", writer.heading("sources", id, "name", fact=at), None, rows)


def _public(writer: Writer, source: Source, *fact: str) -> tuple[Row, ...]:
    answer = None if source.public is None else writer.fact("texts", "yes" if source.public else "no")
    return writer.fact_row("public", answer, *fact)
