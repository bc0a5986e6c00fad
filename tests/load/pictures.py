"""PNG pictures of every form of the format, made for tests."""

import struct
import zlib

FORMS = [(0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8)]
FORMS += [(4, 8), (4, 16), (6, 8), (6, 16)]
"""Every type of colour with every depth that it may have."""

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def header(width: int, height: int, depth: int = 8, colour: int = 2, interlace: int = 0) -> bytes:
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace))


def png(
    width: int = 120, height: int = 40, *, colour: int = 2, depth: int = 8, interlaced: bool = False, extra: bytes = b""
) -> bytes:
    """A plain picture; `extra` are chunks before its pixels."""
    bits = CHANNELS[colour] * depth
    passes = ADAM7 if interlaced else [(0, 0, 1, 1)]
    lines = b""
    for left, top, across, down in passes:
        columns, rows = len(range(left, width, across)), len(range(top, height, down))
        if columns and rows:
            lines += (b"\0" + b"\x3c" * ((columns * bits + 7) // 8)) * rows
    palette = chunk(b"PLTE", bytes(2**depth * 3)) if colour == 3 else b""
    pixels = chunk(b"IDAT", zlib.compress(lines))
    return SIGNATURE + header(width, height, depth, colour, int(interlaced)) + extra + palette + pixels + END


END = chunk(b"IEND", b"")
