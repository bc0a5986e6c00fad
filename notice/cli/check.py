"""`notice check`: every finding in the facts and the words."""

from pathlib import Path

import click

from notice.cli.baseline import Baseline, baseline_options, held_against, write
from notice.cli.options import Wanted, telling_options
from notice.cli.run import as_of_option, law_day, machine_path, shown, site_argument
from notice.cli.telling import fails, report_of, selected, tell


@click.command()
@site_argument
@as_of_option
@telling_options
@baseline_options
@click.pass_context
def check(ctx: click.Context, folder: Path, day: object, wanted: Wanted, baseline: Baseline) -> None:
    """Check the facts and the words of the site in DIR.

    Exit code 0 without errors (warnings are printed), 1 with errors, 2 when it could not run.
    """
    from notice.check import check as run
    from notice.load import load
    from notice.rules import RULES

    selection = selected(wanted)
    checked = run(load(folder), law_day(day))
    if baseline.write:
        write(checked, baseline.path(folder))
        return
    held = held_against(checked, baseline, folder)
    findings = [finding for finding in held.new if selection.takes(finding)]
    report = report_of(checked, findings, wanted, shown(folder), machine_path(folder), lambda: RULES, held.known)
    tell(report, wanted)
    ctx.exit(1 if fails(findings, wanted.fail_level) else 0)
