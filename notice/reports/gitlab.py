"""Findings as GitLab's code quality report: a JSON list; lines count from 1, and no two fingerprints are the same."""

from notice.findings import Finding, Level
from notice.reports.report import Report, dumped, fingerprints
from notice.reports.texts import help, sentence

SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.INFO: "info"}


def render(report: Report) -> str:
    """One entry for each finding."""
    prints = fingerprints(report.findings, report.sources, report.path)
    entries = [_entry(finding, mark, report) for finding, mark in zip(report.findings, prints, strict=True)]
    return dumped(entries)


def _entry(finding: Finding, fingerprint: str, report: Report) -> dict[str, object]:
    texts = [sentence(finding, report.language).rstrip("."), help(finding, report.language)]
    return {
        "description": f"{finding.code} {'. '.join(filter(None, texts))}",
        "check_name": f"{finding.code}-{finding.name}",
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.level],
        "location": {
            "path": report.path(finding.span.file),
            "lines": {"begin": finding.span.line, "end": finding.span.end_line},
        },
    }
