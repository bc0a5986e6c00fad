"""Runs: the text inside a block, with its emphasis, links and languages, as plain lists for the template.

A run is a string, or `[kind, attributes, runs]`; kinds are `strong`, `em`, `small`, `span`, `link` and `br`.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from notice.errors import CannotTypeset
from notice.outputs.pdf.anchors import Anchors
from notice.outputs.pdf.tree import Json

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

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

# HTML's white space only: the no-break spaces U+00A0 and U+202F are words' own.
_WHITE = re.compile("[ \t\r\n\f]+")
_SOFT_HYPHEN = "\u00ad"


class Runs:
    """Gathers the runs of one block: white space collapsed as a browser does, ends trimmed."""

    def __init__(self, language: str, anchors: Anchors) -> None:
        self.runs: list[Json] = []
        self._language = language
        self._anchors = anchors
        self._last: tuple[list[Json], int] | None = None

    def add(self, node: "LexborNode") -> None:
        """Add one text or inline element; raises `CannotTypeset` for an element that stands in no line of text."""
        self._add(node, self.runs, self._language)

    def finish(self) -> list[Json]:
        """The runs, without a space at the end."""
        self._trim()
        return self.runs

    def _add(self, node: "LexborNode", into: list[Json], language: str) -> None:
        if node.is_text_node:
            self._text(node.text_content or "", into)
            return
        if unprinted(node):
            return
        self._anchors.wait(attribute(node, "id"))
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

    def _link(self, node: "LexborNode", attributes: dict[str, Json]) -> str:
        """Complete the attributes of an `<a>`; returns its kind, for without an address it is no link."""
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


def plain(text: str) -> str:
    """The text as the PDF sets it: composed characters, no soft hyphens.

    A soft hyphen at which a line breaks makes some PDF readers lose a letter; Typst hyphenates by itself.
    """
    return unicodedata.normalize("NFC", text).replace(_SOFT_HYPHEN, "")


def children(node: "LexborNode") -> Iterator["LexborNode"]:
    """The elements and texts directly inside, without comments."""
    for child in node.iter(include_text=True):
        if not child.is_comment_node:
            yield child


def elements(node: "LexborNode", allowed: tuple[str, ...]) -> "list[LexborNode]":
    """The elements of a list or table; whatever else stands there is refused."""
    found = [child for child in children(node) if not blank(child) and not unprinted(child)]
    for child in found:
        if child.tag not in allowed:
            name = "text" if child.is_text_node else f"<{child.tag}>"
            raise CannotTypeset(f"the PDF knows no {name} directly in <{node.tag}>: “{excerpt(child)}”")
    return found


def attribute(node: "LexborNode", name: str) -> str:
    """The attribute's value, empty when it is missing."""
    return node.attributes.get(name) or ""


def unprinted(node: "LexborNode") -> bool:
    """Whether the page keeps this element for the screen: `data-print="no"`."""
    return attribute(node, "data-print") == "no"


def blank(node: "LexborNode") -> bool:
    """Whether this is only the white space between elements."""
    return bool(node.is_text_node) and not (node.text_content or "").strip(" \t\r\n\f")


def language_of(node: "LexborNode", around: str) -> str:
    """The language of an element inside text in the language `around`; the same language changes nothing."""
    own = attribute(node, "lang")
    if not own or own.lower() == around.lower():
        return around
    return own


def language_attributes(language: str) -> dict[str, Json]:
    """A language as Typst takes it: `en-GB` is its `lang` and its `region`."""
    lang, _, region = language.partition("-")
    return {"lang": lang.lower(), "region": region.upper() if len(region) == 2 else None}


def excerpt(node: "LexborNode") -> str:
    """The first words of an element, to find it by."""
    text = " ".join((node.text(deep=True) or "").split())
    return text if len(text) <= 40 else text[:39] + "…"


def length(node: "LexborNode") -> int:
    """How many characters an element says."""
    return len(" ".join(node.text().split()))
