"""What has changed, version by version, newest first: GDPR Art. 5(2)."""

from dataclasses import dataclass

from notice.document.parts import Entry, FactText, Row, Section
from notice.document.writer import Writer


@dataclass(frozen=True, slots=True)
class ChangesSection(Section):
    """One entry for each version; `none` where the history is not known yet."""

    none: FactText | None
    told_by: tuple[Row, ...]
    changes: tuple[Entry, ...]


def changes(writer: Writer) -> ChangesSection | None:
    """The section on changes; None where the facts name neither a version nor a way of announcing one."""
    days = sorted(writer.notice.register.history or ())
    entries = tuple(_entry(writer, version, str(day)) for version, day in enumerate(days, start=1))
    none = writer.unknown("history") if not entries and writer.notice.is_unknown("history") else None
    told_by = writer.row(
        "changes-told-by", *writer.each("announcements", writer.notice.register.changes_told_by, "changes-told-by")
    )
    if not (entries or none or told_by):
        return None
    return ChangesSection("changes", writer.word("headings", "changes"), none, told_by, tuple(reversed(entries)))


def _entry(writer: Writer, version: int, day: str) -> Entry:
    history = [str(one) for one in writer.notice.register.history or ()]
    fact = ("history", str(history.index(day)))
    written = writer.date(sorted(writer.notice.register.history or ())[version - 1])
    name = FactText(f"{writer.word('labels', 'version')} {version}: {written}", ".".join(fact))
    text = writer.fact("history", day, fact=fact)
    return Entry(f"version-{version}", name, text, ())
