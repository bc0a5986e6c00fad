"""`notice law`: how old the tables of the law are, where they were read, and what lapses next."""

from datetime import date

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import as_of_option, law_day
from notice.cli.tables import lapsing, tables
from notice.cli.worded import Command, words
from notice.languages import written_date
from notice.law.unconfirmed import OPEN


@click.command(cls=Command)
@as_of_option
@group_language_option
def law(day: date | None) -> None:
    """Print what the checks take for the law: each table with its day, what ends, what is not confirmed."""

    on = law_day(day)
    click.echo(words("law", "head", day=written_date(on, spoken())) + "\n")
    for table in tables(spoken()):
        verified = words("law", "verified", day=written_date(table.verified, spoken()))
        click.echo(f"  {words('law', 'tables', table.id)}: {table.size}. {verified}")
        if table.note:
            click.echo(f"    {table.note}")
    click.echo("\n" + words("law", "lapses"))
    for line in lapsing(on, spoken()) or (words("law", "nothing"),):
        click.echo(f"  {line}")
    click.echo("\n" + words("law", "unconfirmed"))
    for id in OPEN:
        click.echo(f"  {words('law', 'open', id, 'point')}")
        for part in ("why", "meanwhile"):
            click.echo(f"    {words('law', part)}: {words('law', 'open', id, part)}")
