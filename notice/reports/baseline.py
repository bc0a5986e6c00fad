"""The baseline: findings that were there when an old notice was taken over, by their fingerprints. They do not count.

It is written for people too: each entry names its rule, its place and its sentence, so that a review sees what is
carried along. Paths are relative to the site, so that it holds wherever the site is checked from.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notice.errors import CannotRun
from notice.findings import Finding
from notice.reports.dumped import dumped
from notice.reports.fingerprints import fingerprints
from notice.reports.telling import sentence

FILE = "notice-baseline.json"
"""Its name beside `content/`, where no other is given."""

VERSION = 1

NEVER_KNOWN = frozenset("XY")
"""The families that stay out of it: what cannot be read hides what else there is, and a waiver that does not hold
is mended at once."""

Entry = Mapping[str, str]


@dataclass(frozen=True)
class Compared:
    """A run against a baseline: the findings that are new, how many were known, the entries that nothing matches."""

    new: tuple[Finding, ...]
    known: int
    gone: tuple[Entry, ...]


def written(findings: Sequence[Finding], sources: Mapping[str, str], language: str = "en") -> str:
    """The baseline of the findings, as the text of a file, with their sentences in a language."""
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


def entries(text: str, file: str) -> tuple[Entry, ...]:
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


def compared(findings: Sequence[Finding], sources: Mapping[str, str], rows: Sequence[Entry]) -> Compared:
    """The findings against the entries."""
    listed = {row["fingerprint"] for row in rows}
    marked = list(zip(findings, fingerprints(findings, sources), strict=True))
    known = {mark for finding, mark in marked if mark in listed and finding.code[0] not in NEVER_KNOWN}
    new = tuple(finding for finding, mark in marked if mark not in known)
    return Compared(new, len(known), tuple(row for row in rows if row["fingerprint"] not in known))


def pruned(rows: Sequence[Entry], gone: Sequence[Entry]) -> str:
    """The text of the file without the entries that are gone."""
    return _file([row for row in rows if row not in gone])


def _file(rows: Sequence[Entry]) -> str:
    return dumped({"version": VERSION, "findings": list(rows)})
