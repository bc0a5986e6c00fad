"""How long the data are kept, in one table: GDPR Arts 13(2)(a), 14(2)(a)."""

from dataclasses import dataclass

from notice.document.parts import NOTHING, Cell, Section, Table
from notice.document.purposes import purpose_name
from notice.document.retention_text import retained
from notice.document.timeline import Timeline, timeline
from notice.document.writer import Writer


@dataclass(frozen=True, slots=True)
class RetentionSection(Section):
    """A table: purpose, period, start, law, what happens then; and a timeline by kind of data, where data are named."""

    table: Table
    timeline: Timeline | None


def retention(writer: Writer) -> RetentionSection:
    """The section on retention periods."""
    heads = tuple(writer.word("labels", label) for label in ("purpose", "keep", "starts", "keep-law", "afterwards"))
    rows = tuple(_row(writer, id) for id in writer.derived.purposes)
    table = Table(writer.word("captions", "retention"), heads, rows)
    return RetentionSection("retention", writer.word("headings", "retention"), table, timeline(writer))


def _row(writer: Writer, id: str) -> tuple[Cell, ...]:
    kept = retained(writer, id)
    return ((purpose_name(writer, id),), *(cell or NOTHING for cell in (kept.period, kept.start, kept.law, kept.end)))
