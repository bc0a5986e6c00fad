"""Input and output of the walk: helpers for the page's HTML, and the types of the tree."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from notice.errors import CannotTypeset

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"

# Kind, attributes, content; the docstring of `walk` lists the kinds.
Block: TypeAlias = "tuple[str, dict[str, Json], Json]"

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
            name = "text" if child.is_text_node else f"<{child.tag}>"
            raise CannotTypeset(f"the PDF knows no {name} directly in <{node.tag}>: “{excerpt(child)}”")
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
