"""The fragment with a style of its own: the page's `<main>`, with prefixed ids and classes."""

import html
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

WRAPPER = "notice-embed"
"""The class of the element around a fragment, to which its style is limited."""

DEEPEST = 6

_HEADINGS = {f"h{level}": level for level in range(1, DEEPEST + 1)}
# Elements that would be landmarks of the other page.
_NEUTRAL = {"main": "div", "header": "div", "footer": "div"}
_VOID = frozenset({"br", "hr", "img", "wbr", "col"})
_REFERENCES = frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"})
_DROPPED = frozenset({"data-fact", "data-print", "tabindex"})


def styled_html(main: str, language: str, level: int, prefix: str, css: str) -> str:
    """The fragment made of a `<main>` element; `prefix` begins each of its ids."""
    root = LexborHTMLParser(main).css_first("main")
    inside = "".join(_html(child, level, prefix) for child in _children(root)) if root is not None else ""
    return f'<div class="{WRAPPER}" lang="{language}">\n<style>{css}</style>\n{inside.strip()}\n</div>\n'


def heading(tag: str, level: int) -> str:
    """The tag of a heading when that of the title is on the level."""
    return f"h{min(_HEADINGS[tag] + level - 1, DEEPEST)}"


def _html(node: LexborNode, level: int, prefix: str) -> str:
    if node.is_text_node:
        return html.escape(node.text_content or "", quote=False)
    if not node.is_element_node:
        return ""
    old = node.tag or ""
    tag = heading(old, level) if old in _HEADINGS else _NEUTRAL.get(old, old)
    start = "".join(f' {name}="{html.escape(value)}"' for name, value in _attributes(node, prefix))
    if tag in _VOID:
        return f"<{tag}{start}>"
    inside = "".join(_html(child, level, prefix) for child in _children(node))
    return f"<{tag}{start}>{inside}</{tag}>"


def _attributes(node: LexborNode, prefix: str) -> Iterator[tuple[str, str]]:
    classes = (node.attributes.get("class") or "").split()
    if node.tag in _HEADINGS:
        classes.insert(0, node.tag or "")
    if classes:
        yield "class", " ".join(f"notice-{one}" for one in classes)
    for name, value in node.attributes.items():
        if name == "class" or name in _DROPPED:
            continue
        yield name, _prefixed(name, value or "", prefix)


def _prefixed(name: str, value: str, prefix: str) -> str:
    """An attribute's value with its ids under their new names."""
    if name == "id":
        return prefix + value
    if name in _REFERENCES:
        return " ".join(prefix + one for one in value.split())
    if name in ("href", "xlink:href") and value.startswith("#") and len(value) > 1:
        return f"#{prefix}{value[1:]}"
    return value.replace("url(#", f"url(#{prefix}")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    yield from node.iter(include_text=True)
