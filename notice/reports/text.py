"""Findings as text for people: the place, the marked lines, the help, and the law."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from notice.findings import Finding, Waived
from notice.reports.frames import frame
from notice.reports.report import Paint, Report, plain
from notice.reports.texts import help, label, law, sentence, summary

__all__ = ["render", "report", "summary"]


COMMANDS = {"safe": "notice check --fix", "unsafe": "notice check --fix --unsafe-fixes"}
"""The command that applies a fix, by its grade."""


def render(report: Report) -> str:
    """The findings, then those that were waived if they are asked for; nothing where there are none."""
    lines = [_one(finding, report) for finding in report.findings]
    lines += [_one(one.finding, report, one) for one in report.shown_waived]
    return "\n".join(lines)


def report(
    findings: Iterable[Finding], sources: Mapping[str, str], shown: Callable[[str], str], paint: Paint = plain
) -> str:
    """The findings alone, in English: `sources` are the texts of the files, `shown` is how a path is printed."""
    return render(Report(tuple(findings), sources, date.min, 0, shown=shown, paint=paint).for_people())


def _one(finding: Finding, report: Report, waived: Waived | None = None) -> str:
    span, paint, language = finding.span, report.paint, report.language
    level = label(language, "waived" if waived else str(finding.level))
    head = paint(f"{level}[{finding.code}]", "info" if waived else str(finding.level))
    width = len(str(span.line))
    name = f" {finding.name}:" if language == "en" else ""
    lines = [f"{head}{name} {sentence(finding, language)}"]
    lines.append(f"{' ' * width}{paint('-->', 'frame')} {report.shown(span.file)}:{span.line}:{span.column}")
    lines += frame(finding, report)
    rows = {"help": help(finding, language), "law": law(finding, language)}
    if waived:
        rows = {"reason": waived.reason, "until": waived.until}
    if finding.fix and not waived:
        rows |= {"fix": COMMANDS[finding.fix.grade]}
    rows |= {"why": f"notice explain {finding.code}"}
    labels = {key: label(language, key) for key in rows}
    longest = max(map(len, labels.values()))
    for key, text in rows.items():
        if text:
            lines.append(f"{' ' * width} {paint(labels[key].rjust(longest), 'frame')}: {text}")
    return "\n".join(lines) + "\n"
