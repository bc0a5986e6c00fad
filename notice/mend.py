"""Mends what takes no judgement, pass by pass, until nothing is left or nothing helps; nothing is written here."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notice.check import Checked, check
from notice.files import read_file
from notice.findings import Finding
from notice.load import load
from notice.yaml import read
from notice.yaml.decode import LARGEST
from notice.yaml.edits import mended

MOST_PASSES = 10
"""A mend can bring the next one to light, as when a file can be read at last; so often at most."""

TAB = "Y011"
OUT_OF_PLACE = frozenset({"Y003", "Y004", "Y005"})
"""What wrong indentation brings about: keys that are there twice, not known there, or hold what they should not."""


@dataclass(frozen=True)
class Mended:
    """The files that changed, before and after, by path; how many findings of which code were mended in each.

    `given_up` names the files that would not have been right after their mend; they are as they were. `checked` is
    the site as it would be.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    counts: Mapping[str, Mapping[str, int]]
    given_up: tuple[str, ...]
    checked: Checked


def mend(folder: Path, day: date, takes: Callable[[Finding], bool]) -> Mended:
    """The site in `folder` with the mends of the findings that `takes` chooses."""
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    counts: dict[str, Counter[str]] = {}
    given_up: set[str] = set()
    for _ in range(MOST_PASSES):
        checked = check(load(folder, after), day)
        wanted = _by_file([one for one in checked.findings if one.edits and takes(one)])
        changed = False
        for file, findings in wanted.items():
            if file in given_up:
                continue
            old = after[file] if file in after else read_file(folder, file, LARGEST)
            new, taken = mended(old, findings)
            if not taken:
                continue
            if not _is_whole(folder, {**after, file: new}, file, taken):
                given_up.add(file)
                continue
            before.setdefault(file, old)
            after[file] = new
            counts.setdefault(file, Counter()).update(finding.code for finding in taken)
            changed = True
        if not changed:
            break
    return Mended(before, after, counts, tuple(sorted(given_up)), check(load(folder, after), day))


def _is_whole(folder: Path, laid: Mapping[str, bytes], file: str, taken: tuple[Finding, ...]) -> bool:
    """True when the file can be read after its mend.

    Indentation decides what belongs to what, so that where it was mended, nothing may stand where it is not known.
    """
    if not read(laid[file], file).places:
        return False
    if not any(finding.code == TAB for finding in taken):
        return True
    return not any(one.code in OUT_OF_PLACE and one.span.file == file for one in load(folder, laid).findings)


def _by_file(findings: list[Finding]) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.edits[0].span.file, []).append(finding)
    return found
