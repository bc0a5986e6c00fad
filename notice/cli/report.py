"""The report of a run: on standard output, in files, in the summary of a step; and the findings that fail it."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import click

from notice.check import Checked
from notice.cli.language import spoken
from notice.cli.options import FailLevel, Wanted
from notice.cli.run import paint, terminal_width
from notice.cli.selection import Selection, selection
from notice.errors import CannotRun, by_system
from notice.files import write_given
from notice.findings import Finding, Level
from notice.languages import written_date
from notice.reports import Report, render
from notice.reports.texts import summary
from notice.rules.rule import Rule

WITH_RULES = frozenset({"sarif", "junit"})
"""The formats that describe the rules."""

SILENT = 2
"""How often `--quiet` is given for nothing but the exit code."""


def selected(wanted: Wanted) -> Selection:
    """The selection that was asked for; raises `CannotRun` where it names no rule."""
    return selection(wanted.select, wanted.ignore, every_rule)


def report_of(
    checked: Checked,
    findings: Sequence[Finding],
    wanted: Wanted,
    shown: Callable[[str], str],
    path: Callable[[str], str],
    rules: Callable[[], Sequence[Rule]],
    known: int = 0,
) -> Report:
    """The report on a checked site with the findings that are shown; `rules` gives the rules."""

    return Report(
        findings=tuple(findings),
        sources=checked.loaded.sources,
        day=checked.day,
        notices=len(checked.loaded.notices),
        shown=shown,
        path=path,
        rules=tuple(rules()) if wanted.formats & WITH_RULES else (),
        waived=checked.waived,
        show_waived=wanted.show_waived,
        known=known,
        language=spoken(),
    )


def print_report(report: Report, wanted: Wanted, shown_in_text: Callable[[Finding], bool] = lambda _: True) -> None:
    """Standard output gets the report and nothing else; what sums it up goes there only where people read it.

    `shown_in_text` says which findings people read there; the other forms have all. A quiet run has those alone that
    make it fail, and no summary; a quieter one has nothing, but writes the files.
    """

    is_text = wanted.is_text
    shown = tuple(
        finding
        for finding in report.findings
        if not is_text or (shown_in_text(finding) and (not wanted.quiet or matters(finding, wanted)))
    )
    rendered = render(wanted.format, replace(report, findings=shown, paint=paint, width=terminal_width()))
    if rendered and wanted.quiet < SILENT:
        click.echo(rendered, nl=is_text and not wanted.quiet)
    for format, file in wanted.outputs:
        _write(file, render(format, report))
    if "github" in wanted.formats:
        _step_summary(report)
    if not wanted.quiet:
        click.echo(summed_up(report), err=not is_text)


def matters(finding: Finding, wanted: Wanted) -> bool:
    """Whether a quiet run prints the finding: an error, or one that makes it fail."""
    return finding.level is Level.ERROR or fails([finding], wanted.fail_level)


def summed_up(report: Report) -> str:
    """The sentence at the end."""

    day = written_date(report.day, report.language)
    counts = {"waived": len(report.waived), "known": report.known}
    return summary(report.findings, report.notices, day, **counts, language=report.language)


def fails(findings: Sequence[Finding], level: FailLevel) -> bool:
    """True when a finding weighs as much as the level, or more."""

    return level != "never" and any(finding.level.reaches(Level(level)) for finding in findings)


def every_rule() -> Sequence[Rule]:
    """Those over facts and words, and those over the finished site."""
    from notice.cli.catalogue import catalogue  # here: few runs name a rule, and what reads finished pages is large

    return catalogue()


def _write(file: Path, text: str) -> None:

    try:
        write_given(file, text.encode("utf-8"))
    except OSError as error:
        raise CannotRun("unwritable", file=file, why=by_system(error)) from error


def _step_summary(report: Report) -> None:
    """Adds the whole table to the summary of a step on GitHub, where there is one."""

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    try:
        with Path(file).open("a", encoding="utf-8", newline="\n") as summary:
            summary.write(render("markdown", report))
    except OSError as error:
        raise CannotRun("unwritable", file=file, why=by_system(error)) from error
