"""From bytes to text: size, encoding, invisible characters, directives."""

import re
import unicodedata

from notice.findings import Finding, Span
from notice.yaml.faults import Stopped, fault, shown
from notice.yaml.sheet import Sheet, sheet_of

LARGEST = 1 << 20
"""The largest file that is read, in bytes: one MiB, larger than any notice and still read at once."""

# Left out on purpose: tab, LF and CR, which belong to a text file.
# U+0085, U+2028 and U+2029 are in: YAML breaks lines at them where no editor shows a break. So are the marks
# that turn the direction of writing: with them a reviewer sees another text than the one that is published.
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
# Possessive: CR LF can be read as one break or as two, and trying both ways on every line would never end.
_DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?+(?:\r\n|\r|\n)++)*+(%[^\r\n]*)")
_UTF_16 = re.compile(rb"\xff\xfe|\xfe\xff|\x00\x00\xfe\xff|[^\x00]\x00[^\x00]\x00|\x00[^\x00]\x00[^\x00]")


def decode(source: bytes, file: str) -> Sheet:
    """The text of the file, without a byte order mark at its beginning.

    What ends the reading is raised as `Stopped`: a file too large, another encoding, invisible characters.
    """
    if len(source) > LARGEST:
        raise Stopped(too_large(len(source), file))
    if _UTF_16.match(source):
        raise Stopped(_utf_16(file))
    try:
        sheet = sheet_of(source.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        raise Stopped(_not_utf_8(source, file)) from error
    invisible = _invisible(sheet)
    if invisible:
        raise Stopped(*invisible)
    directive = _DIRECTIVE.match(sheet.text)
    if directive:
        raise Stopped(_directive(sheet, *directive.span(1)))
    return sheet


def too_large(size: int, file: str) -> Finding:
    """The finding for a file of more than `LARGEST` bytes."""
    return fault(
        "Y012",
        Span(file),
        f"The file is {size / LARGEST:.1f} MiB; a file of facts or words is 1 MiB at most",
        "too large",
        "Split it into several files, or look whether another file was saved under this name",
    )


def _utf_16(file: str) -> Finding:
    return fault(
        "Y001",
        Span(file),
        "The file is saved as UTF-16 or UTF-32, not as UTF-8",
        "not UTF-8",
        "Save the file again as UTF-8: the editor offers it under “Save with encoding” or “Save as”",
    )


def _not_utf_8(source: bytes, file: str) -> Finding:
    # Asked once more without `-sig`, whose offset may count from behind the byte order mark.
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
    sheet = sheet_of(source.decode("utf-8-sig", errors="replace"), file)
    at = len(source[:offset].decode("utf-8-sig"))
    byte = source[offset]
    meant = bytes([byte]).decode("cp1252", errors="ignore")
    guess = f"; in Windows-1252 it would be “{meant}”" if meant.isprintable() and meant else ""
    return fault(
        "Y001",
        sheet.span(at, at + 1),
        f"The byte 0x{byte:02X} at offset {offset} is not UTF-8{guess}",
        "not UTF-8 from here on",
        "Save the file again as UTF-8: the editor offers it under “Save with encoding” or “Save as”",
    )


def _invisible(sheet: Sheet) -> list[Finding]:
    """One finding for each different character, at its first place."""
    places: dict[str, list[int]] = {}
    for found in INVISIBLE.finditer(sheet.text):
        places.setdefault(found[0], []).append(found.start())
    return [invisible_at(sheet.span(at[0], at[0] + 1), each, len(at)) for each, at in places.items()]


def invisible_at(span: Span, character: str, times: int = 1) -> Finding:
    """The finding for a character that cannot be seen and has no place in a notice."""
    name = unicodedata.name(character, "control character").lower()
    more = "" if times == 1 else f", {times} times in this file"
    return fault(
        "Y016",
        span,
        f"The invisible character U+{ord(character):04X} ({name}) stands here{more}",
        "cannot be seen",
        "Delete it; such characters come along when text is copied from another program",
    )


def _directive(sheet: Sheet, start: int, end: int) -> Finding:
    return fault(
        "Y002",
        sheet.span(start, end),
        f"The line `{shown(sheet.text[start:end])}` is an instruction to YAML programs; none is needed",
        "not needed",
        "Delete the line",
    )
