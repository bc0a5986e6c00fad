"""What has changed, version by version, newest first: GDPR Art. 5(2)."""

from dataclasses import dataclass

from notice.document.parts import Entry, Row, Said, Section
from notice.document.say import Say


@dataclass(frozen=True, slots=True)
class ChangesSection(Section):
    """One entry for each version; `none` where the history is not known yet."""

    none: Said | None
    told_by: tuple[Row, ...]
    changes: tuple[Entry, ...]


def changes(say: Say) -> ChangesSection | None:
    """The section on changes; None where the facts name neither a version nor a way of announcing one."""
    days = sorted(say.notice.register.history or ())
    entries = tuple(_entry(say, version, str(day)) for version, day in enumerate(days, start=1))
    none = say.unknown("history") if not entries and say.notice.is_unknown("history") else None
    told_by = say.row(
        "changes-told-by", *say.each("announcements", say.notice.register.changes_told_by, "changes-told-by")
    )
    if not (entries or none or told_by):
        return None
    return ChangesSection("changes", say.word("headings", "changes"), none, told_by, tuple(reversed(entries)))


def _entry(say: Say, version: int, day: str) -> Entry:
    history = [str(one) for one in say.notice.register.history or ()]
    fact = ("history", str(history.index(day)))
    written = say.date(sorted(say.notice.register.history or ())[version - 1])
    name = Said(f"{say.word('labels', 'version')} {version}: {written}", ".".join(fact))
    text = say.said("history", day, fact=fact)
    return Entry(f"version-{version}", name, text, ())
