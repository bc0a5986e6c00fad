"""T: the words. Every word exists in every language, and says the same in each."""

import re
from collections.abc import Callable, Hashable, Iterator
from difflib import get_close_matches

from notice.findings import FactPath, Level, Span, dotted
from notice.rules.rule import Case, Fault, rule
from notice.words import Layer, Words

PLACEHOLDER = re.compile(r"\{[a-z-]+\}")
LINK = re.compile(r"\]\(\s*([^)\s]+)")


@rule("T001", "12-1")
def word_missing(case: Case) -> Iterator[Fault]:
    """Every word that a visitor reads exists in every language of the site.

    Nothing falls back to another language: a notice that changes language in the middle is no notice.

    Fails::

        words:
          sv: {name: }

    Passes::

        words:
          sv: {name: Kundregister}
    """
    for language, words in case.words.items():
        for path, fact in case.composed[language].missing.items():
            file = f"content/{language}/{case.notice.id}.yaml"
            near = get_close_matches(path[-1], words.ids(*path[:-1]), 1)
            owner = _nearest_own(words, path)
            yield Fault(
                fact,
                f"The word `{dotted(path)}` is missing in the language “{language}”",
                f"did you mean `{near[0]}`?" if near else f"needs `{dotted(path)}` in {file}",
                f"write it in `{file}`, {_where(path)}",
                span=None if fact else owner,
            )


@rule("T002")
def placeholders_differ(case: Case) -> Iterator[Fault]:
    """A word has the same placeholders in every language.

    Fails::

        words:
          fi: {durations: {year: {other: vuotta}}}
          sv: {durations: {year: {other: "{amount} år"}}}

    Passes::

        words:
          fi: {durations: {year: {other: "{amount} vuotta"}}}
          sv: {durations: {year: {other: "{amount} år"}}}
    """
    yield from _differing(case, lambda text: tuple(sorted(PLACEHOLDER.findall(text))), "placeholders")


@rule("T003", "12-1")
def links_differ(case: Case) -> Iterator[Fault]:
    """A text leads to as many places in every language.

    A reader of Swedish must be able to follow what a reader of Finnish can.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Katso [ehdot](https://example.fi/ehdot)."}}}
          sv: {purposes: {orders: {text: Se villkoren.}}}
          en: {purposes: {orders: {text: "See the [terms](https://example.fi/terms)."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Katso [ehdot](https://example.fi/ehdot)."}}}
          sv: {purposes: {orders: {text: "Se [villkoren](https://example.fi/villkor)."}}}
          en: {purposes: {orders: {text: "See the [terms](https://example.fi/terms)."}}}
    """
    yield from _differing(case, lambda text: len(LINK.findall(text)), "links")


@rule("T004", level=Level.WARNING)
def word_unused(case: Case) -> Iterator[Fault]:
    """Every word that the owner wrote is used; one that is not has a wrong id, or is left from something removed.

    Fails::

        words:
          fi: {purposes: {oders: Tilaukset}}

    Passes::

        words:
          fi: {purposes: {orders: Tilausten käsittely}}
    """
    for language, words in case.words.items():
        asked = case.composed[language].asked
        for path, _, layer in words.owned():
            if layer.file.endswith("/site.yaml") or _is_asked(path, asked):
                continue
            near = get_close_matches(dotted(path), [dotted(one) for one in asked], 1)
            yield Fault(
                (),
                f"Nothing uses the word `{dotted(path)}`",
                f"did you mean `{near[0]}`?" if near else "",
                "take it out, or mend its id",
                span=_span(layer, path),
            )


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


def _where(path: FactPath) -> str:
    return f"under `{': '.join(path[:-1])}:`" if len(path) > 1 else "at the top"


def _nearest_own(words: Words, path: FactPath) -> Span:
    for layer in words.layers:
        for length in range(len(path), -1, -1):
            if layer.file and path[:length] in layer.spans:
                return layer.spans[path[:length]]
    return Span(f"content/{words.language}/site.yaml")


def _is_asked(path: FactPath, asked: frozenset[FactPath]) -> bool:
    return path in asked or (*path, "name") in asked or (path[-1] == "name" and path[:-1] in asked)


def _span(layer: Layer, path: FactPath) -> Span:
    return layer.spans.get(path, Span(layer.file))


def _faulty(case: Case, fault: str, message: str, help: str) -> Iterator[Fault]:
    from notice.prose import prose_faults  # Markdown is read only where an owner wrote words

    for words in case.words.values():
        for path, text, layer in words.owned():
            if fault in prose_faults(text):
                yield Fault((), f"{message}: `{dotted(path)}`", "", help, span=_span(layer, path))


def _differing(case: Case, trait: Callable[[str], Hashable], what: str) -> Iterator[Fault]:
    """The owner's words whose trait is not the same in every language that has them."""
    own = {
        language: {path: (text, layer) for path, text, layer in words.owned()} for language, words in case.words.items()
    }
    for path in dict.fromkeys(path for words in own.values() for path in words):
        texts = {language: words.find(*path) or "" for language, words in case.words.items()}
        traits = {language: trait(text) for language, text in texts.items() if text}
        if len(set(traits.values())) < 2:
            continue
        language = next(code for code in own if path in own[code])
        told = ", ".join(f"{code}: {value}" for code, value in traits.items())
        yield Fault(
            (),
            f"The {what} of `{dotted(path)}` differ between the languages",
            told,
            "write the same in every language",
            span=_span(own[language][path][1], path),
        )


RULES = (
    word_missing,
    placeholders_differ,
    links_differ,
    word_unused,
    raw_html_in_words,
    unsafe_link,
    markdown_too_rich,
)
