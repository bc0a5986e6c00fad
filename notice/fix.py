"""Compute the fixes of a site's findings, pass by pass until nothing changes; no file is written here."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notice.check import Checked, check
from notice.files import read_file
from notice.findings import Finding
from notice.load import load
from notice.rules.loading import unknown_key, wrong_shape
from notice.rules.reading import duplicate_key, tab_in_indentation
from notice.yamlreader import read
from notice.yamlreader.fixes import fixed
from notice.yamlreader.source import LARGEST

MOST_PASSES = 10
"""The most passes: a fix can reveal further findings, as when a file becomes readable."""

MISPLACED = frozenset({duplicate_key.code, unknown_key.code, wrong_shape.code})
"""Faults that wrong indentation causes: duplicate keys, keys unknown at their place, values of a wrong shape."""


@dataclass(frozen=True)
class Fixed:
    """The files that changed, before and after, by path; how many findings of which code were fixed in each.

    `given_up` names the files that would still have faults of form after their fix, and are unchanged. `checked` is
    the site with the fixes.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    counts: Mapping[str, Mapping[str, int]]
    given_up: tuple[str, ...]
    checked: Checked


def fix(folder: Path, day: date, takes: Callable[[Finding], bool], *, unsafe: bool = False) -> Fixed:
    """The site in `folder` with the fixes of the findings that `takes` selects; `unsafe` ones only where allowed."""
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    counts: dict[str, Counter[str]] = {}
    given_up: set[str] = set()
    grades = ("safe", "unsafe") if unsafe else ("safe",)
    for _ in range(MOST_PASSES):
        checked = check(load(folder, after), day)
        selected = [finding for finding in checked.findings if finding.fix.grade in grades and takes(finding)]
        changed = False
        for file, findings in _by_file(selected).items():
            if file in given_up:
                continue
            old = after[file] if file in after else read_file(folder, file, LARGEST)
            new, applied = fixed(old, findings)
            if not applied:
                continue
            if not _is_whole(folder, {**after, file: new}, file, applied):
                given_up.add(file)
                continue
            before.setdefault(file, old)
            after[file] = new
            counts.setdefault(file, Counter()).update(finding.code for finding in applied)
            changed = True
        if not changed:
            break
    return Fixed(before, after, counts, tuple(sorted(given_up)), check(load(folder, after), day))


def _is_whole(folder: Path, overlay: Mapping[str, bytes], file: str, applied: tuple[Finding, ...]) -> bool:
    """True when the file can be read after its fix, and nothing in it is misplaced where indentation was fixed."""
    if overlay[file].strip() and not read(overlay[file], file).places:
        return False
    if not any(finding.code == tab_in_indentation.code for finding in applied):
        return True
    return not any(
        finding.code in MISPLACED and finding.span.file == file for finding in load(folder, overlay).findings
    )


def _by_file(findings: list[Finding]) -> dict[str, list[Finding]]:
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.fix.edits[0].span.file, []).append(finding)
    return grouped
