"""Read a finished HTML page again: its words and blocks, the facts it states, its links, and what it loads."""

import itertools
import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from notice.links.loads import LOADING, LOADING_SETS, loads_of_style
from notice.verify.readings import Block, Page, block

_REFUSED = ("applet", "base", "embed", "form", "frame", "frameset", "iframe", "object", "script", "template")
_RUNS = re.compile(r"(?:java|vb)script:", re.IGNORECASE)
# Kinds of `<link>` that only name another page; browsers do not fetch them.
_NAMED_ONLY = frozenset({"alternate", "author", "bookmark", "canonical", "help", "license", "next", "prev", "search"})
# Attributes with text for people, which may mention any address.
_WORDS = re.compile(r"aria-.*|data-.*|alt|content|href|label|title")
# Browsers ignore these anywhere in a scheme.
_SKIPPED = re.compile(r"[\x00-\x20]")


def read_page(path: str, body: bytes) -> Page:
    """Parse a page as a browser would."""
    tree = LexborHTMLParser(body.decode("utf-8", errors="replace"))
    root = tree.root
    main = tree.css_first("main")
    title = tree.css_first("title")
    elements = tree.css("*")
    return Page(
        path=path,
        language=(root.attributes.get("lang") or "") if root else "",
        title=title.text(strip=True) if title else "",
        main=(main.html or "") if main else "",
        sections={str(node.id): _words(node) for node in tree.css("main section[id]")},
        boxed=frozenset(str(node.id) for node in tree.css("main section.boxed[id]")),
        facts=_facts(tree.css("[data-fact]")),
        texts=tuple(_texts(tree.css("main *"))),
        draft=" ".join(_words(node) for node in tree.css("main .draft")),
        example=" ".join(_words(node) for node in tree.css("main .example")),
        headed=_facts(tree.css(":is(h1, h2, h3, h4, h5, h6) [data-fact]")),
        links=tuple(node.attributes.get("href") or "" for node in tree.css("a[href]")),
        loads=tuple(_loads(elements)),
        ids=tuple(str(node.id) for node in tree.css("[id]")),
        scripts=tuple(_scripts(elements)),
    )


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def _facts(nodes: list[LexborNode]) -> dict[str, str]:
    """The words of each fact, from all elements that state it."""
    facts: dict[str, str] = {}
    for node in nodes:
        for fact in (node.attributes.get("data-fact") or "").split():
            facts[fact] = f"{facts.get(fact, '')} {_words(node)}".strip()
    return facts


def _texts(nodes: list[LexborNode]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        fact = node.attributes.get("data-fact") or ""
        if fact or not any(child.is_element_node for child in node.iter()):
            yield fact, _words(node)


def _scripts(nodes: list[LexborNode]) -> Iterator[str]:
    for node in nodes:
        if node.tag in _REFUSED:
            yield f"<{node.tag}>"
        if node.tag == "meta" and (node.attributes.get("http-equiv") or "").strip().lower() == "refresh":
            yield "refresh"
        for name, value in node.attributes.items():
            if name.startswith("on"):
                yield f"{name}="
            if _RUNS.match(_SKIPPED.sub("", value or "")):
                yield f"{name}={value}"


def _loads(nodes: list[LexborNode]) -> Iterator[str]:
    """The addresses that the elements fetch, by an attribute or a style."""
    for node in nodes:
        for name, value in node.attributes.items():
            yield from _of_attribute(node, name, value or "")
        if node.tag == "style":
            yield from loads_of_style(node.text() or "")


def _of_attribute(node: LexborNode, name: str, value: str) -> Iterator[str]:
    if name in LOADING or (name == "xlink:href" and node.tag != "a") or (name == "href" and _fetches(node)):
        yield value
    elif name in LOADING_SETS:
        yield from (candidate.split()[0] for candidate in value.split(",") if candidate.strip())
    elif name == "style" or ("(" in value and not _WORDS.fullmatch(name)):
        yield from loads_of_style(value)


def _fetches(node: LexborNode) -> bool:
    """Whether an element fetches its `href`: pictures in a drawing do, and most kinds of `<link>`."""
    if node.tag in ("link", "xhtml:link"):
        return not set((node.attributes.get("rel") or "").lower().split()) <= _NAMED_ONLY
    return node.tag not in ("a", "area", "base")


_ROLES = {
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
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
    """The blocks of a `<main>` element in reading order; `language` is the page's, where `main` has no `lang`.

    Navigation and elements for the screen alone (`data-print="no"`) have no blocks.
    """
    tree = LexborHTMLParser(main)
    root = tree.css_first("main") or tree.body
    if root is None:
        return []
    return list(_blocks(root, root.attributes.get("lang") or language))


def _blocks(node: LexborNode, page: str) -> Iterator[Block]:
    """The blocks of an element and of all inside it."""
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
        yield from _inline_block(_ROLES[tag], [node], page)
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
        yield from _inline_block(role, inside, page)
        return
    for flows, nodes in itertools.groupby(inside, _flows):
        if flows:
            yield from _inline_block("P", list(nodes), page)
            continue
        for child in nodes:
            yield from _blocks(child, page)


def _inline_block(role: str, nodes: Sequence[LexborNode], page: str) -> Iterator[Block]:
    """One block from the text of these elements, or none where there is no text."""
    words = block(role, [piece for node in nodes for piece in _pieces(node, page)], page)
    if words.text:
        yield words


def _pieces(node: LexborNode, page: str) -> Iterator[tuple[str, str]]:
    """The text of an element in pieces, each after its language."""
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
    """Whether this is one of several descriptions of one term: together they are one body of paragraphs."""
    return node.tag == "dd" and "dd" in (_neighbour(node, "prev"), _neighbour(node, "next"))


def _neighbour(node: LexborNode, side: str) -> str:
    """The tag of the element before (`prev`) or after (`next`)."""
    other = getattr(node, side)
    while other is not None and not other.is_element_node:
        other = getattr(other, side)
    return other.tag or "" if other is not None else ""


def _has_words(node: LexborNode) -> bool:
    """Whether there is anything to read: no comment, no white space, nothing for the screen alone."""
    if node.is_text_node:
        return bool((node.text_content or "").strip())
    return bool(node.is_element_node) and node.attributes.get("data-print") != "no"


def _flows(node: LexborNode) -> bool:
    return bool(node.is_text_node) or node.tag in _INLINE
