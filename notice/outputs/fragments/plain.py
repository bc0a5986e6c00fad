"""The plain fragment: headings, paragraphs and lists, which are read in the same order with all tags taken away.

A label and its value are one paragraph, a row of a table is a list with the column's head before each cell, an address
of the web follows its link, and each block has a line of its own. Left out are drawings and the table of contents.
"""

import html
import re
from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from notice.outputs.fragments.styled import heading

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = ("a", "abbr", "b", "br", "em", "i", "small", "span", "strong", "sub", "sup", "time", "wbr")
_LISTS = ("ul", "ol")
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_TAGS = re.compile(r"<[^>]*>")
_ENDS = tuple(".,;:!?…–")


def plain_html(main: str, language: str, level: int) -> str:
    """The fragment made of a `<main>` element, with the title's heading on `level`."""
    root = LexborHTMLParser(main).css_first("main")
    blocks = list(_blocks(root, level)) if root is not None else []
    return f'<div lang="{language}">\n' + "".join(f"{block}\n" for block in blocks) + "</div>\n"


def _blocks(node: LexborNode, level: int) -> Iterator[str]:
    """The blocks inside an element; text beside blocks is a paragraph of its own."""
    flowing: list[LexborNode] = []
    for child in node.iter(include_text=True):
        if child.is_text_node or child.tag in _INLINE:
            flowing.append(child)
            continue
        if child.is_element_node:
            yield from _paragraph(flowing)
            flowing = []
            yield from _block(child, level)
    yield from _paragraph(flowing)


def _block(node: LexborNode, level: int) -> Iterator[str]:
    tag = node.tag or ""
    if tag in ("nav", "figure", "svg", "style") or node.attributes.get("data-print") == "no":
        return
    if tag in _HEADINGS:
        if not _heads_a_drawing(node) and (text := _inline([node])):
            yield f"<{heading(tag, level)}>{text}</{heading(tag, level)}>"
    elif tag in ("p", "address"):
        yield from _paragraph([node])
    elif tag == "dl":
        yield from _descriptions(node, level)
    elif tag == "table":
        yield from _table(node, level)
    elif tag in _LISTS:
        yield _list(tag, [_item(child, level) for child in node.iter() if child.tag == "li"])
    else:
        yield from _blocks(node, level)


def _paragraph(nodes: Sequence[LexborNode]) -> Iterator[str]:
    if text := _inline(nodes):
        yield f"<p>{text}</p>"


def _descriptions(node: LexborNode, level: int) -> Iterator[str]:
    """Each label with its values; their elements may be grouped by `<div>`."""
    label = ""
    for child in node.css("dt, dd"):
        if child.tag == "dt":
            if label:
                yield f"<p>{label}</p>"
            label = _label(_inline([child]))
        elif (value := _value(child)) is not None:
            yield f"<p>{label} {value}</p>" if label else f"<p>{value}</p>"
            label = ""
        else:
            if label:
                yield f"<p>{label}</p>"
            label = ""
            yield from _blocks(child, level)


def _table(node: LexborNode, level: int) -> Iterator[str]:
    heads = [_inline([head]) for head in node.css("thead th")]
    for caption in node.css("caption"):
        yield from _paragraph([caption])
    for row in node.css("tbody tr"):
        cells = [cell for cell in row.iter() if cell.tag in ("th", "td")]
        lines = []
        for number, cell in enumerate(cells):
            value = _value(cell)
            text = " ".join(_blocks(cell, level)) if value is None else value
            head = f"{_ended(heads[number], ':')} " if number < len(heads) else ""
            lines.append(f"{head}{text}".strip())
        if lines:
            yield f"<p><strong>{lines[0]}</strong></p>"
        if lines[1:]:
            yield _list("ul", lines[1:])


def _value(node: LexborNode) -> str | None:
    """A value that fits in a line: its text, or the items of its only list; None for other blocks."""
    inside = [child for child in node.iter(include_text=True) if not _is_blank(child)]
    if all(child.is_text_node or child.tag in _INLINE for child in inside):
        return _inline(inside)
    if len(inside) == 1 and inside[0].tag in ("p", "address"):
        return _inline(inside)
    if len(inside) == 1 and inside[0].tag in _LISTS:
        items = [_value(item) for item in inside[0].iter() if item.tag == "li"]
        if None not in items:
            return "".join(_joined([item for item in items if item]))
    return None


def _joined(items: Sequence[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        is_last = number == len(items) - 1
        yield item if is_last else f"{_ended(item, ';')} "


def _item(node: LexborNode, level: int) -> str:
    value = _value(node)
    return "\n".join(["", *_blocks(node, level), ""]) if value is None else value


def _list(tag: str, items: Sequence[str]) -> str:
    """A list whose items end in a sign, so that they are apart without it."""
    ends = [";"] * (len(items) - 1) + ["."]
    lines = [
        f"<li>{item if item.endswith(chr(10)) else _ended(item, end)}</li>"
        for item, end in zip(items, ends, strict=True)
    ]
    return "\n".join([f"<{tag}>", *lines, f"</{tag}>"])


def _label(text: str) -> str:
    return f"<strong>{_ended(text, ':')}</strong>" if text else ""


def _ended(text: str, end: str) -> str:
    """The text with a sign at its end, unless it has one."""
    return text if not text or _TAGS.sub("", text).endswith(_ENDS) else text + end


def _inline(nodes: Sequence[LexborNode]) -> str:
    """The text of the elements in one line, with emphasis, links and languages."""
    pieces = "".join(piece for node in nodes for piece in _pieces(node))
    return _WHITE.sub(" ", pieces).strip().replace(" <br>", "<br>").replace("<br> ", "<br>").replace("<br>", "<br>\n")


def _pieces(node: LexborNode) -> Iterator[str]:
    if node.is_text_node:
        yield html.escape(_UNSEEN.sub("", node.text_content or ""), quote=False)
        return
    if not node.is_element_node or node.attributes.get("data-print") == "no":
        return
    if node.tag == "br":
        yield ", " if node.parent is not None and node.parent.tag == "address" else "<br>"
        return
    inside = "".join(piece for child in node.iter(include_text=True) for piece in _pieces(child))
    if not inside.strip():
        yield inside
        return
    href = node.attributes.get("href") or ""
    if node.tag == "a" and href and not href.startswith("#"):
        inside = f'<a href="{html.escape(href)}">{inside}</a>{_address_after(href, inside)}'
    elif node.tag in ("strong", "em"):
        inside = f"<{node.tag}>{inside}</{node.tag}>"
    lang = node.attributes.get("lang") or ""
    yield f'<span lang="{html.escape(lang)}">{inside}</span>' if lang else inside


def _address_after(href: str, text: str) -> str:
    """The address of a link of the web after its text, where the text is another."""
    if not href.startswith(("http://", "https://")):
        return ""
    bare = href.partition("://")[2].strip("/")
    return "" if bare in html.unescape(_TAGS.sub("", text)) else f" ({html.escape(href, quote=False)})"


def _heads_a_drawing(node: LexborNode) -> bool:
    """Whether the next element is a drawing."""
    after = node.next
    while after is not None and not after.is_element_node:
        after = after.next
    return after is not None and after.tag == "figure"


def _is_blank(node: LexborNode) -> bool:
    return not node.is_element_node and not (node.text_content or "").strip()
