"""Addresses in pages, style sheets and drawings: their parts, and those that a browser loads."""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, urlsplit

LOADING = frozenset(
    {"src", "poster", "data", "background", "action", "formaction", "manifest", "ping", "codebase", "classid"}
    | {"lowsrc", "dynsrc"}
)
"""Attributes whose value a browser may fetch."""
LOADING_SETS = frozenset({"srcset", "imagesrcset"})
"""Attributes that list several addresses."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LEFT_OUT = re.compile(r"[\t\n\r]")

# In CSS nothing is skipped, no comment and no string: what looks like an address somewhere may be one.
_URL = re.compile(r"url\(\s*([\"']?)(.*?)\s*(?:\1\s*\)|$)", re.IGNORECASE | re.DOTALL)
_IMPORT = re.compile(r"@import(?:\s|/\*.*?\*/)*([\"'])(.*?)\1", re.IGNORECASE | re.DOTALL)
_QUOTED_ADDRESS = re.compile(r"([\"'])(\s*(?:[a-z][a-z0-9+.-]*:)?//.*?)\1", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|\n|(.))", re.IGNORECASE)

# Addresses that no browser opens: the XML namespaces and the licence of a drawing, and the alternates in the site map.
_NAMES = re.compile(
    r"""\b(?:xmlns(?::\w+)?|rdf:(?:about|resource))\s*=\s*(?:"[^"]*"|'[^']*')|<xhtml:link rel="alternate"[^>]*>"""
)


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


def loads_of_xml(text: str) -> Iterator[str]:
    """The addresses in a drawing or a site map that a style could load, in comments and notes too."""
    return loads_of_style(_NAMES.sub("", text))


def _unescaped(escape: re.Match[str]) -> str:
    """The character of a CSS escape: `\\75` is `u`."""
    if not escape[1]:
        return escape[2] or ""
    number = int(escape[1], 16)
    return chr(number) if 0 < number < 0x110000 else "\ufffd"
