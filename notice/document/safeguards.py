"""How the data are protected: GDPR Art. 32. A notice need not say it; an owner may choose to."""

from dataclasses import dataclass

from notice.document.parts import FactText, Section
from notice.document.writer import Writer


@dataclass(frozen=True, slots=True)
class SafeguardsSection(Section):
    """A list of safeguards."""

    safeguards: tuple[FactText, ...]


def safeguards(writer: Writer) -> SafeguardsSection | None:
    """The section on safeguards, or None where the owner states none, or does not choose to show them."""
    layout = writer.notice.site.layout
    if not (layout and layout.safeguards):
        return None
    listed = writer.each("safeguards", writer.notice.register.safeguards, "safeguards")
    return SafeguardsSection("safeguards", writer.word("headings", "safeguards"), listed) if listed else None
