"""Every purpose in one line of a table: its basis, its data, how long they are kept, who receives them."""

from dataclasses import dataclass

from notice.document.parts import NOTHING, Cell, Said, Section, Table
from notice.document.purposes import purpose_name, recipient_name
from notice.document.retained import retained
from notice.document.say import Say
from notice.model.purpose import Purpose


@dataclass(frozen=True, slots=True)
class GlanceSection(Section):
    """A table with one row for each purpose."""

    table: Table


def glance(say: Say) -> GlanceSection:
    """The purposes at a glance; each states its facts in full in a section of its own."""
    heads = tuple(say.word("labels", label) for label in ("purpose", "basis", "data", "keep", "recipients"))
    rows = tuple(_row(say, id, purpose) for id, purpose in say.derived.purposes.items())
    return GlanceSection("glance", say.word("headings", "glance"), Table(say.word("captions", "glance"), heads, rows))


def _row(say: Say, id: str, purpose: Purpose) -> tuple[Cell, ...]:
    at = ("purposes", id)
    kept = retained(say, id)
    return (
        (purpose_name(say, id),),
        (_basis(say, purpose, *at, "basis"),),
        say.phrase(say.each("data", purpose.data, *at, "data")) or _no_data(say, *at, "data"),
        (*kept.period, *_start(say, kept.start)),
        _recipients(say, purpose, *at, "recipients"),
    )


def _no_data(say: Say, *fact: str) -> Cell:
    """A dash where the data are not named at all: rule N302 asks for them, and the law does not demand it."""
    return (say.unknown(*fact),) if say.notice.is_unknown(*fact) else NOTHING


def _basis(say: Say, purpose: Purpose, *fact: str) -> Said:
    """The basis without its provision, which stands where the purpose is told in full."""
    return say.said("bases", purpose.basis, "name", fact=fact) if purpose.basis else say.unknown(*fact)


def _start(say: Say, start: tuple[Said, ...]) -> tuple[Said, ...]:
    return tuple(Said(f"{say.word('labels', 'from')}: {one.text}", one.fact) for one in start)


def _recipients(say: Say, purpose: Purpose, *fact: str) -> Cell:
    names = tuple(recipient_name(say, id, *fact, str(index)) for index, id in enumerate(purpose.recipients or ()))
    if say.notice.is_unknown(*fact):
        names = (*names, say.unknown(*fact))
    return say.phrase(names) or (say.said("texts", "no-recipients-here", fact=fact),)
