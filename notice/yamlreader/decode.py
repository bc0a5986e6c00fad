"""From bytes to text: size, encoding, invisible characters, directives."""

import re
import unicodedata

from notice.findings import Finding, Span
from notice.yamlreader.source import SourceText, Stopped, fault, shown, source_text

LARGEST = 1 << 20
"""The largest file that is read, in bytes: one MiB, larger than any notice and still read at once."""

# Left out on purpose: tab, LF and CR, which belong to a text file.
# U+0085, U+2028 and U+2029 are in: YAML breaks lines at them where no editor shows a break. So are the marks
# that turn the direction of writing: with them a reviewer sees another text than the one that is published.
# And so are characters without width: a word that holds one is another word to every rule and every search. The soft
# hyphen stays: it says where a word may be parted. Joiners stay between signs that need them, as in some emoji.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufeff\uffa0\ufffe\uffff\U000e0000-\U000e007f]"
    "|(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z\u00c0-\u024f])"
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
    return fault("Y012", Span(file), size=size >> 10)


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
