"""Findings as JSON for programs: a versioned envelope; within a version, fields are only added."""

from notice import __version__
from notice.findings import Edit, Finding, Level, Waived
from notice.reports.report import Report, dumped, fingerprints
from notice.reports.texts import help, law, mark, sentence, title

VERSION = 1
"""The version of the envelope."""


def render(report: Report) -> str:
    """Lines and columns count from 1, columns in code points; the end is exclusive."""
    waived = [waiver.finding for waiver in report.waived]
    prints = fingerprints((*report.findings, *waived), report.sources, report.path)
    findings = [_one(finding, mark, report) for finding, mark in zip(report.findings, prints, strict=False)]
    aside = [_waived(waiver, mark, report) for waiver, mark in zip(report.waived, prints[len(findings) :], strict=True)]
    tree = {
        "version": VERSION,
        "tool": {"name": "notice", "version": __version__},
        "summary": {
            "law-day": report.day.isoformat(),
            "language": report.language,
            "notices": report.notices,
            **{f"{level}s": report.count(level) for level in Level},
            "waived": len(report.waived),
            "known": report.known,
        },
        "findings": findings,
        "waived": aside if report.show_waived else [],
    }
    return dumped(tree)


def _one(finding: Finding, fingerprint: str, report: Report) -> dict[str, object]:
    span, language = finding.span, report.language
    return {
        "code": finding.code,
        "name": finding.name,
        "level": str(finding.level),
        "title": title(finding, language),
        "message": sentence(finding, language),
        "mark": mark(finding, language),
        "help": help(finding, language),
        "law": [law(finding, language)] if language != "en" and finding.cites else list(finding.cites),
        "path": report.path(span.file),
        "line": span.line,
        "column": span.column,
        "end-line": span.end_line,
        "end-column": span.end_column,
        "fact": finding.fact,
        "fingerprint": fingerprint,
        "edits": [_edit(edit) for edit in finding.fix.edits],
        "fix": finding.fix.grade,
    }


def _waived(waived: Waived, fingerprint: str, report: Report) -> dict[str, object]:
    return _one(waived.finding, fingerprint, report) | {"reason": waived.reason, "until": waived.until}


def _edit(edit: Edit) -> dict[str, object]:
    span = edit.span
    return {
        "line": span.line,
        "column": span.column,
        "end-line": span.end_line,
        "end-column": span.end_column,
        "old": edit.old,
        "text": edit.text,
    }
