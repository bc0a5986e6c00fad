"""What has changed, version by version, newest first: GDPR Art. 5(2)."""

from dataclasses import dataclass

from notice.document.parts import Entry, Said, Section
from notice.document.say import Say


@dataclass(frozen=True, slots=True)
class ChangesSection(Section):
    """One entry for each version; `none` where the history is not stated."""

    none: Said | None
    changes: tuple[Entry, ...]


def changes(say: Say) -> ChangesSection:
    """The section on changes."""
    days = sorted(say.notice.register.history or ())
    entries = tuple(_entry(say, version, str(day)) for version, day in enumerate(days, start=1))
    none = None if entries else say.unknown("history")
    return ChangesSection("changes", say.word("headings", "changes"), none, tuple(reversed(entries)))


def _entry(say: Say, version: int, day: str) -> Entry:
    history = [str(one) for one in say.notice.register.history or ()]
    fact = ("history", str(history.index(day)))
    written = say.date(sorted(say.notice.register.history or ())[version - 1])
    name = Said(f"{say.word('labels', 'version')} {version}: {written}", ".".join(fact))
    text = say.said("history", day, fact=fact)
    return Entry(f"version-{version}", name, text, ())
