"""How the data are protected: GDPR Art. 32. A notice need not say it; a visitor wants to know."""

from dataclasses import dataclass

from notice.document.parts import FactText, Section
from notice.document.writer import Writer


@dataclass(frozen=True, slots=True)
class SafeguardsSection(Section):
    """A list of safeguards."""

    safeguards: tuple[FactText, ...]


def safeguards(writer: Writer) -> SafeguardsSection | None:
    """The section on safeguards, or None where the owner states none."""
    listed = writer.each("safeguards", writer.notice.register.safeguards, "safeguards")
    return SafeguardsSection("safeguards", writer.word("headings", "safeguards"), listed) if listed else None
