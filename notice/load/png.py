"""PNG pictures read for their size, with every fault that would keep a browser or the PDF engine from showing one.

The format is that of W3C, Portable Network Graphics (PNG) Specification, Third Edition.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from notice.load.findings import PictureFault

MOST_PIXELS = 4_000_000
"""The most pixels of a picture: a few bytes may unpack into gigabytes."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The first column and row of each interlace pass, and the steps between its columns and rows."""

_LAST_FILTER = 4
"""The filters of a line are numbered from 0."""


@dataclass(frozen=True, slots=True)
class Header:
    """The `IHDR` chunk: size in pixels, bits of a sample, type of colour, interlaced or not."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool


def png_size(body: bytes) -> tuple[int, int]:
    """Width and height in pixels; raises `PictureFault` for a picture that is damaged, too large or moves."""
    if not body.startswith(SIGNATURE):
        raise PictureFault("damaged.no-png")
    chunks = list(_chunks(body))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise PictureFault("damaged")
    header = _header(chunks[0][1])
    _check_order(header, [name for name, _ in chunks])
    if not all(_is_palette(data, header) for name, data in chunks if name == b"PLTE"):
        raise PictureFault("damaged")
    packed = b"".join(data for name, data in chunks if name == b"IDAT")
    _check_pixels(packed, list(_lines(header)))
    return header.width, header.height


def _chunks(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks up to `IEND`, each with the right checksum."""
    at = len(SIGNATURE)
    while at < len(body):
        if at + 12 > len(body):
            raise PictureFault("damaged.cut-short")
        length, name = struct.unpack_from(">I4s", body, at)
        end = at + 8 + length
        if end + 4 > len(body):
            raise PictureFault("damaged.cut-short")
        if zlib.crc32(body[at + 4 : end]) != struct.unpack_from(">I", body, end)[0]:
            raise PictureFault("damaged")
        yield name, body[at + 8 : end]
        at = end + 4
        if name == b"IEND" and at < len(body):
            raise PictureFault("damaged.goes-on")


def _header(data: bytes) -> Header:
    if len(data) != 13:
        raise PictureFault("damaged")
    width, height, depth, colour, compression, filtering, interlace = struct.unpack(">IIBBBBB", data)
    if not width or not height:
        raise PictureFault("damaged.no-size")
    if depth not in _DEPTHS.get(colour, ()) or compression or filtering or interlace > 1:
        raise PictureFault("damaged")
    if width * height > MOST_PIXELS:
        raise PictureFault("pixels", width=width, height=height, millions=MOST_PIXELS // 1_000_000)
    return Header(width, height, depth, colour, interlace == 1)


def _check_order(header: Header, names: list[bytes]) -> None:
    """Chunks that a reader must understand, in an order that it can read."""
    if b"acTL" in names:
        raise PictureFault("moves")
    unknown = {name for name in names if not name[0] & 0x20} - _CRITICAL
    data = [at for at, name in enumerate(names) if name == b"IDAT"]
    in_one_run = bool(data) and data[-1] - data[0] + 1 == len(data)
    palettes = names.count(b"PLTE")
    palette_first = not palettes or (in_one_run and names.index(b"PLTE") < data[0])
    if palettes and b"tRNS" in names:  # how far each colour of the palette can be seen through
        palette_first = palette_first and names.index(b"PLTE") < names.index(b"tRNS")
    palette_fits = palettes == 1 if header.colour == 3 else palettes <= (1 if header.colour in (2, 6) else 0)
    if unknown or not in_one_run or not palette_first or not palette_fits or names.count(b"IHDR") > 1:
        raise PictureFault("damaged")


def _is_palette(data: bytes, header: Header) -> bool:
    """True for colours of three bytes each, at least one, and no more than a pixel can name."""
    most = 2**header.depth if header.colour == 3 else 256
    return 3 <= len(data) <= 3 * most and len(data) % 3 == 0


def _lines(header: Header) -> Iterator[tuple[int, int]]:
    """The lines of each pass: how many, and how many bytes of each, with one more for its filter."""
    bits = _CHANNELS[header.colour] * header.depth
    for left, top, across, down in _ADAM7 if header.interlaced else ((0, 0, 1, 1),):
        columns, rows = -(-(header.width - left) // across), -(-(header.height - top) // down)
        if columns > 0 and rows > 0:
            yield rows, 1 + (columns * bits + 7) // 8


def _check_pixels(packed: bytes, lines: list[tuple[int, int]]) -> None:
    """The pixels unpack to exactly their size, and each line has a known filter; no more than that is ever unpacked."""
    size = sum(rows * length for rows, length in lines)
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(packed, size + 1)
    except zlib.error as error:
        raise PictureFault("damaged") from error
    if len(unpacked) != size or not unpacking.eof:
        raise PictureFault("damaged")
    at = 0
    for rows, length in lines:
        if max(unpacked[at : at + rows * length : length]) > _LAST_FILTER:
            raise PictureFault("damaged")
        at += rows * length
