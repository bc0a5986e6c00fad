"""T: the owner's longer words are Markdown, with paragraphs, lists, links and emphasis, and nothing else."""

import re
from collections.abc import Callable, Iterator

from notice.findings import FactPath, Span, dotted
from notice.messages import reason
from notice.rules.rule import Fault, RuleContext, rule

_IN_PROSE = re.compile(r"(purposes|rights|cookie-categories)\.[^.]+\.text|history\.[^.]+|texts\.([^.]+)")
_TEXTS_IN_PROSE = frozenset(
    {"complaint", "joint-controllers", "no-dpo", "objection", "purposes", "rights-free", "rights-month", "transfers"}
)
_ADDRESSES = frozenset({"website", "form"})
"""Words of an authority that are addresses."""

_MARKED_UP = re.compile(r"<(?:a|br|em|ol|strong|ul)\b")


@rule("T005", "12-1")
def raw_html_in_words(context: RuleContext) -> Iterator[Fault]:
    """Words hold no HTML: longer ones are Markdown, with paragraphs, lists, links and emphasis.

    HTML would be lost in the PDF, and could bring scripts and trackers into the page.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Tilaus <b>toimitetaan</b>."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Tilaus **toimitetaan**."}}}
    """
    yield from _faulty(context, "raw-html", "Here stands HTML", "write `**strong**` or `*emphasis*` instead of tags")


@rule("T006", "12-1")
def unsafe_link(context: RuleContext) -> Iterator[Fault]:
    """A link in the words has its full address, with `https:`, `http:`, `mailto:` or `tel:`.

    The same words stand in the PDF, from where no path of the site leads anywhere. The domain is written in Latin
    letters, or in its form that begins with xn--; nothing stands before it that would hide where the link leads, and an
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
    from notice.prose import unsafe_links

    help = "write a full address, such as `https://…`"
    for path, text, place in _owned(context, lambda path: is_prose(path) or path[:1] == ("authorities",)):
        whys = _address_faults(text) if path[-1] in _ADDRESSES else unsafe_links(text) if is_prose(path) else ()
        for why in whys:
            told = f"This link is not safe, {reason(why, 'en')}: `{dotted(path)}`"
            yield Fault((), told, "", help, span=place)


def _address_faults(text: str) -> tuple[str, ...]:
    """What is wrong with a word that is the address of an authority's page or form."""
    from notice.links.web import web_fault

    return (why,) if (why := web_fault(text.strip())) else ()


@rule("T007", "12-1")
def markdown_too_rich(context: RuleContext) -> Iterator[Fault]:
    """Words hold paragraphs, lists, links and emphasis; headings, images, tables and code have no place in them.

    Lists stand at most six deep inside each other.
    Nor has the definition of a link apart from its words, as `[terms]: https://…`: unused, it would vanish.

    Fails::

        words:
          fi: {purposes: {orders: {text: "# Tilaukset"}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "- Tilaukset"}}}
    """
    yield from _faulty(
        context,
        "element",
        "This Markdown is more than words may hold",
        "write plain paragraphs, lists and `[words](https://…)`",
    )
    yield from _faulty(
        context,
        "too-deep",
        "Lists stand more than six deep in one another here",
        "write several lists, or paragraphs, instead of lists within lists",
    )


@rule("T010", "12-1")
def markdown_in_plain_word(context: RuleContext) -> Iterator[Fault]:
    """A word that is no longer text is shown as it stands, so it holds no Markdown.

    Markdown is read in the texts of purposes, rights and cookie categories, in the history, and in the package's own
    paragraphs. In a name, a label, an interest or a consequence, its stars and brackets would stand on the page.

    Fails::

        words:
          fi: {description: "Mitä tietoja **asiakkaista** käsitellään."}

    Passes::

        words:
          fi: {description: "Mitä tietoja asiakkaista käsitellään."}
    """
    for path, text, place in _owned(context, lambda path: not is_prose(path)):
        if _is_marked_up(text):
            message = f"This word is shown as it stands, and holds Markdown: `{dotted(path)}`"
            yield Fault((), message, "", "write it without stars, underscores, brackets or list marks", span=place)


def is_prose(path: FactPath) -> bool:
    """Whether a word is read as Markdown where it is shown; every other word is shown as it stands."""
    found = _IN_PROSE.fullmatch(dotted(path))
    return found is not None and (found[2] is None or found[2] in _TEXTS_IN_PROSE)


def _is_marked_up(text: str) -> bool:
    from notice.prose import prose, prose_faults  # Markdown is read only where an owner wrote words

    return _MARKED_UP.search(prose(text)) is not None or not {"element", "unsafe-link"}.isdisjoint(prose_faults(text))


def _faulty(context: RuleContext, fault: str, message: str, help: str) -> Iterator[Fault]:
    from notice.prose import prose_faults

    # HTML is lost wherever it stands; of plain words all Markdown is refused, not only what is unsafe or too rich.
    for path, text, place in _owned(context, lambda path: fault == "raw-html" or is_prose(path)):
        if fault in prose_faults(text):
            yield Fault((), f"{message}: `{dotted(path)}`", "", help, span=place)


def _owned(context: RuleContext, wanted: Callable[[FactPath], bool]) -> Iterator[tuple[FactPath, str, Span]]:
    """The owner's words of every language with their places, those whose path is wanted."""
    for words in context.words.values():
        for path, text, layer in words.owned:
            if wanted(path):
                yield path, text, layer.spans.get(path, Span(layer.file))


RULES = (raw_html_in_words, unsafe_link, markdown_too_rich, markdown_in_plain_word)
