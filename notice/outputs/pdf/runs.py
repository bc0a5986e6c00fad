"""Runs: the inline content of a block, with emphasis, links and languages, as plain lists for the template.

A run is a string, or `[kind, attributes, runs]`; kinds are `strong`, `em`, `small`, `span`, `link` and `br`.
"""

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from notice.errors import CannotTypeset
from notice.outputs.pdf.tree import (
    Json,
    attribute,
    children,
    excerpt,
    is_unprinted,
    language_attributes,
    language_of,
    plain,
)

INLINE = {
    "strong": "strong",
    "em": "em",
    "small": "small",
    "a": "link",
    "span": "span",
    "abbr": "span",
    "time": "span",
}
SCHEMES = ("http://", "https://", "mailto:", "tel:")

# HTML's white space only: the no-break spaces U+00A0 and U+202F belong to words.
_WHITE = re.compile("[ \t\r\n\f]+")


class Anchors:
    """Links inside a page, and the blocks to which they lead.

    An id is attached to the next block with text, so that section links target headings.
    A block that no link targets has no anchor; a block with several ids has one anchor.
    """

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._blocks: dict[str, dict[str, Json]] = {}
        self._links: list[dict[str, Json]] = []

    def add(self, identifier: str) -> None:
        """Keep an id (if not empty) for the next block."""
        if identifier:
            self._waiting.append(identifier)

    def set_on(self, block: dict[str, Json]) -> None:
        """Attach all kept ids to the block with these attributes; do not copy the block, `join` adds to it."""
        for identifier in self._waiting:
            self._blocks.setdefault(identifier, block)
        self._waiting.clear()

    def link(self, link: dict[str, Json], identifier: str) -> None:
        """Register a link, whose attribute `to` is set by `join`."""
        link["to"] = identifier
        self._links.append(link)

    def join(self) -> None:
        """Join links and blocks; raises `CannotTypeset` for an id that no block has."""
        for link in self._links:
            identifier = str(link["to"])
            if identifier not in self._blocks:
                raise CannotTypeset(f"a link leads to #{identifier}, and nothing in the PDF has that id")
            link["to"] = self._blocks[identifier].setdefault("anchor", identifier)


class Runs:
    """Collects the runs of one block: white space collapsed as in a browser, ends trimmed."""

    def __init__(self, language: str, anchors: Anchors) -> None:
        self.runs: list[Json] = []
        self._language = language
        self._anchors = anchors
        self._last: tuple[list[Json], int] | None = None

    def add(self, node: LexborNode) -> None:
        """Add one text or inline element; raises `CannotTypeset` for an element that is not inline."""
        self._add(node, self.runs, self._language)

    def finish(self) -> list[Json]:
        """The runs, without a space at the end."""
        self._trim()
        return self.runs

    def _add(self, node: LexborNode, into: list[Json], language: str) -> None:
        if node.is_text_node:
            self._text(node.text_content or "", into)
            return
        if is_unprinted(node):
            return
        self._anchors.add(attribute(node, "id"))
        tag = node.tag or ""
        if tag == "br":
            self._trim()
            into.append(["br", {}, []])
            self._last = None
            return
        if tag not in INLINE:
            raise CannotTypeset(f"the PDF knows no <{tag}> inside a line of text: “{excerpt(node)}”")
        inner = language_of(node, language)
        attributes = language_attributes(inner) if inner != language else {}
        kind = self._link(node, attributes) if tag == "a" else INLINE[tag]
        runs: list[Json] = []
        for child in children(node):
            self._add(child, runs, inner)
        if runs:
            into.append([kind, attributes, runs])

    def _link(self, node: LexborNode, attributes: dict[str, Json]) -> str:
        """Complete the attributes of an `<a>`; returns its kind, `span` for one without an address."""
        href = attribute(node, "href")
        if not href:
            return "span"
        if href.startswith("#"):
            self._anchors.link(attributes, unquote(href[1:]))
        elif href.lower().startswith(SCHEMES):
            attributes["href"] = href
        else:
            raise CannotTypeset(
                f"the link “{excerpt(node)}” leads to {href}; a PDF needs a whole address (https, mailto, tel) or #id"
            )
        return "link"

    def _text(self, text: str, into: list[Json]) -> None:
        text = _WHITE.sub(" ", plain(text))
        if text.startswith(" ") and self._ends_with_space():
            text = text[1:]
        if not text:
            return
        if into and isinstance(into[-1], str):
            into[-1] += text
        else:
            into.append(text)
        self._last = (into, len(into) - 1)

    def _ends_with_space(self) -> bool:
        """Whether a space here would be the first of its line or the second in a row."""
        if self._last is None:
            return True
        runs, at = self._last
        return str(runs[at]).endswith(" ")

    def _trim(self) -> None:
        if self._last is None or not self._ends_with_space():
            return
        runs, at = self._last
        runs[at] = str(runs[at])[:-1]
        self._last = None
