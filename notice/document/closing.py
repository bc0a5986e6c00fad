"""The owner's own note at the end of the notice: words alone, which state no fact."""

from dataclasses import dataclass

from notice.document.parts import Section
from notice.document.writer import Writer


@dataclass(frozen=True, slots=True)
class ClosingSection(Section):
    """`text` is Markdown."""

    text: str


def closing(writer: Writer) -> ClosingSection | None:
    """The closing note; None where the owner wrote none."""
    text = writer.maybe("closing", "text")
    if not text:
        return None
    title = writer.maybe("closing", "title") or writer.word("headings", "closing")
    return ClosingSection("closing", title, text)
