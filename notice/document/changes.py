"""What has changed, version by version, newest first: GDPR Art. 5(2)."""

from dataclasses import dataclass

from notice.document.parts import Entry, FactText, Row, Section
from notice.document.writer import Writer


@dataclass(frozen=True, slots=True)
class ChangesSection(Section):
    """The newest version with what changed in it, and the days of the others; `none` where no history is known yet."""

    none: FactText | None
    newest: Entry | None
    rows: tuple[Row, ...]


def changes(writer: Writer) -> ChangesSection | None:
    """The section on changes; None where the facts name neither a version nor a way of announcing one."""
    days = sorted(writer.notice.register.history or ())
    entries = [_entry(writer, version, str(day)) for version, day in enumerate(days, start=1)]
    none = writer.unknown("history") if not entries and writer.notice.is_unknown("history") else None
    announced = writer.each("announcements", writer.notice.register.changes_told_by, "changes-told-by")
    rows = (
        *writer.lines("earlier-versions", *(entry.name for entry in reversed(entries[:-1]))),
        *writer.choice("changes-told-by", *announced),
    )
    if not (entries or none or rows):
        return None
    newest = entries[-1] if entries else None
    return ChangesSection("changes", writer.word("headings", "changes"), none, newest, rows)


def _entry(writer: Writer, version: int, day: str) -> Entry:
    history = [str(one) for one in writer.notice.register.history or ()]
    fact = ("history", str(history.index(day)))
    written = writer.date(sorted(writer.notice.register.history or ())[version - 1])
    name = FactText(f"{writer.word('labels', 'version')} {version}: {written}", ".".join(fact))
    text = FactText(writer.word("history", day, needed_by=fact))
    return Entry(f"version-{version}", name, text, ())
