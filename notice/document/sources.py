"""Where the data come from, where that is not only the person: GDPR Art. 14(2)(f); observation, which is Art. 13."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from notice.document.acts import laws_named
from notice.document.parts import FactText, Row, Section
from notice.document.writer import Writer
from notice.findings import dotted
from notice.model.register import FROM_ELSEWHERE, Source


@dataclass(frozen=True, slots=True)
class SourcesSection(Section):
    """One row for each source of interest; `note` says what comes from the person, or that the rest is open."""

    note: FactText | None
    sources: tuple[Row, ...]


def sources(writer: Writer) -> SourcesSection | None:
    """The section on sources; what the controller makes itself is no source of Articles 13 and 14.

    None where nothing is known to say: no source is stated but the controller's own activity.
    """
    found = writer.derived.sources
    rows = tuple(
        _row(writer, id, source)
        for id, source in found.items()
        if source.kind not in ("person", "own") or source.law or source.named or _is_open(writer, id)
    )
    note = _note(writer)
    return SourcesSection("sources", writer.word("headings", "sources"), note, rows) if note or rows else None


def _is_open(writer: Writer, id: str) -> bool:
    """Whether it is not known what a source gives."""
    return writer.notice.is_unknown("sources", id) or writer.notice.is_unknown("sources", id, "data")


def _note(writer: Writer) -> FactText | None:
    """That the data come from the person: all of them, where every source is known and none is elsewhere."""
    if writer.notice.is_unknown("sources"):
        return writer.unknown("sources")
    found = writer.derived.sources
    facts = " ".join(f"sources.{id}" for id, source in found.items() if source.kind in ("person", "own"))
    if writer.derived.nowhere_else:
        return FactText(writer.word("texts", "no-other-sources"), facts)
    asked = any(source.kind == "person" for source in found.values())
    return FactText(writer.word("texts", "from-you"), facts) if asked else None


def _row(writer: Writer, id: str, source: Source) -> Row:
    """A source with its kind; one that Article 14 is about with its data, and that the public has access to it.

    All that is unknown of it is said once, at the end, and hides what the vocabulary says of the same.
    """
    at = ("sources", id)
    name = writer.heading("sources", id, "name", fact=at)
    stated = _stated(writer, source, *at)
    unknown = [key for key in dict.fromkeys((*stated, "data")) if writer.notice.is_unknown(*at, key)]
    values = [part for key, parts in stated.items() if key not in unknown or key == "data" for part in parts]
    values += laws_named(writer, source.law, *at, "law")
    if unknown or not values:
        values.append(replace(writer.unknown(*at), fact=" ".join(dotted((*at, key)) for key in unknown) or dotted(at)))
    first = replace(values[0], fact=f"{name.fact} {values[0].fact}".strip())
    return Row(name.text, tuple(_joined((first, *values[1:]))))


def _stated(writer: Writer, source: Source, *at: str) -> dict[str, tuple[FactText, ...]]:
    """What the source's row says, by key; nothing under a key that is not stated."""

    def word(kind: str, id: str | None, key: str) -> tuple[FactText, ...]:
        return (writer.fact(kind, id, fact=(*at, key)),) if id else ()

    stated = {
        "named": (FactText(source.named, dotted((*at, "named"))),) if source.named else (),
        "kind": word("source-kinds", source.kind, "kind"),
    }
    if source.kind not in (None, *FROM_ELSEWHERE):
        return stated
    data = writer.each("data", source.data, *at, "data")
    public = word("texts", "public-source" if source.public else None, "public")
    if source.kind == "public" and public and not writer.notice.is_unknown(*at, "kind"):  # the kind says so already
        (kind,) = stated["kind"]
        stated["kind"], public = (replace(kind, fact=f"{kind.fact} {public[0].fact}"),), ()
    return stated | {
        "public": public,
        "many": word("texts", "many-sources" if source.many else None, "many"),
        "data": writer.phrase(tuple(part for part in data if part.fact != dotted((*at, "data")))),
        "exempt": word("exemptions", source.exempt, "exempt"),
    }


def _joined(parts: tuple[FactText, ...]) -> Iterator[FactText]:
    """The parts as one phrase: what is joined to the next already stays, all else is set apart by semicolons."""
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        yield part if part.after or last else replace(part, after="; ")
