"""T005–T007, T010: Markdown in the owner's words: a subset in longer words, none in shorter ones."""

import re
from collections.abc import Callable, Iterator

from notice.findings import FactPath, Span, Violation, dotted, violation_at
from notice.links import web_fault
from notice.prose import LONGEST, MOST_OPEN, prose, prose_faults, unsafe_links
from notice.rules.rule import RuleContext, rule

_IN_PROSE = re.compile(r"(purposes|rights)\.[^.]+\.text|history\.[^.]+|texts\.([^.]+)")
_TEXTS_IN_PROSE = frozenset({"complaint", "joint-controllers", "no-dpo", "objection"})
_ADDRESSES = frozenset({"website", "form"})
"""Words of an authority that are addresses."""

_IN_EVERY_WORD = frozenset({"raw-html", "too-long", "open-signs"})
"""Faults that are found in every word; the others only in prose, for T010 refuses all Markdown in plain words."""

_MARKED_UP = re.compile(r"<(?:a|br|em|ol|strong|ul)\b")


@rule("T005", "12-1")
def raw_html_in_words(context: RuleContext) -> Iterator[Violation]:
    """Words hold no HTML: longer ones are Markdown, with paragraphs, lists, links and emphasis.

    HTML would be lost in the PDF, and could bring scripts and trackers into the page.
    Nor is a character written by its name or number, as `&#228;` or `&shy;`, but for `&amp;`, `&lt;`, `&gt;` and
    `&nbsp;`: what is written is what a reader and every rule see.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Tilaus <b>toimitetaan</b>."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Tilaus **toimitetaan**."}}}
    """
    yield from _faulty(context, "raw-html")
    yield from _faulty(context, "reference")


@rule("T006", "12-1")
def unsafe_link(context: RuleContext) -> Iterator[Violation]:
    """A link in the words has its full address, with `https:`, `http:`, `mailto:` or `tel:`.

    The PDF has the same words, and no path of the site works from there. The domain is written in Latin
    letters, or in its form that begins with xn--; nothing before it hides where the link leads, and an
    e-mail has one address, with at most a subject and a body.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Katso [ehdot](javascript:alert)."}}}
          sv: {purposes: {orders: {text: "Se [villkoren](https://example.fi/villkor)."}}}
          en: {purposes: {orders: {text: "See the [terms](https://example.fi/terms)."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Katso [ehdot](https://example.fi/ehdot)."}}}
          sv: {purposes: {orders: {text: "Se [villkoren](https://example.fi/villkor)."}}}
          en: {purposes: {orders: {text: "See the [terms](https://example.fi/terms)."}}}
    """
    for path, text, span in _owned(context, lambda path: is_prose(path) or path[:1] == ("authorities",)):
        reasons = _address_faults(text) if path[-1] in _ADDRESSES else unsafe_links(text) if is_prose(path) else ()
        for reason in reasons:
            yield violation_at(span, word=dotted(path), reason=reason)


def _address_faults(text: str) -> tuple[str, ...]:
    """The faults of a word that is the address of an authority's page or form."""
    fault = web_fault(text.strip())
    return (fault,) if fault else ()


@rule("T007", "12-1")
def markdown_too_rich(context: RuleContext) -> Iterator[Violation]:
    """Words hold paragraphs, lists, links and emphasis; headings, images, tables and code have no place in them.

    Lists are nested at most six deep, and a text has at most 10,000 characters.
    Nor has the definition of a link apart from its words, as `[terms]: https://…`: unused, it would vanish.

    Fails::

        words:
          fi: {purposes: {orders: {text: "# Tilaukset"}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "- Tilaukset"}}}
    """
    yield from _faulty(context, "element")
    yield from _faulty(context, "too-deep")
    yield from _faulty(context, "too-long")
    yield from _faulty(context, "open-signs")


@rule("T010", "12-1")
def markdown_in_plain_word(context: RuleContext) -> Iterator[Violation]:
    """A short word is shown exactly as it is written, so it holds no Markdown.

    Markdown is read in the texts of purposes, rights and cookie categories, in the history, and in the package's own
    paragraphs. In a name, a label, an interest or a consequence, its stars and brackets would be shown on the page.

    Fails::

        words:
          fi: {description: "Mitä tietoja **asiakkaista** käsitellään."}

    Passes::

        words:
          fi: {description: "Mitä tietoja asiakkaista käsitellään."}
    """
    for path, text, span in _owned(context, lambda path: not is_prose(path)):
        if _is_marked_up(text):
            yield violation_at(span, word=dotted(path))


def is_prose(path: FactPath) -> bool:
    """Whether a word is rendered as Markdown; every other word is shown as written."""
    match = _IN_PROSE.fullmatch(dotted(path))
    return match is not None and (match[2] is None or match[2] in _TEXTS_IN_PROSE)


def _is_marked_up(text: str) -> bool:
    return _MARKED_UP.search(prose(text)) is not None or not {"element", "unsafe-link"}.isdisjoint(prose_faults(text))


def _faulty(context: RuleContext, fault: str) -> Iterator[Violation]:
    for path, text, span in _owned(context, lambda path: fault in _IN_EVERY_WORD or is_prose(path)):
        if fault in prose_faults(text):
            yield violation_at(span, fault, word=dotted(path), longest=LONGEST, most=MOST_OPEN)


def _owned(context: RuleContext, wanted: Callable[[FactPath], bool]) -> Iterator[tuple[FactPath, str, Span]]:
    """The owner's words of every language whose path is `wanted`, with their places."""
    for words in context.words.values():
        for path, text, layer in words.owned:
            if wanted(path):
                yield path, text, layer.spans.get(path, Span(layer.file))


RULES = (raw_html_in_words, unsafe_link, markdown_too_rich, markdown_in_plain_word)
