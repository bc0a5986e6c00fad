"""The frame of code in a finding: the lines of the file around its place, with the place underlined."""

from functools import lru_cache

from notice.findings import Finding
from notice.reports.report import Report
from notice.reports.texts import mark
from notice.visible import columns, lines_of, visible

WIDEST = 160
"""The most characters of a line that are shown."""

BEFORE = 60
"""How many characters of a longer line are shown before the place."""


def frame(finding: Finding, report: Report) -> list[str]:
    """The line before, the line itself, and the mark below it; empty if the file has no such line."""
    span, paint = finding.span, report.paint
    source = _lines(report.sources.get(span.file, ""))
    if not 0 < span.line <= len(source):
        return []
    width, bar = len(str(span.line)), paint("|", "frame")
    rows = [f"{' ' * width} {bar}"]
    before = span.line - 1
    if before > 0 and source[before - 1].strip():
        rows.append(f"{str(before).rjust(width)} {bar} {_cut(source[before - 1], 0)[0]}")
    line = source[span.line - 1]
    end = span.end_column if span.end_line == span.line else len(line) + 1
    shown, indent, length = _underlined(line, span.column - 1, end - 1)
    marked = paint(f"{'^' * length} {mark(finding, report.language)}".rstrip(), str(finding.level))
    return [*rows, f"{span.line} {bar} {shown}", f"{' ' * width} {bar} {' ' * indent}{marked}"]


@lru_cache(maxsize=1)
def _lines(source: str) -> tuple[str, ...]:
    """The lines of a file, cached for its findings, which follow one another."""
    return tuple(lines_of(source))


def _underlined(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The visible part of a line around a span, and the columns before and below the span there."""
    shown, first, last = _cut(line, start)
    lead = "…" if first else ""
    before = columns(lead + visible(line[first:start]))
    until = columns(lead + visible(line[first : min(end, last)]))
    return shown, before, max(1, until - before)


def _cut(line: str, start: int) -> tuple[str, int, int]:
    """The visible part of a line around a place, with its first character and the one after its last."""
    first = max(0, start - BEFORE) if len(line) > WIDEST else 0
    last = min(len(line), first + WIDEST)
    return f"{'…' * (first > 0)}{visible(line[first:last])}{'…' * (last < len(line))}", first, last
