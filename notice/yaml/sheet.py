"""The text of one file, and the way from a place in it to a line and a column."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from notice.findings import Span

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"\s#.*$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file's text; `starts` holds the index at which each line begins. Indexes count code points from 0."""

    file: str
    text: str
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` to before `end`; what lies outside the text is cut off."""
        start = min(start, len(self.text))
        end = max(start, min(end, len(self.text)))
        line = bisect_right(self.starts, start)
        end_line = bisect_right(self.starts, end)
        column = start - self.starts[line - 1] + 1
        return Span(self.file, line, column, end_line, end - self.starts[end_line - 1] + 1)

    def line_number(self, index: int) -> int:
        """The line on which `index` stands, counted from 1."""
        return bisect_right(self.starts, index)

    def line(self, number: int) -> tuple[int, str]:
        """Where line `number` begins, and its text without the line break."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return start, self.text[start:end].rstrip("\r\n")

    def rest(self, index: int) -> tuple[int, str]:
        """What stands on the line from `index` on, without a comment behind it; first, where it ends."""
        start, line = self.line(self.line_number(index))
        rest = _COMMENT.sub("", line[index - start :]).rstrip()
        return index + len(rest), rest


def indentation(line: str) -> str:
    """The spaces and tabs with which a line begins."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def sheet_of(text: str, file: str) -> Sheet:
    """The sheet for a decoded text; its lines end in LF, CRLF or CR."""
    return Sheet(file, text, (0, *(found.end() for found in _LINE_BREAK.finditer(text))))
