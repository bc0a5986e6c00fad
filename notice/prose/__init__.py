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

LONGEST = 10_000
"""The most characters of one text: about five pages."""

MOST_OPEN = 20
"""The most signs of one text that begin something and do not end it, such as brackets without a closing one."""
UNPARSED = ("too-long", "too-deep", "open-signs")
"""The faults of a text that is not parsed."""

# Most words are one line without Markdown syntax: skipping the parser takes 0.002 ms instead of 0.07 ms.
_PLAIN = re.compile(r"(?:[^\W_]|[ ,.;!?()/'\"%€§:–—’”“\xa0-])+")
_MARKS_A_LIST = re.compile(r"\s*(?:[-+*]|\d+\.)(?:\s|$)|\s*-{2,}")

# Markdown wants an empty line before a list; without one its items would run on in the sentence before.
_BEFORE_A_LIST = re.compile(r"(?<=:)[ \t]*\n(?=(?:[-+*]|1\.)[ \t]+\S)")

_NESTED = re.compile(r"^([ ]*)((?:(?:[-+*>]|\d+\.)(?:[ ]+|$))+)", re.MULTILINE)

# From each of these the parser looks for an end as far as the text goes.
_BRACKET = re.compile(r"[\[\]]")
_NESTED_BRACKETS = 3
_OPEN_ADDRESS = re.compile(r"\]\((?![^\n]{0,500}\))")
_OPEN_TAG = re.compile(r"<[A-Za-z/!?](?![^<>]{0,500}>)")
_LINE_OF_SIGNS = re.compile(r"^[ ]*(?:-{2,}|={2,})[ ]*$", re.MULTILINE)


class _Read(NamedTuple):
    """A parsed text: its HTML, its kinds of fault, and the reasons why links are unsafe."""

    html: str
    faults: tuple[str, ...]
    links: tuple[str, ...] = ()


def prose(markdown: str) -> Markup:
    """The words as HTML: paragraphs, lists, links, emphasis and line breaks; no attribute but a link's `href`."""
    return Markup(_read(markdown).html)


def prose_faults(markdown: str) -> tuple[str, ...]:
    """The sorted kinds of fault in the words: `element` (a heading, an image …), `raw-html`, `unsafe-link` and others.

    `reference`: a character written by its name or number in HTML, other than those that the subset allows;
    `too-deep`: more than `DEEPEST` nested lists; `too-long`: more than `LONGEST` characters; `open-signs`: more than
    `MOST_OPEN` signs that begin something and do not end it. Such a text is not parsed, but shown as it is written.
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
    if len(text) <= LONGEST and _PLAIN.fullmatch(text) and not _MARKS_A_LIST.match(text):
        return _Read(f"<p>{html.escape(text, quote=False)}</p>", ())
    # The parser is recursive, so that about a hundred levels exceed the recursion limit; and what begins and does not
    # end is looked for anew from each place, so that its time would grow with the square of the text.
    if _depth(text) > DEEPEST:
        return _unparsed(text, "too-deep")
    if len(text) > LONGEST:
        return _unparsed(text, "too-long")
    if _open_signs(text) > MOST_OPEN:
        return _unparsed(text, "open-signs")
    # Here: the parser takes 10 ms to load, and most words need none.
    from notice.prose.subset import convert

    written, faults, links = convert(text)
    return _Read(written, tuple(sorted(faults)), tuple(sorted(links)))


def _unparsed(text: str, fault: str) -> _Read:
    return _Read(f"<p>{html.escape(text, quote=False)}</p>", (fault,))


def _open_signs(text: str) -> int:
    """How many signs begin something that does not end: brackets, addresses, tags; and lines of signs alone."""
    depth = too_deep = 0
    for bracket in _BRACKET.finditer(text):
        depth = depth + 1 if bracket[0] == "[" else max(0, depth - 1)
        too_deep += bracket[0] == "[" and depth > _NESTED_BRACKETS
    others = (_OPEN_ADDRESS, _OPEN_TAG, _LINE_OF_SIGNS)
    return too_deep + sum(1 for pattern in others for _ in pattern.finditer(text))


def _depth(text: str) -> int:
    """The deepest nesting of lists and quotations, by indentation and the marks in one line."""
    marks = _NESTED.finditer(text.expandtabs(2))
    return max((len(mark[1]) // 2 + len(mark[2].split()) for mark in marks), default=0)
