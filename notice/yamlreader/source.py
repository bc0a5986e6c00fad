"""The text of one file: decoded from its bytes, with positions as lines and columns, and findings that quote it."""

import re
import unicodedata
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


LARGEST = 1 << 20
"""The largest file that is read, in bytes: one MiB, larger than any notice and still read at once."""

# Left out on purpose: tab, LF and CR, which belong to a text file.
# U+0085, U+2028 and U+2029 are in: YAML breaks lines at them where no editor shows a break. So are the marks
# that turn the direction of writing: with them a reviewer sees another text than the one that is published.
# And so are characters without width: a word that holds one is another word to every rule and every search. The soft
# hyphen stays: it says where a word may be parted. Joiners stay between signs that need them, as in some emoji.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    "|(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d\ufe00-\ufe0f]|[\u200c\u200d](?=[A-Za-z\u00c0-\u024f])"
)
# Possessive: CR LF can be read as one break or as two, and trying both ways on every line would never end.
_DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n|\r|\n)++)*+(%[^\r\n]*)")
_UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|\x00\x00\xfe\xff|[^\x00]\x00[^\x00]\x00|\x00[^\x00]\x00[^\x00]")


def decode(body: bytes, file: str) -> SourceText:
    """The text of the file, without a byte order mark at its beginning.

    What ends the reading is raised as `Stopped`: a file too large, another encoding, invisible characters.
    """
    if len(body) > LARGEST:
        raise Stopped(too_large(len(body), file))
    if _UTF_16.match(body):
        raise Stopped(_utf_16(file))
    try:
        source = source_text(body.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        raise Stopped(_not_utf_8(body, file)) from error
    invisible = _invisible(source)
    if invisible:
        raise Stopped(*invisible)
    directive = _DIRECTIVE.match(source.text)
    if directive:
        raise Stopped(_directive(source, *directive.span(1)))
    return source


def too_large(size: int, file: str) -> Finding:
    """The finding for a file of more than `LARGEST` bytes."""
    return fault("Y012", Span(file), "bytes", size=size >> 10)


def _utf_16(file: str) -> Finding:
    return fault("Y001", Span(file), "utf-16")


def _not_utf_8(body: bytes, file: str) -> Finding:
    # Decoded once more without `-sig`, whose offset may count from behind the byte order mark.
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
    source = source_text(body.decode("utf-8-sig", errors="replace"), file)
    at = len(body[:offset].decode("utf-8-sig"))
    span, byte = source.span(at, at + 1), f"0x{body[offset]:02X}"
    meant = bytes([body[offset]]).decode("cp1252", errors="ignore")
    if meant and meant.isprintable():
        return fault("Y001", span, "byte.windows", byte=byte, offset=offset, meant=meant)
    return fault("Y001", span, "byte", byte=byte, offset=offset)


def _invisible(source: SourceText) -> list[Finding]:
    """One finding for each different character, at its first place."""
    places: dict[str, list[int]] = {}
    for found in INVISIBLE.finditer(source.text):
        places.setdefault(found[0], []).append(found.start())
    return [invisible_at(source.span(at[0], at[0] + 1), each, len(at)) for each, at in places.items()]


def invisible_at(span: Span, character: str, times: int = 1) -> Finding:
    """The finding for a character that cannot be seen and that no notice needs."""
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    if times == 1:
        return fault("Y016", span, "once", character=name)
    return fault("Y016", span, "several", character=name, times=times)


def _directive(source: SourceText, start: int, end: int) -> Finding:
    return fault("Y002", source.span(start, end), "directive", line=shown(source.text[start:end]))
