"""`notice law`: how old the tables of the law are, where they were read, and what lapses next."""

import click

from notice.cli.run import as_of_option, law_day
from notice.cli.tables import lapsing, tables
from notice.languages import written_date
from notice.law.unconfirmed import OPEN


@click.command()
@as_of_option
def law(day: object) -> None:
    """Say what the checks take for the law: each table with its day, what ends, what is not confirmed."""

    on = law_day(day)
    click.echo(f"The law of {written_date(on, 'en')}, as far as the tables know it.\n")
    for table in tables():
        click.echo(f"  {table.name}: {table.size}, verified {written_date(table.verified, 'en')}")
        if table.note:
            click.echo(f"    {table.note}")
    click.echo("\nWhat lapses:")
    for line in lapsing(on) or ("  nothing that is known",):
        click.echo(f"  {line}")
    click.echo("\nNot confirmed, and never stated as a fact:")
    for one in OPEN:
        click.echo(f"  {one.point}")
        click.echo(f"    {one.why}; {one.meanwhile}")
