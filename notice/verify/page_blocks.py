"""The blocks of words on a page, read from its HTML."""

import itertools
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from notice.verify.readings import Block, block

_ROLES = {
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "p": "P",
    "address": "P",
    "li": "LBody",
    "dt": "Lbl",
    "dd": "LBody",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
}
_BODIES = ("li", "dt", "dd", "th", "td", "caption")
_INLINE = ("a", "abbr", "br", "em", "small", "span", "strong", "time")


def page_blocks(main: str, language: str) -> list[Block]:
    """The blocks of a `<main>` element in reading order; `language` is the page's, for a `main` without `lang`.

    Navigation and elements for the screen alone (`data-print="no"`) have no blocks.
    """
    tree = LexborHTMLParser(main)
    root = tree.css_first("main") or tree.body
    if root is None:
        return []
    return list(_blocks(root, root.attributes.get("lang") or language))


def _blocks(node: LexborNode, page: str) -> Iterator[Block]:
    """The blocks of an element and its descendants."""
    tag = node.tag or ""
    if tag == "nav" or node.attributes.get("data-print") == "no":
        return
    if tag == "figure":
        drawing = node.css_first("svg[aria-label]")
        alternative = (drawing.attributes.get("aria-label") or "") if drawing is not None else ""
        yield block("Figure", [(_language(node, page), alternative)], page)
    elif tag in _BODIES:
        yield from _body(node, page)
    elif tag in _ROLES:
        yield from _words(_ROLES[tag], [node], page)
    else:
        number = int(node.attributes.get("start") or 1)
        for child in node.iter():
            if tag == "ol":
                yield block("Lbl", [(page, f"{number}.")], page)
                number += 1
            yield from _blocks(child, page)


def _body(node: LexborNode, page: str) -> Iterator[Block]:
    """The blocks of an item or a cell: one text alone has the item's role, texts among other blocks are paragraphs."""
    role = "P" if _shares_a_term(node) else _ROLES[node.tag or ""]
    inside = [child for child in node.iter(include_text=True) if _has_words(child)]
    if all(_flows(child) for child in inside) or (len(inside) == 1 and inside[0].tag in ("p", "address")):
        yield from _words(role, inside, page)
        return
    for flows, nodes in itertools.groupby(inside, _flows):
        if flows:
            yield from _words("P", list(nodes), page)
            continue
        for child in nodes:
            yield from _blocks(child, page)


def _words(role: str, nodes: Sequence[LexborNode], page: str) -> Iterator[Block]:
    """One block from the text of these elements, or none where there is no text."""
    words = block(role, [piece for node in nodes for piece in _pieces(node, page)], page)
    if words.text:
        yield words


def _pieces(node: LexborNode, page: str) -> Iterator[tuple[str, str]]:
    """The text of an element, as pairs of language and text."""
    if node.is_text_node:
        yield _language(node.parent, page), node.text_content or ""
    elif node.tag == "br":
        yield _language(node.parent, page), " "
    elif node.is_element_node and node.attributes.get("data-print") != "no":
        for child in node.iter(include_text=True):
            yield from _pieces(child, page)


def _language(node: LexborNode | None, page: str) -> str:
    while node is not None:
        if own := node.attributes.get("lang"):
            return own
        node = node.parent
    return page


def _shares_a_term(node: LexborNode) -> bool:
    """Whether this is one of several descriptions of a term; together they are one body of paragraphs."""
    return node.tag == "dd" and "dd" in (_neighbour(node, "prev"), _neighbour(node, "next"))


def _neighbour(node: LexborNode, side: str) -> str:
    """The tag of the element before (`prev`) or after (`next`)."""
    other = getattr(node, side)
    while other is not None and not other.is_element_node:
        other = getattr(other, side)
    return other.tag or "" if other is not None else ""


def _has_words(node: LexborNode) -> bool:
    """Whether the node has text to read: comments, white space and elements for the screen alone have none."""
    if node.is_text_node:
        return bool((node.text_content or "").strip())
    return bool(node.is_element_node) and node.attributes.get("data-print") != "no"


def _flows(node: LexborNode) -> bool:
    return bool(node.is_text_node) or node.tag in _INLINE
