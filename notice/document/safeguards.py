"""How the data are protected: GDPR Art. 32. A notice need not say it; a visitor wants to know."""

from dataclasses import dataclass

from notice.document.parts import Said, Section
from notice.document.say import Say


@dataclass(frozen=True, slots=True)
class SafeguardsSection(Section):
    """A list of safeguards."""

    safeguards: tuple[Said, ...]


def safeguards(say: Say) -> SafeguardsSection | None:
    """The section on safeguards, or None where the owner states none."""
    listed = say.each("safeguards", say.notice.register.safeguards, "safeguards")
    return SafeguardsSection("safeguards", say.word("headings", "safeguards"), listed) if listed else None
