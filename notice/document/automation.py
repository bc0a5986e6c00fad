"""Decisions made by automated means alone, and profiling: GDPR Arts 13(2)(f), 14(2)(g), 22; Recital 60."""

from dataclasses import dataclass

from notice.document.parts import Entry, Row, Said, Section
from notice.document.purposes import purpose_name
from notice.document.retained import law_named
from notice.document.say import Say
from notice.findings import dotted
from notice.model.fields import Nothing
from notice.model.register import Decision, Profiling


@dataclass(frozen=True, slots=True)
class AutomationSection(Section):
    """`none` says that no decision is made so; `profiling_none` that nobody is profiled."""

    none: Said | None
    decisions: tuple[Entry, ...]
    profiling_title: str
    profiling_none: Said | None
    profiling: tuple[Row, ...]


def automation(say: Say) -> AutomationSection:
    """The section on automated decisions and profiling."""
    decisions = say.notice.register.automated_decisions
    none = "unknown" if say.notice.is_unknown("automated-decisions") else "no-automated-decisions"
    profiling = say.notice.register.profiling
    return AutomationSection(
        id="automation",
        title=say.word("headings", "automation"),
        none=None if decisions else say.said("texts", none, fact=("automated-decisions",)),
        decisions=tuple(_decision(say, id, decision) for id, decision in (decisions or {}).items()),
        profiling_title=say.word("headings", "profiling"),
        profiling_none=_no_profiling(say),
        profiling=_profiling(say, profiling) if isinstance(profiling, Profiling) else (),
    )


def _decision(say: Say, id: str, decision: Decision) -> Entry:
    at = ("automated-decisions", id)
    told = tuple(
        row
        for part in ("logic", "significance", "consequences")
        # Rule N711 asks for it, with the article: it is no missing word like any other.
        for row in say.row(part, say.given(say.maybe("automated-decisions", id, part), *at, part))
    )
    purpose = purpose_name(say, decision.purpose, dotted((*at, "purpose"))) if decision.purpose else None
    exception = say.said("exceptions", decision.exception, fact=(*at, "exception")) if decision.exception else None
    laws = tuple(law_named(say, law, *at, "law", str(index)) for index, law in enumerate(decision.law or ()))
    rows = (
        *say.told("purpose", purpose, *at, "purpose"),
        *told,
        *say.told("exception", exception, *at, "exception"),
        *(say.lines("law", *laws) or say.told("law", None, *at, "law")),
        *say.row("decision-safeguards", *say.each("decision-safeguards", decision.safeguards, *at, "safeguards")),
    )
    return Entry(f"decision-{id}", say.said("automated-decisions", id, "name", fact=at), None, rows)


def _no_profiling(say: Say) -> Said | None:
    profiling = say.notice.register.profiling
    if profiling is Nothing.NONE:
        return say.said("texts", "no-profiling", fact=("profiling",))
    return say.unknown("profiling") if profiling is None else None


def _profiling(say: Say, profiling: Profiling) -> tuple[Row, ...]:
    names = tuple(
        purpose_name(say, id, dotted(("profiling", "purposes", str(index))))
        for index, id in enumerate(profiling.purposes or ())
    )
    return (
        *(say.row("purposes", *names) or say.told("purposes", None, "profiling", "purposes")),
        *say.row("data", *say.each("data", profiling.data, "profiling", "data")),
        *say.lines("effects", *say.each("profiling-effects", profiling.effects, "profiling", "effects")),
    )
