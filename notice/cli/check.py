"""`notice check`: every finding in the facts and the words."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from notice.cli import mend as mending
from notice.cli.baseline import Baseline, baseline_options, compare, write
from notice.cli.destinations import refuse_baseline, refuse_destinations
from notice.cli.mend import mending_options
from notice.cli.options import Wanted, telling_options
from notice.cli.run import as_of_option, law_day, machine_path, shown, site_argument
from notice.cli.telling import fails, language_of, report_of, selected, tell

if TYPE_CHECKING:
    from notice.check import Checked


@click.command()
@site_argument
@as_of_option
@telling_options
@baseline_options
@mending_options
@click.pass_context
def check(
    ctx: click.Context, folder: Path, day: object, wanted: Wanted, baseline: Baseline, fix: bool, diff: bool
) -> None:
    """Check the facts and the words of the site in DIR.

    Exit code 0 when no finding reaches the --fail-level, 1 when one does, 2 when it could not run.
    """
    from notice.rules import RULES

    selection = selected(wanted)
    refuse_destinations(folder, wanted)
    if baseline.write:
        refuse_baseline(folder, baseline.path(folder))
    if diff:
        ctx.exit(_shown_changes(folder, law_day(day), wanted))
    checked = _mended(folder, law_day(day), wanted) if fix else _checked(folder, law_day(day))
    if baseline.write:
        write(checked, baseline.path(folder), language_of(wanted, checked))
        return
    held = compare(checked, baseline, folder, language_of(wanted, checked))
    findings = [finding for finding in held.new if selection.takes(finding)]
    report = report_of(checked, findings, wanted, shown(folder), machine_path(folder), lambda: RULES, held.known)
    tell(report, wanted)
    ctx.exit(1 if fails(findings, wanted.fail_level) else 0)


def _checked(folder: Path, day: date) -> "Checked":
    from notice.check import check as run
    from notice.load import load

    return run(load(folder), day)


def _mended(folder: Path, day: date, wanted: Wanted) -> "Checked":
    """The site after its mends are written; what they were is said where the summary is."""
    from notice.mend import mend

    done = mend(folder, day, selected(wanted).takes)
    mending.write(done, folder)
    click.echo(mending.told(done, shown(folder)), err=wanted.format != "text")
    return done.checked


def _shown_changes(folder: Path, day: date, wanted: Wanted) -> int:
    """Prints what mends would change; the exit code is 1 if there is something."""
    from notice.mend import mend

    done = mend(folder, day, selected(wanted).takes)
    click.echo(mending.differences(done, shown(folder)), nl=False)
    click.echo(mending.told(done, shown(folder)).replace("Fixed", "Would fix", 1), err=True, nl=False)
    return 1 if done.after else 0
