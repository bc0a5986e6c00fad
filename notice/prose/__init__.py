"""The owner's longer words: Markdown with paragraphs, lists, links and emphasis, and nothing else.

A list may follow a colon at once.
A list counts 1, 2, 3: a paragraph that begins with a date, as `12. heinäkuuta`, keeps its number and is none.
What is refused is named by `prose_faults`; should it be rendered all the same, its text shows and its markup does not.
"""

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from notice.links import link_fault, unescaped
from notice.visible import is_seen

if TYPE_CHECKING:
    from markupsafe import Markup

DEEPEST = 6
"""How many lists may stand inside each other."""


# Most words are one line without any sign that Markdown reads: 0.002 ms, where the parser takes 0.07 ms.
_PLAIN = re.compile(r"(?:[^\W_]|[ ,.;!?()/'\"%€§:–—’”“\xa0-])+")
_MARKS_A_LIST = re.compile(r"\s*(?:[-+*]|\d+\.)(?:\s|$)|\s*-{2,}")

# Markdown wants an empty line before a list; without one its items would run on in the sentence before.
_BEFORE_A_LIST = re.compile(r"(?<=:)[ \t]*\n(?=(?:[-+*]|1\.)[ \t]+\S)")

_NESTED = re.compile(r"^([ ]*)((?:(?:[-+*>]|\d+\.)(?:[ ]+|$))+)", re.MULTILINE)


class _Read(NamedTuple):
    """The HTML of some words, what is refused in them, and why each of their links is no safe one."""

    html: str
    faults: tuple[str, ...]
    links: tuple[str, ...] = ()


def prose(markdown: str) -> "Markup":
    """The words as HTML: paragraphs, lists, links, emphasis and line breaks; no attribute but a link's `href`."""
    from markupsafe import Markup

    return Markup(_read(markdown).html)


def prose_faults(markdown: str) -> tuple[str, ...]:
    """What is refused in these words, sorted: `element` (a heading, an image …), `raw-html`, `too-deep`, `unsafe-link`.

    `too-deep` are more than `DEEPEST` lists in one another.
    """
    return _read(markdown).faults


def unsafe_links(markdown: str) -> tuple[str, ...]:
    """What is wrong with the links in these words, each once."""
    return _read(markdown).links


def is_safe_link(address: str) -> bool:
    """Whether a link may lead there: a full address with https, http, mailto or tel, or an #anchor of the page."""
    shown = unescaped(address)
    if shown.startswith("#"):
        return is_seen(shown) and "\\" not in shown and " " not in shown
    return not link_fault(shown)


@lru_cache(maxsize=8192)
def _read(markdown: str) -> _Read:
    """The words' HTML and faults: the same words stand in notice after notice."""
    text = _BEFORE_A_LIST.sub("\n\n", markdown.strip())
    if _PLAIN.fullmatch(text) and not _MARKS_A_LIST.match(text):
        return _Read(f"<p>{html.escape(text, quote=False)}</p>", ())
    if _depth(text) > DEEPEST:
        # The parser calls itself for each level: a hundred of them exhaust it.
        return _Read(f"<p>{html.escape(text, quote=False)}</p>", ("too-deep",))
    from notice.prose.subset import convert  # loads the parser, which most words do not need

    written, faults, links = convert(text)
    return _Read(written, tuple(sorted(faults)), tuple(sorted(links)))


def _depth(text: str) -> int:
    """How deep lists and quotations are nested at most, by their indentation and the marks in one line."""
    found = _NESTED.finditer(text.expandtabs(2))
    return max((len(one[1]) // 2 + len(one[2].split()) for one in found), default=0)
