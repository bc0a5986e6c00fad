"""Apply the fixes of findings to a text: only the stretches concerned change; and the fix that deletes an entry."""

import re
from collections.abc import Iterable

from notice.findings import Edit, Finding, Span
from notice.yamlreader.source import SourceText, source_text

BOM = "\ufeff"

_BEFORE = re.compile(r"\s*(?:- +)?")
_AFTER = re.compile(r"\s*(?:#.*)?")


def fixed(body: bytes, findings: Iterable[Finding]) -> tuple[bytes, tuple[Finding, ...]]:
    """The file with the fixes of the findings, and the findings whose fixes were applied.

    A fix is applied whole or not at all: not where one of its edits meets one applied before it, nor where
    something else stands than it says. The file is text in UTF-8; its byte order mark and line ends stay.
    """
    text = body.decode("utf-8")
    start = len(BOM) if text.startswith(BOM) else 0
    source = source_text(text[start:], "")
    stretches: list[tuple[int, int, str]] = []
    applied = []
    for finding in findings:
        wanted = [(*_bounds(edit.span, source), edit) for edit in finding.fix.edits]
        fits = all(source.text[first:last] == edit.old for first, last, edit in wanted)
        if wanted and fits and not any(_meet(one, other) for one in wanted for other in stretches):
            stretches += [(first, last, edit.text) for first, last, edit in wanted]
            applied.append(finding)
    after = source.text
    for first, last, new in sorted(stretches, reverse=True):
        after = after[:first] + new + after[last:]
    return (text[:start] + after).encode(), tuple(applied)


def removal(source: SourceText, start: Span, end: Span) -> Edit | None:
    """The edit that deletes the lines of an entry, from its key or its value to the end of its value.

    None where something else stands on its lines, as in a mapping in brackets.
    """
    first, before = source.line(start.line)
    _, after = source.line(end.end_line)
    if not _BEFORE.fullmatch(before[: start.column - 1]) or not _AFTER.fullmatch(after[end.end_column - 1 :]):
        return None
    until = source.starts[end.end_line] if end.end_line < len(source.starts) else len(source.text)
    return Edit(source.span(first, until), "", source.text[first:until])


def _bounds(span: Span, source: SourceText) -> tuple[int, int]:
    """Where the stretch begins and ends in the text; an empty one at its end where the text is shorter."""
    return _index(span.line, span.column, source), _index(span.end_line, span.end_column, source)


def _index(line: int, column: int, source: SourceText) -> int:
    return source.starts[line - 1] + column - 1 if line <= len(source.starts) else len(source.text)


def _meet(one: tuple[int, int, object], other: tuple[int, int, object]) -> bool:
    """True when two stretches share a place, or touch where one of them is empty."""
    return (one[0] < other[1] and other[0] < one[1]) or one[:2] == other[:2]
