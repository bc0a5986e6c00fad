"""`notice check`: every finding in the facts and the words."""

from pathlib import Path

import click

from notice.cli.run import as_of_option, law_day, paint, shown, site_argument, written


@click.command()
@site_argument
@as_of_option
@click.pass_context
def check(ctx: click.Context, folder: Path, day: object) -> None:
    """Check the facts and the words of the site in DIR.

    Exit code 0 without errors (warnings are printed), 1 with errors, 2 when it could not run.
    """
    from notice.check import check as run
    from notice.findings import Level
    from notice.load import load
    from notice.reports.text import report, summary

    checked = run(load(folder), law_day(day))
    if checked.findings:
        click.echo(report(checked.findings, checked.loaded.sources, shown(folder), paint))
    click.echo(summary(checked.findings, len(checked.cases), written(checked.day)))
    ctx.exit(1 if any(finding.level is Level.ERROR for finding in checked.findings) else 0)
