"""Read a page as plain text, for comparing with a fragment whose tags are taken away."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_INLINE = ("a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "time", "wbr")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")
_UNSAID = ("nav", "figure", "svg", "style")


def linear_text(main: str) -> str:
    """The words of a `<main>` element: each cell after the head of its column, each link of the web with its address.

    Navigation, drawings with their headings, and elements for the screen alone have no words.
    """
    root = LexborHTMLParser(main).css_first("main")
    return "".join(_said(root)) if root is not None else ""


def outward_links(main: str) -> set[str]:
    """The addresses of links that lead out of the page."""
    links = {node.attributes.get("href") or "" for node in LexborHTMLParser(main).css("a[href]")}
    return {link for link in links if link and not link.startswith("#")}


def attribute_names(text: str) -> set[str]:
    """The names of all attributes in a fragment."""
    return {name for node in LexborHTMLParser(text).css("body *") for name in node.attributes}


def _said(node: LexborNode) -> Iterator[str]:
    if node.is_text_node:
        yield node.text_content or ""
        return
    tag = node.tag or ""
    if not node.is_element_node or tag in _UNSAID or node.attributes.get("data-print") == "no":
        return
    if tag in _HEADINGS and _next_tag(node) == "figure":
        return
    around = "" if tag in _INLINE else " "
    yield around
    if tag == "table":
        yield from _rows(node)
    else:
        for child in node.iter(include_text=True):
            yield from _said(child)
    if tag == "a":
        yield _address(node)
    yield around


def _rows(table: LexborNode) -> Iterator[str]:
    """Each row's cells, each after the head of its column."""
    heads = ["".join(_said(head)) for head in table.css("thead th")]
    for caption in table.css("caption"):
        yield from _said(caption)
    for row in table.css("tbody tr"):
        cells = [child for child in row.iter() if child.tag in ("th", "td")]
        for number, cell in enumerate(cells):
            yield heads[number] if number < len(heads) else ""
            yield from _said(cell)


def _address(link: LexborNode) -> str:
    """The address of a link of the web whose text does not show it."""
    href, text = link.attributes.get("href") or "", _UNSEEN.sub("", link.text())
    if not href.startswith(("https://", "http://")) or not text.strip():
        return ""
    return "" if href.split("://")[1].strip("/") in text else f" {href} "


def _next_tag(node: LexborNode) -> str:
    after = node.next
    while after is not None and not after.is_element_node:
        after = after.next
    return after.tag or "" if after is not None else ""
