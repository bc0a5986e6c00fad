"""The tables of law as rows of one form: what each entry is, where and when it was read, and when it is due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from itertools import groupby

from notice.data import tree
from notice.law import adequacy, ages, authorities, bodies, proposals, rulings, statutes, unconfirmed, union
from notice.law.readings import Reading, Row, Status

SOON = timedelta(days=30)
"""How long before its day a review is listed."""


@dataclass(frozen=True, slots=True)
class LawTable:
    """One table with its rows; its next review is the first of theirs."""

    id: str
    rows: tuple[Row, ...]

    @property
    def read(self) -> date:
        """The oldest reading."""
        return min(row.reading.read for row in self.rows)

    @property
    def review(self) -> date:
        """The next review."""
        return min(row.reading.review for row in self.rows)


def tables(day: date) -> tuple[LawTable, ...]:
    """Every table in the order of its rows."""
    return tuple(LawTable(id, tuple(rows)) for id, rows in groupby(rows_of_law(day), key=lambda row: row.table))


def due(rows: Sequence[Row], day: date) -> tuple[Row, ...]:
    """The rows whose review is overdue on the day or comes within `SOON`, the oldest review first."""
    found = [row for row in rows if row.reading.review <= day + SOON]
    return tuple(sorted(found, key=lambda row: (row.reading.review, row.table, row.reading.read)))


def is_overdue(row: Row, day: date) -> bool:
    """True when the review should have been made before the day."""
    return row.reading.review < day


def rows_of_law(day: date) -> tuple[Row, ...]:
    """Every entry of every table, with its status on the day."""
    parts = (_adequacy, _ages, _authorities, _acts, _sections, _amendments, _union, _rulings, _bodies, _proposals)
    return (*(row for part in parts for row in part(day)), *_open())


def _status(day: date, end: date | None) -> Status:
    return "ended" if end is not None and end < day else "in-force"


def _adequacy(day: date) -> Iterator[Row]:
    for one in adequacy.ADEQUACY:
        yield Row(
            "adequacy",
            one.country,
            one.country,
            one.reading,
            _status(day, one.end),
            text=f"scopes.{one.country}" if one.partial else "",
            start=one.start,
            end=one.end,
            pending=one.pending,
        )
    for id, start in adequacy.ORGANISATIONS.items():
        yield Row("adequacy", id, id, adequacy.READING, "in-force", text=f"organisations.{id}", start=start)


def _ages(day: date) -> Iterator[Row]:
    for one in ages.AGES:
        name = f"{one.country}: {one.years} ({one.provision})"
        yield Row("ages", name, name, one.reading, _status(day, one.end), start=one.start, end=one.end)


def _authorities(day: date) -> Iterator[Row]:
    del day
    for id, one in authorities.AUTHORITIES.items():
        yield Row("authorities", id, one.website, one.reading, "in-force")


def _acts(day: date) -> Iterator[Row]:
    """The acts of the vocabulary, each with the day on which it was read, and those that are repealed."""
    for id, facts in tree(files("notice") / "vocabulary" / "laws.yaml")["laws"].items():
        read = facts.get("verified")
        reading = (
            Reading("statute-book", date.fromisoformat(read), statutes.ACTS_REVIEW)
            if read
            else Reading("gdpr-text", statutes.VERIFIED, statutes.ACTS_REVIEW)
        )
        yield Row("acts", id, facts["number"], reading, "in-force")
    for number, start in statutes.REPEALED.items():
        last = start - timedelta(days=1)
        successors = statutes.SUCCESSORS[number]
        yield Row("acts", number, number, statutes.READING, _status(day, last), end=last, successors=successors)


def _sections(day: date) -> Iterator[Row]:
    for one in statutes.SECTIONS:
        name = f"{one.act} {one.section} §"
        yield Row("sections", name, name, one.reading, _status(day, one.end), start=one.start, end=one.end)


def _amendments(day: date) -> Iterator[Row]:
    del day
    for one in statutes.AMENDMENTS:
        name = f"{one.act} ({one.by})"
        yield Row("amendments", one.id, name, one.reading, "in-force", text=f"amendments.{one.what}", start=one.start)


def _union(day: date) -> Iterator[Row]:
    for one in union.ACTS:
        status: Status = "in-force" if one.applies(day) else "to-come"
        name = f"{one.number} {one.articles}"
        yield Row("union", one.id, name, one.reading, status, text=f"union.{one.id}", start=one.start)


def _rulings(day: date) -> Iterator[Row]:
    del day
    for one in rulings.RULINGS.values():
        yield Row("rulings", one.id, one.id, one.reading, "in-force", pending="appeal" if one.appealed else "")


def _bodies(day: date) -> Iterator[Row]:
    for one in bodies.ENDED:
        status = _status(day, one.end)
        yield Row("bodies", one.id, one.name, one.reading, status, end=one.end, successors=one.successors)


def _proposals(day: date) -> Iterator[Row]:
    del day
    for one in proposals.PROPOSALS:
        yield Row("proposals", one.id, one.number, one.reading, "proposed", text=f"proposals.{one.id}", start=one.given)


def _open() -> Iterator[Row]:
    for one in unconfirmed.OPEN:
        yield Row("open", one.id, one.id, one.reading, "open", text=f"open.{one.id}.point")
