"""Findings as text for people, in brief: errors first, then warnings, then what waits for the owner as a table.

A help, a law or a fix that several findings of a rule share is printed below the first of them. `full` prints all.
"""

from notice.findings import Finding, Level
from notice.reports.full import framed, rows_of, waived
from notice.reports.report import Report
from notice.reports.waiting import is_waiting, table


def render(report: Report) -> str:
    """The findings with their frames, those that were waived if they are asked for, and the table of what waits."""
    levels = list(Level)
    found = sorted(report.findings, key=lambda finding: levels.index(finding.level))
    shown: set[tuple[str, str, str]] = set()
    blocks = [_framed_once(finding, report, shown) for finding in found if not is_waiting(finding)]
    return "\n".join([*blocks, *waived(report), *table(report)])


def _framed_once(finding: Finding, report: Report, shown: set[tuple[str, str, str]]) -> str:
    """The finding without the texts that another of its rule has above; adds its own to `shown`."""
    rows = {key: (finding.code, key, text) for key, text in rows_of(finding, report).items()}
    left_out = {key for key, row in rows.items() if row in shown}
    shown.update(rows.values())
    return framed(finding, report, left_out)
