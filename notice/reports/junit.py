"""Findings as JUnit XML: a suite for each file; each family of rules without a finding there is a passed test.

An error fails its test; a warning is in the `system-out` of a passed test. A report is never empty.
"""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from notice.findings import Finding, Level
from notice.reports.report import Report
from notice.reports.texts import help, label, law, sentence

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML does not allow."""


def render(report: Report) -> str:
    """One suite for each file that was read or has a finding, in the order of their paths."""
    waived = {one.finding: one.reason for one in report.shown_waived}
    by_file: dict[str, list[Finding]] = {file: [] for file in report.sources}
    for finding in (*report.findings, *waived):
        by_file.setdefault(finding.span.file, []).append(finding)
    root = Element("testsuites", name="notice")
    for file, findings in sorted(by_file.items()):
        suite = SubElement(root, "testsuite", name=_clean(report.path(file)), file=_clean(report.path(file)))
        for finding in findings:
            _case(suite, finding, waived.get(finding), report)
        for family in sorted({rule.code[0] for rule in report.rules} - {finding.code[0] for finding in findings}):
            SubElement(suite, "testcase", name=f"family {family}", classname=f"notice.{family}", time="0")
        _count(suite, list(suite))
    _count(root, list(root.iter("testcase")))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, finding: Finding, reason: str | None, report: Report) -> None:
    case = SubElement(
        suite,
        "testcase",
        name=_clean(f"{finding.code} {finding.name}: {finding.fact or finding.span.line}"),
        classname=f"notice.{finding.code[0]}.{finding.name}",
        file=_clean(report.path(finding.span.file)),
        line=str(finding.span.line),
        time="0",
    )
    message = _clean(sentence(finding, report.language))
    rest = (help(finding, report.language), law(finding, report.language))
    place = f"{report.path(finding.span.file)}:{finding.span.line}:{finding.span.column}"
    body = _clean("\n".join([message, place, *filter(None, rest)]))
    if reason is not None:
        SubElement(case, "skipped", message=_clean(reason))
    elif finding.level is Level.ERROR:
        SubElement(case, "failure", type=finding.code, message=message).text = body
    else:
        SubElement(case, "system-out").text = f"{label(report.language, str(finding.level))}: {body}"


def _count(suite: Element, cases: list[Element]) -> None:
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("errors", "0")
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    suite.set("time", "0")


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
