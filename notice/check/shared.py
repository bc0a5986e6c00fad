"""Findings on facts that several registers share: one for each fault, at the place where the fact is stated."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from notice.findings import Finding
from notice.load import SITE, TERMS

SHARING = frozenset({SITE, TERMS, "content/controller.yaml"})
"""The files of facts that several registers take."""


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, of which those on a shared fact are one for each rule, message and place.

    Each register finds the fault anew, and may name another of its purposes in the message; the first serves for all.
    """
    seen: set[tuple[object, ...]] = set()
    for finding in sorted(findings):
        if finding.span.file in SHARING:
            finding = replace(finding, fact=_fact(finding))
            fault = (finding.code, finding.key, finding.span, finding.fact, finding.suggestion)
            if fault in seen:
                continue
            seen.add(fault)
        yield finding


def _fact(finding: Finding) -> str:
    """The fact's name in the whole site: what the vocabulary states begins with the file's name."""
    start = PurePosixPath(finding.span.file).stem
    is_whole = finding.span.file != TERMS or not finding.fact or finding.fact.split(".")[0] == start
    return finding.fact if is_whole else f"{start}.{finding.fact}"
