"""A finished HTML page, read again: what it says, what it states, where it leads, what it loads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

LOADING = {"src", "srcset", "poster", "data", "background", "action", "formaction", "manifest", "ping"}
"""Attributes by which a page fetches something, besides `<link href>`."""


@dataclass(frozen=True)
class Page:
    """One page. `sections` are the words of each section of `<main>` by its id, `facts` the words of each fact,
    and `headed` those of them that stand in a heading.

    `links` are where its `<a>` and `<link>` lead, `loads` what it fetches, `ids` its anchors in order, and
    `scripts` the scripts and event handlers that it should not have.
    """

    path: str
    language: str
    title: str
    main: str
    sections: dict[str, str]
    boxed: frozenset[str]
    facts: dict[str, str]
    headed: dict[str, str]
    links: tuple[str, ...]
    loads: tuple[str, ...]
    ids: tuple[str, ...]
    scripts: tuple[str, ...]


def read_page(path: str, body: bytes) -> Page:
    """Reads a page as a browser would."""
    from selectolax.lexbor import LexborHTMLParser  # 20 times faster than html.parser, and it runs for every page

    tree = LexborHTMLParser(body.decode("utf-8"))
    root = tree.root
    main = tree.css_first("main")
    title = tree.css_first("title")
    return Page(
        path=path,
        language=(root.attributes.get("lang") or "") if root else "",
        title=title.text(strip=True) if title else "",
        main=(main.html or "") if main else "",
        sections={str(one.id): _words(one) for one in tree.css("main section[id]")},
        boxed=frozenset(str(one.id) for one in tree.css("main section.boxed[id]")),
        facts=_facts(tree.css("[data-fact]")),
        headed=_facts(tree.css(":is(h1, h2, h3, h4, h5, h6) [data-fact]")),
        links=tuple(one.attributes.get("href") or "" for one in tree.css("a[href]")),
        loads=tuple(_loads(tree.css("*"))),
        ids=tuple(str(one.id) for one in tree.css("[id]")),
        scripts=tuple(_scripts(tree.css("*"))),
    )


def _words(node: "LexborNode") -> str:
    return " ".join(node.text(separator=" ").split())


def _facts(nodes: "list[LexborNode]") -> dict[str, str]:
    """The words of each fact; one that stands in several places has all of them."""
    facts: dict[str, str] = {}
    for node in nodes:
        for fact in (node.attributes.get("data-fact") or "").split():
            facts[fact] = f"{facts.get(fact, '')} {_words(node)}".strip()
    return facts


def _loads(nodes: "list[LexborNode]") -> Iterator[str]:
    for node in nodes:
        for name, value in node.attributes.items():
            if name in LOADING or (name == "xlink:href" and node.tag != "a"):
                yield value or ""
            if name == "style" and "url(" in (value or ""):
                yield value or ""
        if node.tag == "link" and (node.attributes.get("rel") or "") in (
            "stylesheet",
            "icon",
            "preload",
            "modulepreload",
        ):
            yield node.attributes.get("href") or ""


def _scripts(nodes: "list[LexborNode]") -> Iterator[str]:
    for node in nodes:
        if node.tag in ("script", "iframe", "object", "embed", "form"):
            yield f"<{node.tag}>"
        for name, value in node.attributes.items():
            if name.startswith("on"):
                yield f"{name}="
            if (value or "").strip().lower().startswith("javascript:"):
                yield f"{name}={value}"
