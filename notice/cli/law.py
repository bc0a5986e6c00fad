"""`notice law`: the tables of law, where and when each entry was read, what is due for review, and what is open."""

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import as_of_option, law_day
from notice.cli.tables import LawTable, due, is_overdue, tables
from notice.cli.worded import Command, option, words
from notice.languages import country_name, written_date
from notice.law.readings import Row
from notice.reports.report import dumped
from notice.words import standard

WIDTH = 80
"""The longest line, in characters."""

Line = tuple[int, str]
"""A text and its indentation."""


@click.command(cls=Command)
@option("--due", "only_due", is_flag=True)
@as_of_option
@group_language_option
@option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def law(ctx: click.Context, only_due: bool, day: date | None, output_format: str) -> None:
    """Print what the checks take for the law: each table with its day and its next review, what ends, what is open.

    Every entry has its source, the day on which it was read there, and the day of its next review. A scheduled job
    that runs `notice law --due` fails when a review is overdue.
    """
    on = law_day(day)
    every = tables(on)
    rows = [row for table in every for row in table.rows]
    waiting = due(rows, on)
    if output_format == "json":
        click.echo(_json(waiting if only_due else rows, on), nl=False)
    else:
        for line in _due(waiting, rows, on) if only_due else _all(every, rows, on):
            click.echo(_wrapped(*line))
    ctx.exit(1 if only_due and any(is_overdue(row, on) for row in waiting) else 0)


def _wrapped(indent: int, text: str) -> str:
    """The text on lines of a terminal's width."""
    before = " " * indent
    return textwrap.fill(text, WIDTH, initial_indent=before, subsequent_indent=f"{before}  ", break_on_hyphens=False)


def _all(every: Sequence[LawTable], rows: Sequence[Row], day: date) -> Iterator[Line]:
    yield 0, words("law", "head", day=_written(day))
    yield 0, ""
    for table in every:
        name, count = words("law", "tables", table.id), len(table.rows)
        dates = {"read": _written(table.read), "review": _written(table.review)}
        yield 2, words("law", "table", table=name, count=count, **dates)
    yield 0, ""
    yield from _due(due(rows, day), rows, day)
    for group, members in _groups(rows).items():
        yield 0, ""
        yield 0, words("law", "groups", group)
        entries = [_name(row) if group == "partly" else _entry(row, day) for row in members]
        yield from ((2, entry) for entry in entries or [words("law", "nothing")])
    yield 0, ""
    yield 0, words("law", "unconfirmed")
    for row in rows:
        if row.table == "open":
            yield 2, _name(row)
            for part in ("why", "meanwhile"):
                yield 4, f"{words('law', part)}: {words('law', 'open', row.id, part)}"


def _groups(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """The entries that are listed one by one, by the id of their heading."""
    decisions = [row for row in rows if row.table == "adequacy"]
    return {
        "partly": [row for row in decisions if row.text.startswith("scopes.")],
        "ends": [row for row in decisions if row.end or row.pending],
        "to-come": [row for row in rows if row.status == "to-come"],
        "ended": [row for row in rows if row.status == "ended" and row.table != "adequacy"],
        "proposed": [row for row in rows if row.status == "proposed"],
        "appealed": [row for row in rows if row.table == "rulings" and row.pending],
    }


def _due(waiting: Sequence[Row], rows: Sequence[Row], day: date) -> Iterator[Line]:
    """The reviews that are overdue or near; where there is none, the day of the next."""
    yield 0, words("law", "due")
    if not waiting:
        yield 2, words("law", "next", review=_written(min(row.reading.review for row in rows)))
    for (review, table, read, source), alike in groupby(waiting, key=_occasion):
        text = words(
            "law",
            "overdue" if review < day else "soon",
            table=words("law", "tables", table),
            entries="; ".join(_name(row) for row in alike),
            review=_written(review),
            read=_written(read),
            source=words("law", "sources", source),
        )
        yield 2, text


def _occasion(row: Row) -> tuple[date, str, date, str]:
    """What is reviewed together: the entries of one table from one source."""
    return row.reading.review, row.table, row.reading.read, row.reading.source


def _entry(row: Row, day: date) -> str:
    """One entry: its day, its name, what it is, and its successors."""
    if row.table == "adequacy" and (row.end or row.pending):
        key = "pending" if not row.end else "ended" if row.end < day else "ends"
        return words("law", key, day=_written(row.end), country=_country(row), case=row.pending)
    dated = row.end or row.start
    kind = f"{words('law', 'tables', row.table)}: " if row.table == "ages" else ""
    successors = f" → {', '.join(map(_successor, row.successors))}" if row.successors else ""
    return f"{_written(dated)}{': ' if dated else ''}{kind}{_name(row)}{successors}"


def _name(row: Row) -> str:
    """The entry's own name with the words that describe it; a country by its name."""
    described = words("law", *row.text.split(".")) if row.text else ""
    if row.table == "adequacy" and not row.text.startswith("organisations."):
        return f"{_country(row)} ({described})" if described else _country(row)
    if row.table in ("adequacy", "open"):
        return described
    return f"{row.name}: {described}" if described else row.name


def _country(row: Row) -> str:
    return country_name(row.name, spoken()) or row.name


def _successor(id: str) -> str:
    """The name of a body of the vocabulary; the number of an act as it is."""
    names = standard(spoken()).tree.get("recipients")
    name = names.get(id) if isinstance(names, dict) else None
    return name if isinstance(name, str) else id


def _written(day: date | None) -> str:
    return written_date(day, spoken()) if day else ""


def _json(rows: Sequence[Row], day: date) -> str:
    def written(day: date | None) -> str | None:
        return day.isoformat() if day else None

    entries = [
        {
            "table": row.table,
            "id": row.id,
            "name": row.name,
            "source": row.reading.source,
            "read": written(row.reading.read),
            "review": written(row.reading.review),
            "overdue": is_overdue(row, day),
            "status": row.status,
            "start": written(row.start),
            "end": written(row.end),
            "successors": list(row.successors),
        }
        for row in rows
    ]
    return dumped({"version": 1, "day": day.isoformat(), "entries": entries})
