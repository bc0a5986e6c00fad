"""Every finding as text for people: the place, the marked lines, the help, the law."""

from collections.abc import Collection

from notice.findings import Finding, Waived
from notice.reports.frames import frame
from notice.reports.report import Report
from notice.reports.texts import help, label, law, sentence

COMMANDS = {"safe": "notice check --fix", "unsafe": "notice check --fix --unsafe-fixes"}
"""The command that applies a fix, by its grade."""


def render(report: Report) -> str:
    """The findings, then those that were waived if they are asked for; nothing where there are none."""
    return "\n".join([*(framed(finding, report) for finding in report.findings), *waived(report)])


def waived(report: Report) -> list[str]:
    """The waived findings that are shown, each with its frame."""
    return [framed(one.finding, report, waived=one) for one in report.shown_waived]


def rows_of(finding: Finding, report: Report, waived: Waived | None = None) -> dict[str, str]:
    """The texts below a finding, by the key of their label; a waived one has the waiver's reason and end."""
    why = {"why": f"notice explain {finding.code}"}
    if waived:
        return {"reason": waived.reason, "until": waived.until} | why
    fix = {"fix": COMMANDS[finding.fix.grade]} if finding.fix else {}
    return {"help": help(finding, report.language), "law": law(finding, report.language)} | fix | why


def framed(finding: Finding, report: Report, left_out: Collection[str] = (), waived: Waived | None = None) -> str:
    """One finding with its frame and the texts below it, without those whose labels are `left_out`."""
    span, paint, language = finding.span, report.paint, report.language
    level = label(language, "waived" if waived else str(finding.level))
    head = paint(f"{level}[{finding.code}]", "info" if waived else str(finding.level))
    width = len(str(span.line))
    name = f" {finding.name}:" if language == "en" else ""
    lines = [f"{head}{name} {sentence(finding, language)}"]
    lines.append(f"{' ' * width}{paint('-->', 'frame')} {report.shown(span.file)}:{span.line}:{span.column}")
    lines += frame(finding, report)
    rows = {key: text for key, text in rows_of(finding, report, waived).items() if key not in left_out}
    labels = {key: label(language, key) for key in rows}
    longest = max(map(len, labels.values()), default=0)
    for key, text in rows.items():
        if text:
            lines.append(f"{' ' * width} {paint(labels[key].rjust(longest), 'frame')}: {text}")
    return "\n".join(lines) + "\n"
