"""T: the owner's longer words are Markdown, with paragraphs, lists, links and emphasis, and nothing else."""

from collections.abc import Iterator

from notice.findings import Span, dotted
from notice.rules.rule import Case, Fault, rule


@rule("T005", "12-1")
def raw_html_in_words(case: Case) -> Iterator[Fault]:
    """Words hold no HTML: longer ones are Markdown, with paragraphs, lists, links and emphasis.

    HTML would be lost in the PDF, and could bring scripts and trackers into the page.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Tilaus <b>toimitetaan</b>."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Tilaus **toimitetaan**."}}}
    """
    yield from _faulty(case, "raw-html", "Here stands HTML", "write `**strong**` or `*emphasis*` instead of tags")


@rule("T006", "12-1")
def unsafe_link(case: Case) -> Iterator[Fault]:
    """A link in the words has its full address, with `https:`, `http:`, `mailto:` or `tel:`.

    The same words stand in the PDF, from where no path of the site leads anywhere.

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
    yield from _faulty(case, "unsafe-link", "This link is not safe", "write a full address, such as `https://…`")


@rule("T007", "12-1")
def markdown_too_rich(case: Case) -> Iterator[Fault]:
    """Words hold paragraphs, lists, links and emphasis; headings, images, tables and code have no place in them.

    Fails::

        words:
          fi: {purposes: {orders: {text: "# Tilaukset"}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "- Tilaukset"}}}
    """
    yield from _faulty(case, "element", "This Markdown is more than words may hold", "write plain paragraphs or lists")


def _faulty(case: Case, fault: str, message: str, help: str) -> Iterator[Fault]:
    from notice.prose import prose_faults  # Markdown is read only where an owner wrote words

    for words in case.words.values():
        for path, text, layer in words.owned():
            if fault in prose_faults(text):
                yield Fault((), f"{message}: `{dotted(path)}`", "", help, span=layer.spans.get(path, Span(layer.file)))


RULES = (raw_html_in_words, unsafe_link, markdown_too_rich)
