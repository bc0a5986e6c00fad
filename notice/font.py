"""The characters that the PDF can show: those in the character map of its one font.

The page can fall back on the reader's fonts. The PDF has one font, which is embedded.
"""

import importlib.resources
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache

FONT = "fontpkg_source_sans_3"
"""The package that holds the font; upright and italic have the same characters."""

LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
"""Ligatures of the font, which a PDF reads back as their letters."""

_SET_FROM_PARTS = frozenset(
    "ǞǟǠǡǨǬǭȂȃȆȇȊȋȎȏȐȑȒȓȔȕȖȗȨȩȪȫȬȭȮȯȰȲȳѶѷӒӓӚӛӜӝӞӟӥӪӫӬӭӰӱӴӵӸӹḀḁḄḅḈḉḔḕḚḛḜḝḬḭḮḯḰṌṍṎṏṐṑṔṕṤṥṩṴṵṸṹṼṽẆẇẈẉẊẋẌẍẘẙ"
    "\u219a\u219b\u21ae\u21cd\u21cf\u2204\u2249\u2262\u226e\u226f\u2270\u2271"
)
"""Characters that the font lacks and the engine composes of a letter and a mark, and that are read back correctly.

Of others, such as `ǩ`, the letter is read twice. The tests measure both.
"""

_INVISIBLE = frozenset(
    "\t\n\r\u00ad\u200b\u200c\u200d\u2060\ufeff\u3000\u205f\u2007\u2008\u2009\u200a\u202f"
    + "".join(map(chr, (*range(0x2000, 0x2007), *range(0xFE00, 0xFE10), *range(0x2061, 0x2065))))
)
"""Spaces, joiners and variation selectors: the engine needs no glyph for them."""

_BASIC = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x201F), 0x2020, 0x2022, 0x2026, 0x20AC))
)
"""Characters that are not looked up in the font: nearly all of the three languages."""


def lacking(text: str) -> tuple[str, ...]:
    """The characters of the text that the PDF cannot show or that are not read back, each once, in order."""
    if _BASIC.issuperset(text):
        return ()
    # A letter and a mark with a common glyph are typeset as that glyph.
    composed = dict.fromkeys(unicodedata.normalize("NFC", text))
    return tuple(character for character in composed if not _is_shown(character))


def name(character: str) -> str:
    """The character's number and its name in Unicode: `U+FB01 LATIN SMALL LIGATURE FI`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def _is_shown(character: str) -> bool:
    if character in _BASIC or character in _INVISIBLE or character in _SET_FROM_PARTS:
        return True
    # A combining mark that remains after composition may split its letter.
    is_whole = character not in LIGATURES and not unicodedata.combining(character)
    return is_whole and ord(character) in characters()


@cache
def characters() -> frozenset[int]:
    """The code points with a glyph in every face of the font."""
    folder = importlib.resources.files(FONT) / "files"
    faces = [file.read_bytes() for file in folder.iterdir() if file.name.endswith(".ttf")]
    return frozenset[int].intersection(*(frozenset(_mapped(face)) for face in faces))


def _mapped(font: bytes) -> Iterator[int]:
    """The code points of the font's `cmap` table, from its subtable of format 12 (OpenType 1.9, chapter cmap)."""
    tables = {font[at : at + 4]: _numbers(">I", font, at + 8)[0] for at in range(12, 12 + 16 * _short(font, 4), 16)}
    start = tables[b"cmap"]
    records = [start + 4 + 8 * each for each in range(_short(font, start + 2))]
    subtables = [start + _numbers(">I", font, record + 4)[0] for record in records]
    full = next(at for at in subtables if _short(font, at) == 12)
    for group in range(_numbers(">I", font, full + 12)[0]):
        first, last, _ = _numbers(">III", font, full + 16 + 12 * group)
        yield from range(first, last + 1)


def _short(font: bytes, at: int) -> int:
    return _numbers(">H", font, at)[0]


def _numbers(form: str, font: bytes, at: int) -> tuple[int, ...]:
    return struct.unpack_from(form, font, at)
