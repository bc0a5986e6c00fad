"""`notice law`: how old the tables of the law are, where they were read, and what lapses next."""

import textwrap
from datetime import date

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import as_of_option, law_day
from notice.cli.tables import lapsing, tables
from notice.cli.worded import Command, words
from notice.languages import written_date
from notice.law.unconfirmed import OPEN

WIDTH = 80
"""The longest line, in characters."""


@click.command(cls=Command)
@as_of_option
@group_language_option
def law(day: date | None) -> None:
    """Print what the checks take for the law: each table with its day, what ends, what is not confirmed."""

    on = law_day(day)
    click.echo(words("law", "head", day=written_date(on, spoken())) + "\n")
    for table in tables(spoken()):
        verified = words("law", "verified", day=written_date(table.verified, spoken()))
        _line(2, f"{words('law', 'tables', table.id)}. {table.size}. {verified}")
        if table.note:
            _line(4, table.note)
    click.echo("\n" + words("law", "lapses"))
    for line in lapsing(on, spoken()) or (words("law", "nothing"),):
        _line(2, line)
    click.echo("\n" + words("law", "unconfirmed"))
    for id in OPEN:
        _line(2, words("law", "open", id, "point"))
        for part in ("why", "meanwhile"):
            _line(4, f"{words('law', part)}: {words('law', 'open', id, part)}")


def _line(indent: int, text: str) -> None:
    """Print a text, wrapped to the width of a terminal and indented."""
    click.echo(textwrap.fill(text, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)))
