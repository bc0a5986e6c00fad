"""Hostile files, each from a number alone: a file of a site with cuts, repeats, bytes and signs that break readers."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from load.pictures import png
from rules.overlay import STARTER

KINDS = ("yaml", "logo", "load", "words", "check")
"""What reads the input: the YAML reader, the readers of logos, the loader, the words' rules, the whole check."""

SHARES = {"yaml": 40, "logo": 32, "load": 16, "words": 8, "check": 4}
"""Of a hundred inputs; those that are read fastest are most."""

LARGEST = 200_000
"""The most bytes of an input; readers refuse a megabyte by its size."""

SIGNS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\t", b"\r", b"\r\n", b"\n\n",
    "\u202e".encode(), "\u200b".encode(), "\u2028".encode(), "e\u0301".encode(), b"\x1b]8;;x\x1b\\", b"::error::",
    b"&a [*a, *a]", b"*a", b"&b ", b"!!python/object:os.system x", b"<<: ", b"? ", b"- ", b"[", b"{", b"]", b"}", b"'", b'"',
    b"|\n", b">\n", b"%YAML 9", b"---\n", b"...\n", b"#", b": ", b"unknown", b"none", b"TODO", b"9" * 30, b"-1", b"1e999",
    b"2026-02-30", b"../../etc/passwd", b"con", b"a@b?bcc=c", b"https://x@y", b"javascript:alert(1)", b"<script>",
    b"](javascript:x)", b"**", b"__", b"[[[[", b"((((", b"\\u{d800}", b"{{ x }}", b"{% raw %}", b"#include", b"$x$",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<svg>", b"</svg>", b"<use href='#a'/>", b"<path d='M0 0", b" 1e9 1e9", b"<g>",
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#x0;", b"viewBox='0 0 0 0'", b"NaN", b"width='1e30'", b"IHDR", b"IDAT", b"IEND",
]  # fmt: skip

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40"><title>a</title>'
    b'<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
    b'<g transform="translate(1 2)"><path d="M0 0h10v10z" fill="url(#g)"/><rect width="3" height="3"/></g></svg>'
)


@dataclass(frozen=True)
class Input:
    """One input: its number, what reads it, the file that it stands for, and its bytes."""

    number: int
    kind: str
    file: str
    body: bytes


def made(number: int) -> Input:
    """The input of a number; the same on every machine."""
    chance = random.Random(number)
    kind = chance.choices(KINDS, [SHARES[one] for one in KINDS])[0]
    file, body = _seed(kind, chance)
    for _ in range(chance.choice((1, 1, 2, 3, 8, 30))):
        body = chance.choice(CHANGES)(body, chance)[:LARGEST]
    return Input(number, kind, file, body)


@cache
def _files() -> dict[str, bytes]:
    return {
        path.relative_to(STARTER).as_posix(): path.read_bytes()
        for path in sorted((STARTER / "content").rglob("*.yaml"))
    }


def _seed(kind: str, chance: random.Random) -> tuple[str, bytes]:
    if kind == "logo":
        if chance.random() < 0.5:
            return "content/logo.svg", SVG
        return "content/logo.png", png(colour=chance.choice((0, 2, 3, 4, 6)), interlaced=chance.random() < 0.5)
    words = [file for file in _files() if file.count("/") == 2 and "/registers/" not in file]
    file = chance.choice(words if kind == "words" else list(_files()))
    return file, _files()[file]


def _cut(body: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(body) + 1) for _ in range(2))
    return body[:start] + body[end:]


def _flip(body: bytes, chance: random.Random) -> bytes:
    if not body:
        return body
    at = chance.randrange(len(body))
    return body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]


def _put(body: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(body) + 1)
    return body[:at] + chance.choice(SIGNS) + body[at:]


def _repeat(body: bytes, chance: random.Random) -> bytes:
    """A short stretch, or a sign, very often: what makes a reader slow."""
    start = chance.randrange(len(body) + 1)
    stretch = chance.choice((body[start : start + chance.randrange(1, 40)], chance.choice(SIGNS))) or b"x"
    return body[:start] + stretch * (chance.choice((10, 100, 1_000, 100_000)) // len(stretch) + 1) + body[start:]


def _nest(body: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(body) + 1)
    depth = chance.choice((5, 50, 500, 5_000))
    opening, closing = chance.choice(((b"[", b"]"), (b"{a: ", b"}"), (b"<g>", b"</g>"), (b"- ", b""), (b"> ", b"")))
    return body[:at] + opening * depth + closing * depth + body[at:]


def _swap(body: bytes, chance: random.Random) -> bytes:
    lines = body.splitlines(keepends=True)
    if len(lines) < 2:
        return body
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _lines(body: bytes, chance: random.Random) -> bytes:
    """Many keys of one kind at the indentation of a line."""
    lines = body.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip(b" "))]
    new = [indent + b"k%d: v%d\n" % (number, number) for number in range(chance.choice((3, 30, 3_000)))]
    return b"".join([*lines[:at], *new, *lines[at:]])


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _flip, _put, _put, _repeat, _nest, _swap, _lines)
