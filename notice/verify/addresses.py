"""Addresses in finished files: their parts, and those that a style sheet loads."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LEFT_OUT = re.compile(r"[\t\n\r]")

# In CSS nothing is skipped, no comment and no string: what looks like an address somewhere may be one.
_URL = re.compile(r"url\(\s*([\"']?)(.*?)\s*(?:\1\s*\)|$)", re.IGNORECASE | re.DOTALL)
_IMPORT = re.compile(r"@import(?:\s|/\*.*?\*/)*([\"'])(.*?)\1", re.IGNORECASE | re.DOTALL)
_QUOTED_ADDRESS = re.compile(r"([\"'])(\s*(?:[a-z][a-z0-9+.-]*:)?//.*?)\1", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|\n|(.))", re.IGNORECASE)


def as_browsers_read(address: str) -> str:
    """The address without the characters that browsers skip, and with slashes for backslashes, as they read it."""
    return _LEFT_OUT.sub("", address).strip().replace("\\", "/")


def is_outward(address: str) -> bool:
    """Whether the address has a scheme or a host, and so leads out of the site."""
    plain = as_browsers_read(address)
    return plain.startswith("//") or _SCHEME.match(plain) is not None


def parts(address: str) -> SplitResult | None:
    """The parts of an address; None for a malformed one, as `https://[`."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def loads_of_style(css: str) -> Iterator[str]:
    """The addresses in `url(…)` and `@import "…"`, and quoted ones with a host, as in `image-set("https://…")`."""
    for text in dict.fromkeys((css, _ESCAPE.sub(_unescaped, css))):
        for pattern in (_URL, _IMPORT, _QUOTED_ADDRESS):
            yield from (found[2].strip() for found in pattern.finditer(text))


def _unescaped(escape: re.Match[str]) -> str:
    """The character of a CSS escape: `\\75` is `u`."""
    if not escape[1]:
        return escape[2] or ""
    number = int(escape[1], 16)
    return chr(number) if 0 < number < 0x110000 else "\ufffd"
