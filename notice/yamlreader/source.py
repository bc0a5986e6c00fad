"""The text of one file, with positions as lines and columns; findings at them, and how they quote the text."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from notice.findings import NO_FIX, Finding, Fix, Level, Span, texts

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"\s#.*$")


@dataclass(frozen=True, slots=True)
class SourceText:
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


def source_text(text: str, file: str) -> SourceText:
    """The source for a decoded text; its lines end in LF, CRLF or CR."""
    return SourceText(file, text, (0, *(found.end() for found in _LINE_BREAK.finditer(text))))


NAMES = {
    "Y001": "file-unreadable",
    "Y002": "yaml-syntax",
    "Y003": "duplicate-key",
    "Y008": "yaml-tag",
    "Y009": "too-many-aliases",
    "Y010": "several-documents",
    "Y011": "tab-in-indentation",
    "Y012": "file-too-large",
    "Y013": "nested-too-deep",
    "Y015": "merge-key",
    "Y016": "control-character",
    "Y017": "key-not-text",
    "Y023": "text-without-quotes",
}
"""The name of each rule whose findings are made here."""


class Stopped(Exception):
    """Raised where the rest of a file cannot be read; `read` catches it."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings


def fault(code: str, span: Span, message: str = "", *, fix: Fix = NO_FIX, **arguments: object) -> Finding:
    """The finding of one fault; `message` is the key of one of the rule's messages, "" for its only one."""
    return Finding(span, code, NAMES[code], Level.ERROR, "", key=message, arguments=texts(arguments), fix=fix)


def in_quotes(text: str) -> str:
    """The text in YAML's double quotes; in single ones where it holds a double quote or a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shown(text: str, longest: int = 40) -> str:
    """The owner's text for a message: on one line, cut after `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
