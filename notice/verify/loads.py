"""What a page, its style and any other text file fetch as they are opened: addresses, as written."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_ATTRIBUTES = frozenset(
    {"src", "poster", "data", "background", "action", "formaction", "manifest", "ping", "codebase", "classid"}
    | {"lowsrc", "dynsrc"}
)
_SETS = frozenset({"srcset", "imagesrcset"})
# A `<link>` that only names another page is not fetched.
_NAMED_ONLY = frozenset({"alternate", "author", "bookmark", "canonical", "help", "license", "next", "prev", "search"})
# Attributes that hold words, which may speak of anything.
_WORDS = re.compile(r"aria-.*|data-.*|alt|content|href|label|title")

# In CSS nothing is skipped, no comment and no string: what looks like an address somewhere may be one.
_URL = re.compile(r"url\(\s*([\"']?)(.*?)\s*(?:\1\s*\)|$)", re.IGNORECASE | re.DOTALL)
_IMPORT = re.compile(r"@import(?:\s|/\*.*?\*/)*([\"'])(.*?)\1", re.IGNORECASE | re.DOTALL)
_QUOTED_ADDRESS = re.compile(r"([\"'])(\s*(?:[a-z][a-z0-9+.-]*:)?//.*?)\1", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|\n|(.))", re.IGNORECASE)


def loads_of_style(css: str) -> Iterator[str]:
    """The addresses in `url(…)` and `@import "…"`, and quoted ones with a host, as in `image-set("https://…")`."""
    for text in dict.fromkeys((css, _ESCAPE.sub(_unescaped, css))):
        for pattern in (_URL, _IMPORT, _QUOTED_ADDRESS):
            yield from (found[2].strip() for found in pattern.finditer(text))


def loads_of_elements(nodes: "list[LexborNode]") -> Iterator[str]:
    """The addresses that the elements fetch, by attribute or by style."""
    for node in nodes:
        for name, value in node.attributes.items():
            yield from _of_attribute(node, name, value or "")
        if node.tag == "style":
            yield from loads_of_style(node.text() or "")


def _of_attribute(node: "LexborNode", name: str, value: str) -> Iterator[str]:
    if name in _ATTRIBUTES or (name == "xlink:href" and node.tag != "a") or (name == "href" and _fetches(node)):
        yield value
    elif name in _SETS:
        yield from (candidate.split()[0] for candidate in value.split(",") if candidate.strip())
    elif name == "style" or ("(" in value and not _WORDS.fullmatch(name)):
        yield from loads_of_style(value)


def _fetches(node: "LexborNode") -> bool:
    """Whether an element fetches its `href`: pictures in a drawing do, and most kinds of `<link>`."""
    if node.tag in ("link", "xhtml:link"):
        return not set((node.attributes.get("rel") or "").lower().split()) <= _NAMED_ONLY
    return node.tag not in ("a", "area", "base")


def _unescaped(escape: re.Match[str]) -> str:
    """The character that a CSS escape stands for: `\\75` is `u`."""
    if not escape[1]:
        return escape[2] or ""
    number = int(escape[1], 16)
    return chr(number) if 0 < number < 0x110000 else "\ufffd"
