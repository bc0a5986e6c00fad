"""Findings as GitHub's workflow commands: annotations at the lines of a pull request.

GitHub shows ten errors and ten warnings per step and silently drops the rest: the gravest come first, the omitted
ones are counted, and the whole table belongs in the step's summary (`notice.reports.markdown`).
"""

from notice.findings import Finding, Level
from notice.messages import text
from notice.reports.report import Report
from notice.reports.texts import help, label, sentence

MOST = 10
"""The most annotations of one level that GitHub shows per step."""

COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def render(report: Report) -> str:
    """The commands, and a line with the number of omitted findings."""
    lines, left = [], []
    for level, command in COMMANDS.items():
        of_level = [finding for finding in report.findings if finding.level is level]
        lines += [_command(command, finding, report) for finding in of_level[:MOST]]
        if len(of_level) > MOST:
            left.append(f"{label(report.language, str(level))}: {len(of_level) - MOST}")
    if left:
        lines.append(text(report.language, "cli", "not-annotated", most=MOST, left=left) + "\n")
    return "".join(lines)


def _command(command: str, finding: Finding, report: Report) -> str:
    span = finding.span
    properties = {
        "title": f"notice {finding.code} {finding.name}",
        "file": report.path(span.file),
        "line": str(span.line),
        "col": str(span.column),
        "endLine": str(span.end_line),
        "endColumn": str(span.end_column),
    }
    attributes = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    words = [sentence(finding, report.language), help(finding, report.language)]
    return f"::{command} {attributes}::{_data(chr(10).join(filter(None, words)))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
