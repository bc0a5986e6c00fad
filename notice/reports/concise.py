"""One line for each finding, as the problem matchers of editors read it: `path:line:column: CODE level: sentence`."""

from notice.findings import Finding
from notice.reports.report import Report
from notice.reports.texts import label, sentence


def render(report: Report) -> str:
    """The lines, in the order of the findings; waived ones last, if they are shown."""
    lines = [_line(finding, str(finding.level), report) for finding in report.findings]
    lines += [_line(one.finding, "waived", report) for one in report.shown_waived]
    return "".join(lines)


def _line(finding: Finding, level: str, report: Report) -> str:
    place = f"{report.shown(finding.span.file)}:{finding.span.line}:{finding.span.column}"
    text = " ".join(sentence(finding, report.language).split())
    return f"{place}: {finding.code} {label(report.language, level)}: {text}\n"
