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


_BELOW = {TERMS: "vocabulary", SITE: "site.defaults"}
"""Where the facts of registers stand in the files that share them."""


def _fact(finding: Finding) -> str:
    """The fact's name in the whole site; a finding of a register has the fact's name in the register."""
    file = finding.span.file
    is_whole = not finding.fact or file not in _BELOW or finding.fact.split(".")[0] == PurePosixPath(file).stem
    return finding.fact if is_whole else f"{_BELOW[file]}.{finding.fact}"
