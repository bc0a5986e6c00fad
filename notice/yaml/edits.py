"""Mends of a text: only the stretches concerned change, and every other byte stays as it is."""

from collections.abc import Iterable

from notice.findings import Finding, Span
from notice.yaml.sheet import Sheet, sheet_of

BOM = "\ufeff"


def mended(source: bytes, findings: Iterable[Finding]) -> tuple[bytes, tuple[Finding, ...]]:
    """The file with the edits of the findings, and the findings whose edits were taken.

    A finding is mended whole or not at all: not where one of its edits meets one taken before it, nor where
    something else stands than it says. The file is text in UTF-8; its byte order mark and line ends stay.
    """
    text = source.decode("utf-8")
    start = len(BOM) if text.startswith(BOM) else 0
    sheet = sheet_of(text[start:], "")
    stretches: list[tuple[int, int, str]] = []
    taken = []
    for finding in findings:
        wanted = [(*_bounds(edit.span, sheet), edit) for edit in finding.edits]
        fits = all(sheet.text[first:last] == edit.old for first, last, edit in wanted)
        if wanted and fits and not any(_meet(one, other) for one in wanted for other in stretches):
            stretches += [(first, last, edit.text) for first, last, edit in wanted]
            taken.append(finding)
    after = sheet.text
    for first, last, new in sorted(stretches, reverse=True):
        after = after[:first] + new + after[last:]
    return (text[:start] + after).encode(), tuple(taken)


def _bounds(span: Span, sheet: Sheet) -> tuple[int, int]:
    """Where the stretch begins and ends in the text; an empty one at its end where the text is shorter."""
    return _index(span.line, span.column, sheet), _index(span.end_line, span.end_column, sheet)


def _index(line: int, column: int, sheet: Sheet) -> int:
    return sheet.starts[line - 1] + column - 1 if line <= len(sheet.starts) else len(sheet.text)


def _meet(one: tuple[int, int, object], other: tuple[int, int, object]) -> bool:
    """True when two stretches share a place, or touch where one of them is empty."""
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
