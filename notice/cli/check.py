"""`notice check`: every finding in the facts and the words."""

from datetime import date
from pathlib import Path

import click

from notice.check import Checked
from notice.check import check as run
from notice.cli.baseline import Baseline, baseline_options, compare, write
from notice.cli.destinations import refuse_baseline, refuse_destinations
from notice.cli.fix import differences, fix_options, summary
from notice.cli.fix import write as write_fixes
from notice.cli.language import spoken
from notice.cli.options import Wanted, report_options
from notice.cli.report import fails, print_report, report_of, selected
from notice.cli.run import as_of_option, law_day, machine_path, shown, site_argument
from notice.cli.worded import Command
from notice.fix import fix as fixed_site
from notice.load import load
from notice.rules import RULES

PACKAGED = Path(__file__).parents[2] / "templates"
"""The package's templates in a checkout."""


@click.command(cls=Command)
@site_argument
@as_of_option
@report_options
@baseline_options
@fix_options
@click.pass_context
def check(
    ctx: click.Context,
    folder: Path,
    day: date | None,
    wanted: Wanted,
    baseline: Baseline,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
) -> None:
    """Check the facts and the words of the site in DIR.

    Exit code 0 when no finding reaches the --fail-level, 1 when one does, 2 when it could not run.
    """
    selection = selected(wanted)
    refuse_destinations(folder, wanted)
    if baseline.write:
        refuse_baseline(folder, baseline.path(folder))
    if diff:
        ctx.exit(_show_changes(folder, law_day(day), wanted, unsafe_fixes))
    checked = _fix(folder, law_day(day), wanted, unsafe_fixes) if fix else _checked(folder, law_day(day))
    if baseline.write:
        write(checked, baseline.path(folder), spoken())
        return
    held = compare(checked, baseline, folder, spoken())
    findings = [finding for finding in held.new if selection.takes(finding)]
    report = report_of(checked, findings, wanted, shown(folder), machine_path(folder), lambda: RULES, held.known)
    print_report(report, wanted)
    ctx.exit(1 if fails(findings, wanted.fail_level) else 0)


def _checked(folder: Path, day: date) -> Checked:
    if _has_own_templates(folder):
        from notice.trial import check_with_templates  # renders pages, which a check of facts and words need not

        return check_with_templates(folder, day)
    return run(load(folder), day)


def _has_own_templates(folder: Path) -> bool:
    """Whether the site has templates other than the package's, which lie beside `content/` in this repository."""
    own = folder / "templates"
    return own.is_dir() and own.resolve() != PACKAGED.resolve()


def _fix(folder: Path, day: date, wanted: Wanted, unsafe: bool) -> Checked:
    """Write the fixes and return the site as it is then; what was fixed is printed where the summary is."""
    fixed = fixed_site(folder, day, selected(wanted).takes, unsafe=unsafe)
    write_fixes(fixed.after, folder)
    if not wanted.quiet:
        click.echo(summary(fixed.counts, fixed.given_up, shown(folder)), err=not wanted.is_text)
    return fixed.checked


def _show_changes(folder: Path, day: date, wanted: Wanted, unsafe: bool) -> int:
    """Print what the fixes would change; the exit code is 1 if there is something."""
    fixed = fixed_site(folder, day, selected(wanted).takes, unsafe=unsafe)
    click.echo(differences(fixed.before, fixed.after, shown(folder)), nl=False)
    click.echo(summary(fixed.counts, fixed.given_up, shown(folder), "would-fix"), err=True, nl=False)
    return 1 if fixed.after else 0
