"""How long the data are kept, in one table: GDPR Arts 13(2)(a), 14(2)(a)."""

from dataclasses import dataclass

from notice.document.parts import NOTHING, Cell, Section, Table
from notice.document.purposes import purpose_name
from notice.document.retained import retained
from notice.document.say import Say
from notice.document.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class RetentionSection(Section):
    """A table: purpose, period, start, law, what happens then; and a timeline by kind of data, where data are named."""

    table: Table
    timeline: Timeline | None


def retention(say: Say) -> RetentionSection:
    """The section on retention periods."""
    heads = tuple(say.word("labels", label) for label in ("purpose", "keep", "starts", "keep-law", "afterwards"))
    rows = tuple(_row(say, id) for id in say.derived.purposes)
    table = Table(say.word("captions", "retention"), heads, rows)
    return RetentionSection("retention", say.word("headings", "retention"), table, timeline(say))


def _row(say: Say, id: str) -> tuple[Cell, ...]:
    kept = retained(say, id)
    return ((purpose_name(say, id),), *(cell or NOTHING for cell in (kept.period, kept.start, kept.law, kept.end)))
