"""Findings as SARIF 2.1.0, for code scanning: OASIS, Static Analysis Results Interchange Format, Errata 01.

Paths are relative to the repository and have no leading `./`; columns count code points, as the reader of YAML does.
"""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from notice import __version__, messages
from notice.findings import Edit, Finding, Level, Span, Waived
from notice.reports.pages import finding_of, markdown, markdown_page, text
from notice.reports.report import DescribedRule, Report, dumped, fingerprints
from notice.reports.texts import duty, help, label, law, sentence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 5000
"""The most results that GitHub keeps, the gravest first; the others are left out, and the run says how many."""

LEVELS: Mapping[Level, str] = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
SEVERITIES: Mapping[Level, str] = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "recommendation"}


def render(report: Report) -> str:
    """One run, with every rule that has a result; waived findings are results that are suppressed."""
    shown: list[tuple[Finding, Waived | None]] = [(finding, None) for finding in report.findings]
    shown += [(waived.finding, waived) for waived in report.waived]
    prints = fingerprints([finding for finding, _ in shown], report.sources, report.path)
    rows = sorted(zip(shown, prints, strict=True), key=lambda row: list(Level).index(row[0][0].level))
    kept = rows[:MOST]
    used = {finding.code for (finding, _), _ in kept}
    rules = [rule for rule in report.rules if rule.code in used]
    index = {rule.code: number for number, rule in enumerate(rules)}
    run: dict[str, object] = {
        "tool": {"driver": _driver(rules, report.language)},
        "columnKind": "unicodeCodePoints",
        "language": report.language,
        "invocations": [_invocation(len(rows) - len(kept), report.language)],
        "results": [_result(finding, waived, mark, index, report) for (finding, waived), mark in kept],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: list[DescribedRule], language: str) -> dict[str, object]:
    return {"name": "notice", "semanticVersion": __version__, "rules": [_rule(rule, language) for rule in rules]}


def _rule(rule: DescribedRule, language: str) -> dict[str, object]:
    said = duty(rule.code, rule.page, language)
    cited = _cited(finding_of(rule), language)
    by_law = f" {label(language, 'law').capitalize()}: {', '.join(cited)}." if cited else ""
    page = (
        (rule.page, markdown(rule.page)) if language == "en" else (text(rule, language), markdown_page(rule, language))
    )
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": said},
        "fullDescription": {"text": f"{said}{by_law}"},
        "help": {"text": page[0], "markdown": page[1]},
        "defaultConfiguration": {"level": LEVELS[rule.level]},
        "properties": {
            "tags": ["privacy-notice", f"family-{rule.code[0]}", *cited][:20],
            "precision": "high",
            "problem.severity": SEVERITIES[rule.level],
        },
    }


def _cited(finding: Finding, language: str) -> list[str]:
    """The provisions and decisions of a finding, one by one."""
    return [law(replace(finding, cites=(cite,)), language) for cite in finding.cites]


def _invocation(left_out: int, language: str) -> dict[str, object]:
    notification = {
        "level": "warning",
        "message": {"text": messages.text(language, "cli", "results-left-out", count=left_out, most=MOST)},
    }
    return {"executionSuccessful": True} | ({"toolExecutionNotifications": [notification]} if left_out else {})


def _result(
    finding: Finding, waived: Waived | None, fingerprint: str, index: Mapping[str, int], report: Report
) -> dict[str, object]:
    language = report.language
    texts = [sentence(finding, language).rstrip("."), help(finding, language), law(finding, language)]
    artifact = {"uri": _uri(finding.span.file, report)}
    result: dict[str, object] = {
        "ruleId": finding.code,
        **({"ruleIndex": index[finding.code]} if finding.code in index else {}),
        "level": LEVELS[finding.level],
        "message": {"text": ". ".join(part for part in texts if part) + "."},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": _region(finding.span)}}],
        "partialFingerprints": {"noticeFingerprint/v1": fingerprint},
        "properties": {"fact": finding.fact, "law": _cited(finding, language)},
    }
    if finding.fact:
        logical = {"fullyQualifiedName": finding.fact, "kind": "member"}
        result["locations"] = [{**result["locations"][0], "logicalLocations": [logical]}]  # type: ignore[index]
    if finding.fix:
        result["fixes"] = [_fix(finding, report)]
    if waived:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": waived.reason}]
    return result


def _uri(file: str, report: Report) -> str:
    """The path as a relative reference: what a URI cannot hold is escaped."""
    return quote(report.path(file), errors="surrogateescape")


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(finding: Finding, report: Report) -> dict[str, object]:
    changes = [
        {"artifactLocation": {"uri": _uri(file, report)}, "replacements": [_replacement(edit) for edit in edits]}
        for file, edits in _by_file(finding.fix.edits).items()
    ]
    return {
        "description": {"text": messages.text(report.language, "cli", f"{finding.fix.grade}-fix", name=finding.name)},
        "artifactChanges": changes,
    }


def _by_file(edits: tuple[Edit, ...]) -> dict[str, list[Edit]]:
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.span.file, []).append(edit)
    return by_file


def _replacement(edit: Edit) -> dict[str, object]:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
