"""Decisions made by automated means alone, and profiling: GDPR Arts 13(2)(f), 14(2)(g), 22; Recital 60."""

from dataclasses import dataclass

from notice.document.acts import law_named
from notice.document.parts import Entry, FactText, Row, Section
from notice.document.writer import Writer, purpose_name
from notice.findings import dotted
from notice.model.fields import Nothing
from notice.model.register import Decision, Profiling


@dataclass(frozen=True, slots=True)
class AutomationSection(Section):
    """`none` says that no decision is made so; `profiling_none` that nobody is profiled."""

    none: FactText | None
    decisions: tuple[Entry, ...]
    profiling_title: str
    profiling_none: FactText | None
    profiling: tuple[Row, ...]


def automation(writer: Writer) -> AutomationSection:
    """The section on automated decisions and profiling."""
    decisions = writer.notice.register.automated_decisions
    none = "unknown" if writer.notice.is_unknown("automated-decisions") else "no-automated-decisions"
    profiling = writer.notice.register.profiling
    return AutomationSection(
        id="automation",
        title=writer.word("headings", "automation"),
        none=None if decisions else writer.fact("texts", none, fact=("automated-decisions",)),
        decisions=tuple(_decision(writer, id, decision) for id, decision in (decisions or {}).items()),
        profiling_title=writer.word("headings", "profiling"),
        profiling_none=_no_profiling(writer),
        profiling=_profiling(writer, profiling) if isinstance(profiling, Profiling) else (),
    )


def _decision(writer: Writer, id: str, decision: Decision) -> Entry:
    at = ("automated-decisions", id)
    told = tuple(
        row
        for part in ("logic", "significance", "consequences")
        # Rule N711 asks for it, with the article: it is no missing word like any other.
        for row in writer.row(part, writer.owner_text(writer.maybe("automated-decisions", id, part), *at, part))
    )
    purpose = purpose_name(writer, decision.purpose, dotted((*at, "purpose"))) if decision.purpose else None
    exception = writer.fact("exceptions", decision.exception, fact=(*at, "exception")) if decision.exception else None
    laws = tuple(law_named(writer, law, *at, "law", str(index)) for index, law in enumerate(decision.law or ()))
    rows = (
        *writer.fact_row("purpose", purpose, *at, "purpose"),
        *told,
        *writer.fact_row("exception", exception, *at, "exception"),
        *(writer.lines("law", *laws) or writer.fact_row("law", None, *at, "law")),
        *writer.row("decision-safeguards", *writer.each("decision-safeguards", decision.safeguards, *at, "safeguards")),
    )
    return Entry(f"decision-{id}", writer.fact("automated-decisions", id, "name", fact=at), None, rows)


def _no_profiling(writer: Writer) -> FactText | None:
    profiling = writer.notice.register.profiling
    if profiling is Nothing.NONE:
        return writer.fact("texts", "no-profiling", fact=("profiling",))
    return writer.unknown("profiling") if profiling is None else None


def _profiling(writer: Writer, profiling: Profiling) -> tuple[Row, ...]:
    names = tuple(
        purpose_name(writer, id, dotted(("profiling", "purposes", str(index))))
        for index, id in enumerate(profiling.purposes or ())
    )
    return (
        *(writer.row("purposes", *names) or writer.fact_row("purposes", None, "profiling", "purposes")),
        *writer.row("data", *writer.each("data", profiling.data, "profiling", "data")),
        *writer.lines("effects", *writer.each("profiling-effects", profiling.effects, "profiling", "effects")),
    )
