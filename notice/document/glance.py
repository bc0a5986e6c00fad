"""Every purpose in one line of a table: its basis, its data, how long they are kept, who receives them."""

from dataclasses import dataclass

from notice.document.parts import NOTHING, Cell, FactText, Section, Table
from notice.document.retention import retention_text
from notice.document.writer import Writer, purpose_name, recipient_name
from notice.model.purpose import Purpose


@dataclass(frozen=True, slots=True)
class GlanceSection(Section):
    """A table with one row for each purpose."""

    table: Table


def glance(writer: Writer) -> GlanceSection:
    """The purposes at a glance; each states its facts in full in a section of its own."""
    heads = tuple(writer.word("labels", label) for label in ("purpose", "basis", "data", "keep", "recipients"))
    rows = tuple(_row(writer, id, purpose) for id, purpose in writer.derived.purposes.items())
    return GlanceSection(
        "glance", writer.word("headings", "glance"), Table(writer.word("captions", "glance"), heads, rows)
    )


def _row(writer: Writer, id: str, purpose: Purpose) -> tuple[Cell, ...]:
    at = ("purposes", id)
    kept = retention_text(writer, id)
    return (
        (purpose_name(writer, id),),
        (_basis(writer, purpose, *at, "basis"),),
        writer.phrase(writer.each("data", purpose.data, *at, "data")) or _no_data(writer, *at, "data"),
        (*kept.period, *_start(writer, kept.start)),
        _recipients(writer, purpose, *at, "recipients"),
    )


def _no_data(writer: Writer, *fact: str) -> Cell:
    """A dash where the data are not named at all: rule N302 asks for them, and the law does not demand it."""
    return (writer.unknown(*fact),) if writer.notice.is_unknown(*fact) else NOTHING


def _basis(writer: Writer, purpose: Purpose, *fact: str) -> FactText:
    """The basis without its provision, which stands where the purpose is told in full."""
    return writer.fact("bases", purpose.basis, "name", fact=fact) if purpose.basis else writer.unknown(*fact)


def _start(writer: Writer, start: tuple[FactText, ...]) -> tuple[FactText, ...]:
    return tuple(FactText(f"{writer.word('labels', 'from')}: {one.text}", one.fact) for one in start)


def _recipients(writer: Writer, purpose: Purpose, *fact: str) -> Cell:
    names = tuple(recipient_name(writer, id, *fact, str(index)) for index, id in enumerate(purpose.recipients or ()))
    if writer.notice.is_unknown(*fact):
        names = (*names, writer.unknown(*fact))
    return writer.phrase(names) or (writer.fact("texts", "no-recipients-here", fact=fact),)
