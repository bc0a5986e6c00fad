"""Where the data come from: GDPR Art. 14(2)(f), and observation, which is Art. 13."""

from dataclasses import dataclass

from notice.document.parts import Entry, Row, Said, Section
from notice.document.retained import laws_named
from notice.document.say import Say
from notice.model.register import FROM_ELSEWHERE, Source


@dataclass(frozen=True, slots=True)
class SourcesSection(Section):
    """One entry for each source; `none` says that nothing is had from elsewhere."""

    none: Said | None
    sources: tuple[Entry, ...]


def sources(say: Say) -> SourcesSection:
    """The section on sources."""
    all_sources = say.derived.sources
    own = all_sources and all(_is_own(source) for source in all_sources.values())
    closed = own and not say.notice.is_unknown("sources") and not say.derived.data_without_source
    return SourcesSection(
        id="sources",
        title=say.word("headings", "sources"),
        none=_none(say, bool(closed)),
        sources=tuple(_entry(say, id, source) for id, source in all_sources.items()),
    )


def _none(say: Say, closed: bool) -> Said | None:
    if closed:
        return Said(say.word("texts", "no-other-sources"))
    return say.unknown("sources") if say.notice.is_unknown("sources") else None


def _is_own(source: Source) -> bool:
    """True for a source of a known kind that Article 14 is not about."""
    return source.kind is not None and source.kind not in FROM_ELSEWHERE


def _entry(say: Say, id: str, source: Source) -> Entry:
    at = ("sources", id)
    name = say.heading("sources", id, "name", fact=at)
    rows = (
        *_named(say, source, *at, "named"),
        *_kind(say, source, *at, "kind"),
        *_public(say, source, *at, "public"),
        *say.told("many-sources", say.said("texts", "many-sources") if source.many else None, *at, "many"),
        *say.row("data", *say.each("data", source.data, *at, "data")),
        *_told_when(say, source, *at),
        *say.lines("source-law", *laws_named(say, source.law, *at, "law")),
    )
    return Entry(f"source-{id}", name, None, rows)


def _kind(say: Say, source: Source, *fact: str) -> tuple[Row, ...]:
    return say.told("source-kind", say.said("source-kinds", source.kind) if source.kind else None, *fact)


def _named(say: Say, source: Source, *fact: str) -> tuple[Row, ...]:
    return say.told("named-source", Said(source.named) if source.named else None, *fact)


def _told_when(say: Say, source: Source, *at: str) -> tuple[Row, ...]:
    """When the person is told of data from elsewhere, or why she is not: GDPR Art. 14(3), (5)."""
    informed = say.said("informed-when", source.informed) if source.informed else None
    exempt = say.said("exemptions", source.exempt) if source.exempt else None
    return (*say.told("informed", informed, *at, "informed"), *say.told("exempt", exempt, *at, "exempt"))


def _public(say: Say, source: Source, *fact: str) -> tuple[Row, ...]:
    if _is_own(source):
        return ()
    answer = None if source.public is None else say.said("texts", "yes" if source.public else "no")
    return say.told("public", answer, *fact)
