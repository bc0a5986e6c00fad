"""A copy of the invented firm's site with changes; «…» in the new text marks the expected place."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notice.check import check
from notice.findings import Finding, Span
from notice.load import load

STARTER = Path(__file__).parents[2] / "notice" / "starter"
DAY = date(2026, 11, 22)

REGISTER = "content/registers/customers.yaml"
CONTROLLER = "content/controller.yaml"
SITE = "content/site.yaml"


@dataclass(frozen=True)
class Change:
    """In `file`, the first `old` becomes `new`; with `old` empty, `new` is put at the end."""

    file: str
    old: str
    new: str


def changed_site(folder: Path, *changes: Change) -> list[Span]:
    """Write the site into `folder`; returns the marked places in the order of the changes."""
    shutil.copytree(STARTER, folder)
    return [span for change in changes for span in _change(folder / change.file, change)]


def read_and_checked(folder: Path) -> tuple[Finding, ...]:
    """All findings of the site."""
    return check(load(folder), DAY).findings


def _change(path: Path, change: Change) -> list[Span]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert change.old in text, f"{change.file} holds no {change.old!r}"
    text = text.replace(change.old, change.new, 1) if change.old else text + change.new
    marked, spans = text, []
    while "«" in marked:
        before, _, rest = marked.partition("«")
        inside, _, after = rest.partition("»")
        spans.append(_span(change.file, before, inside))
        marked = before + inside + after
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(marked, encoding="utf-8")
    return spans


def _span(file: str, before: str, inside: str) -> Span:
    """Computed independently: lines and columns from 1, the end exclusive, on one line."""
    assert "\n" not in inside
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return Span(file, line, column, line, column + len(inside))
