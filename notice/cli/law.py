"""`notice law`: the tables of law, where and when each entry was read, what is due for review, and what is open."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import click

from notice.cli.options import language_option
from notice.cli.run import as_of_option, law_day
from notice.cli.tables import Table, due, is_overdue, tables
from notice.languages import country_name, written_date
from notice.law.readings import Row
from notice.messages import text
from notice.reports.dumped import dumped
from notice.words import standard


@click.command()
@click.option(
    "--due", "only_due", is_flag=True, help="List what is due for review; exit code 1 where a review is overdue."
)
@as_of_option
@language_option
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The form of the list.",
)
@click.pass_context
def law(ctx: click.Context, only_due: bool, day: object, language: str | None, output_format: str) -> None:
    """Say what the checks take for the law: each table with its day and its next review, what ends, what is open.

    Every entry has its source, the day on which it was read there, and the day of its next review. A scheduled job
    that runs `notice law --due` fails when a review is overdue.
    """
    on, chosen = law_day(day), language or "en"
    every = tables(on)
    rows = [row for table in every for row in table.rows]
    waiting = due(rows, on)
    if output_format == "json":
        click.echo(_json(waiting if only_due else rows, on), nl=False)
    else:
        lines = _due(waiting, rows, on, chosen) if only_due else _all(every, rows, on, chosen)
        click.echo("\n".join(lines))
    ctx.exit(1 if only_due and any(is_overdue(row, on) for row in waiting) else 0)


def _all(every: Sequence[Table], rows: Sequence[Row], day: date, language: str) -> Iterator[str]:
    yield text(language, "cli", "law-day", day=written_date(day, language))
    yield ""
    for table in every:
        yield "  " + text(
            language,
            "cli",
            "law-table",
            table=text(language, "law", "tables", table.id),
            count=len(table.rows),
            read=written_date(table.read, language),
            review=written_date(table.review, language),
        )
    yield ""
    yield from _due(due(rows, day), rows, day, language)
    pending = [row for row in rows if row.table == "adequacy" and (row.end or row.pending)]
    to_come = [row for row in rows if row.status == "to-come"]
    ended = [row for row in rows if row.status == "ended" and row.table != "adequacy"]
    proposed = [row for row in rows if row.status == "proposed"]
    appealed = [row for row in rows if row.table == "rulings" and row.pending]
    groups = {"ends": pending, "to-come": to_come, "ended": ended, "proposed": proposed, "appealed": appealed}
    for group, members in groups.items():
        yield ""
        yield text(language, "cli", f"law-{group}")
        yield from (f"  {_entry(row, day, language)}" for row in members) if members else (_nothing(language),)
    yield ""
    yield text(language, "cli", "law-open")
    for row in rows:
        if row.table == "open":
            yield f"  {_name(row, language)}"
            reason = text(language, "law", "open", row.id, "why")
            yield f"    {reason}; {text(language, 'law', 'open', row.id, 'meanwhile')}"


def _due(waiting: Sequence[Row], rows: Sequence[Row], day: date, language: str) -> Iterator[str]:
    """The reviews that are overdue or near; where there is none, the day of the next."""
    yield text(language, "cli", "law-due")
    if not waiting:
        first = min(row.reading.review for row in rows)
        yield f"  {text(language, 'cli', 'law-next', review=written_date(first, language))}"
    for (review, table, read, source), rows_alike in groupby(waiting, key=_occasion):
        yield "  " + text(
            language,
            "cli",
            "law-overdue" if review < day else "law-soon",
            table=text(language, "law", "tables", table),
            entries="; ".join(_name(row, language) for row in rows_alike),
            review=review.isoformat(),
            read=read.isoformat(),
            source=text(language, "law", "sources", source),
        )


def _occasion(row: Row) -> tuple[date, str, date, str]:
    """What is reviewed together: the entries of one table from one source."""
    return row.reading.review, row.table, row.reading.read, row.reading.source


def _entry(row: Row, day: date, language: str) -> str:
    """One entry on one line: its day, its name, what it is, and what came in its place."""
    dated = row.end or row.start
    parts = [f"{dated.isoformat()}: " if dated else "", _name(row, language)]
    if row.table == "ages":
        parts.insert(1, f"{text(language, 'law', 'tables', row.table)}: ")
    if row.table == "adequacy":
        key = "law-may-end" if not row.end else "law-has-ended" if row.end < day else "law-will-end"
        case = row.pending
        return text(language, "cli", key, end=dated.isoformat() if dated else "", country=parts[1], case=case)
    if row.successors:
        parts.append(f" → {', '.join(_successor(one, language) for one in row.successors)}")
    return "".join(parts)


def _name(row: Row, language: str) -> str:
    """The entry's own name with the words that describe it; a country by its name."""
    if row.table == "adequacy":
        return _words(language, "countries", row.name) or country_name(row.name, language) or row.name
    words = text(language, "law", *row.text.split(".")) if row.text else ""
    if row.table == "open":
        return words
    return f"{row.name}: {words}" if words else row.name


def _successor(id: str, language: str) -> str:
    """The name of a body of the vocabulary; the number of an act as it is."""
    return _words(language, "recipients", id) or id


def _words(language: str, kind: str, id: str) -> str:
    """What the package calls a thing; "" where it has no words for it."""
    names = standard(language).tree.get(kind)
    name = names.get(id) if isinstance(names, dict) else None
    return name if isinstance(name, str) else ""


def _nothing(language: str) -> str:
    return f"  {text(language, 'cli', 'law-nothing')}"


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
