"""The baseline: fingerprints of the findings that an old notice already had. They do not count.

It is readable for people too: each entry has its rule, place and sentence, so that a reviewer sees what is accepted.
Paths are relative to the site, so the working directory makes no difference.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notice.errors import CannotRun
from notice.findings import Finding
from notice.reports.report import dumped, fingerprints
from notice.reports.texts import sentence

FILE = "notice-baseline.json"
"""Its default name, beside `content/`."""

VERSION = 1

NEVER_KNOWN = frozenset("XY")
"""Families that are never in a baseline: an unreadable file hides other findings, and an invalid waiver is to be
corrected at once."""

BaselineEntry = Mapping[str, str]


@dataclass(frozen=True)
class Compared:
    """A run compared with a baseline: new findings, the number of known ones, entries without a finding."""

    new: tuple[Finding, ...]
    known: int
    gone: tuple[BaselineEntry, ...]


def written(findings: Sequence[Finding], sources: Mapping[str, str], language: str = "en") -> str:
    """The text of a baseline file for the findings, with their sentences in a language."""
    prints = fingerprints(findings, sources)
    rows = [
        {
            "fingerprint": mark,
            "code": finding.code,
            "name": finding.name,
            "path": finding.span.file,
            "fact": finding.fact,
            "message": sentence(finding, language),
        }
        for finding, mark in zip(findings, prints, strict=True)
        if finding.code[0] not in NEVER_KNOWN
    ]
    return _file(rows)


def entries(text: str, file: str) -> tuple[BaselineEntry, ...]:
    """The entries of a file; raises `CannotRun` where it is no baseline."""
    try:
        tree = json.loads(text)
        rows = tuple(dict(row) for row in tree["findings"])
        known = tree["version"] == VERSION and all(isinstance(row["fingerprint"], str) for row in rows)
    except (ValueError, TypeError, KeyError, RecursionError):
        known = False
    if not known:
        raise CannotRun("baseline-unfit", file=file)
    return rows


def compared(findings: Sequence[Finding], sources: Mapping[str, str], rows: Sequence[BaselineEntry]) -> Compared:
    """The findings against the entries."""
    listed = {row["fingerprint"] for row in rows}
    marked = list(zip(findings, fingerprints(findings, sources), strict=True))
    known = {mark for finding, mark in marked if mark in listed and finding.code[0] not in NEVER_KNOWN}
    new = tuple(finding for finding, mark in marked if mark not in known)
    return Compared(new, len(known), tuple(row for row in rows if row["fingerprint"] not in known))


def pruned(rows: Sequence[BaselineEntry], gone: Sequence[BaselineEntry]) -> str:
    """The text of the file without the entries that are gone."""
    return _file([row for row in rows if row not in gone])


def _file(rows: Sequence[BaselineEntry]) -> str:
    return dumped({"version": VERSION, "findings": list(rows)})
