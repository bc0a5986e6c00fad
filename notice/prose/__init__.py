"""Render the owner's longer words: Markdown with paragraphs, lists, links and emphasis only.

A list may follow a colon at once.
An ordered list must start at 1: a paragraph such as `12. heinäkuuta …` is not a list.
`prose_faults` names the markup that is refused; if it is rendered anyway, its text is shown without the markup.
"""

import html
import re
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from notice.links import link_fault, unescaped
from notice.visible import is_seen

DEEPEST = 6
"""The most levels of nested lists."""


# Most words are one line without Markdown syntax: skipping the parser takes 0.002 ms instead of 0.07 ms.
_PLAIN = re.compile(r"(?:[^\W_]|[ ,.;!?()/'\"%€§:–—’”“\xa0-])+")
_MARKS_A_LIST = re.compile(r"\s*(?:[-+*]|\d+\.)(?:\s|$)|\s*-{2,}")

# Markdown wants an empty line before a list; without one its items would run on in the sentence before.
_BEFORE_A_LIST = re.compile(r"(?<=:)[ \t]*\n(?=(?:[-+*]|1\.)[ \t]+\S)")

_NESTED = re.compile(r"^([ ]*)((?:(?:[-+*>]|\d+\.)(?:[ ]+|$))+)", re.MULTILINE)


class _Read(NamedTuple):
    """A parsed text: its HTML, its kinds of fault, and the reasons why links are unsafe."""

    html: str
    faults: tuple[str, ...]
    links: tuple[str, ...] = ()


def prose(markdown: str) -> Markup:
    """The words as HTML: paragraphs, lists, links, emphasis and line breaks; no attribute but a link's `href`."""
    return Markup(_read(markdown).html)


def prose_faults(markdown: str) -> tuple[str, ...]:
    """The sorted kinds of fault in the words: `element` (a heading, an image …), `raw-html`, `too-deep`, `unsafe-link`.

    `too-deep`: more than `DEEPEST` nested lists.
    """
    return _read(markdown).faults


def unsafe_links(markdown: str) -> tuple[str, ...]:
    """The reasons why links in the words are unsafe, each once."""
    return _read(markdown).links


def is_safe_link(address: str) -> bool:
    """Whether a link may lead there: a full address with https, http, mailto or tel, or an #anchor of the page."""
    shown = unescaped(address)
    if shown.startswith("#"):
        return is_seen(shown) and "\\" not in shown and " " not in shown
    return not link_fault(shown)


@lru_cache(maxsize=8192)
def _read(markdown: str) -> _Read:
    """Parse the words; cached, because many notices have the same words."""
    text = _BEFORE_A_LIST.sub("\n\n", markdown.strip())
    if _PLAIN.fullmatch(text) and not _MARKS_A_LIST.match(text):
        return _Read(f"<p>{html.escape(text, quote=False)}</p>", ())
    if _depth(text) > DEEPEST:
        # The parser is recursive: about a hundred levels exceed the recursion limit.
        return _Read(f"<p>{html.escape(text, quote=False)}</p>", ("too-deep",))
    # Here: the parser takes 10 ms to load, and most words need none.
    from notice.prose.subset import convert

    written, faults, links = convert(text)
    return _Read(written, tuple(sorted(faults)), tuple(sorted(links)))


def _depth(text: str) -> int:
    """The deepest nesting of lists and quotations, by indentation and the marks in one line."""
    marks = _NESTED.finditer(text.expandtabs(2))
    return max((len(mark[1]) // 2 + len(mark[2].split()) for mark in marks), default=0)
