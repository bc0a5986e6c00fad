"""The elements of the page's HTML and the types of the tree made of them; lines of text as runs, and their anchors."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from notice.errors import CannotTypeset

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"

# Kind, attributes, content; the docstring of `walk` lists the kinds.
TypstBlock: TypeAlias = "tuple[str, dict[str, Json], Json]"

# For every cell of every body row of one table: whether it heads its row.
RowHeaders: TypeAlias = "tuple[tuple[bool, ...], ...]"

_SOFT_HYPHEN = "\u00ad"


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The elements and texts directly inside, without comments."""
    for child in node.iter(include_text=True):
        if not child.is_comment_node:
            yield child


def elements(node: LexborNode, allowed: tuple[str, ...]) -> list[LexborNode]:
    """The elements of a list or table; raises `CannotTypeset` for any other content."""
    inside = [child for child in children(node) if not is_blank(child) and not is_unprinted(child)]
    for child in inside:
        if child.tag not in allowed:
            key = "pdf.text-inside" if child.is_text_node else "pdf.element-inside"
            raise CannotTypeset(key, tag=child.tag, outer=node.tag, text=excerpt(child))
    return inside


def attribute(node: LexborNode, name: str) -> str:
    """The attribute's value, empty when it is missing."""
    return node.attributes.get(name) or ""


def is_unprinted(node: LexborNode) -> bool:
    """Whether the page shows this element on the screen only: `data-print="no"`."""
    return attribute(node, "data-print") == "no"


def is_blank(node: LexborNode) -> bool:
    """Whether this is only the white space between elements."""
    return bool(node.is_text_node) and not (node.text_content or "").strip(" \t\r\n\f")


def language_of(node: LexborNode, around: str) -> str:
    """The language of an element inside text in the language `around`; `around` itself if they differ only in case."""
    own = attribute(node, "lang")
    if not own or own.lower() == around.lower():
        return around
    return own


def language_attributes(language: str) -> dict[str, Json]:
    """A language as attributes for Typst: `en-GB` becomes `lang` and `region`."""
    lang, _, region = language.partition("-")
    return {"lang": lang.lower(), "region": region.upper() if len(region) == 2 else None}


def plain(text: str) -> str:
    """Normalise text for the PDF: composed characters (NFC), no soft hyphens.

    A soft hyphen at which a line breaks makes some PDF readers lose a letter; Typst hyphenates by itself.
    """
    return unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "")


def excerpt(node: LexborNode) -> str:
    """The first words of an element, for error messages."""
    text = " ".join((node.text(deep=True) or "").split())
    return text if len(text) <= 40 else text[:39] + "…"


def length(node: LexborNode) -> int:
    """The number of characters in an element's text."""
    return len(" ".join(node.text().split()))


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

    An id is set on the next block with words, so that a link to a section leads to its heading.
    A block to which no link leads has no anchor; one with several ids has one.
    """

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._blocks: dict[str, dict[str, Json]] = {}
        self._links: list[dict[str, Json]] = []

    def add(self, identifier: str) -> None:
        """Remember an id (or none, when it is empty) for the next block."""
        if identifier:
            self._waiting.append(identifier)

    def set_on(self, block: dict[str, Json]) -> None:
        """Set all remembered ids on the block with these attributes; it must not be copied, `join` adds to it."""
        for identifier in self._waiting:
            self._blocks.setdefault(identifier, block)
        self._waiting.clear()

    def link(self, link: dict[str, Json], identifier: str) -> None:
        """Remember a link, whose attribute `to` is set in the end."""
        link["to"] = identifier
        self._links.append(link)

    def join(self) -> None:
        """Join links and blocks; raises `CannotTypeset` for an id that no block has."""
        for link in self._links:
            identifier = str(link["to"])
            if identifier not in self._blocks:
                raise CannotTypeset("pdf.no-anchor", id=identifier)
            link["to"] = self._blocks[identifier].setdefault("anchor", identifier)


class Runs:
    """Gathers the runs of one block: white space collapsed as in a browser, ends trimmed."""

    def __init__(self, language: str, anchors: Anchors) -> None:
        self.runs: list[Json] = []
        self._language = language
        self._anchors = anchors
        self._last: tuple[list[Json], int] | None = None

    def add(self, node: LexborNode) -> None:
        """Add one text or inline element; raises `CannotTypeset` for an element that no line of text holds."""
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
            raise CannotTypeset("pdf.inline", tag=tag, text=excerpt(node))
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
            raise CannotTypeset("pdf.link", text=excerpt(node), href=href)
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
