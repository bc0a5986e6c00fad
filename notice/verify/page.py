"""Read a finished HTML page back: its words, the facts it states, its links, and what it loads."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from notice.links.loads import LOADING, LOADING_SETS, loads_of_style
from notice.verify.readings import Page

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
