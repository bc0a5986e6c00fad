"""T001–T003, T008, T026: missing words, placeholders and links that differ between languages, the slug."""

import re
from collections.abc import Callable, Iterator, Mapping

from notice.files import is_reserved
from notice.findings import FactPath, Level, Span, Violation, dotted, near, nearest, violation_at
from notice.languages import LANGUAGES
from notice.model.cursor import value_at
from notice.model.fields import Facts
from notice.model.site import Notice
from notice.rules.rule import RuleContext, rule
from notice.words import Layer, Words

PLACEHOLDER = re.compile(r"\{[a-z-]+\}")
LINK = re.compile(r"\]\(\s*([^)\s]+)")
_HOST = re.compile(r"(?:https?://|mailto:[^@?]*@)([^/?#:]+)", re.IGNORECASE)
_SAME_WEBSITE = {"fpa": "kela", "polisen": "poliisi", "skatt": "vero"}
"""The Swedish names of the websites of Finnish authorities, and the Finnish ones."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 255 - len(".pdf")
"""File systems limit names to 255 bytes, and the PDF's name is the slug."""


@rule("T001", "12-1")
def word_missing(context: RuleContext) -> Iterator[Violation]:
    """Every word that a visitor reads exists in every language of the site.

    There is no fallback to another language: each missing word is a finding of its own, with its language and the
    file to write it in. Words that another rule asks for with the article, such as those of a decision, are left to it.

    Fails::

        words:
          sv: {name: }

    Passes::

        words:
          sv: {name: Kundregister}
    """
    for language, words in context.words.items():
        for path, fact in context.composed[language].missing.items():
            if _is_refused(fact, path, context):
                continue
            file = f"content/{language}/{context.notice.id}.yaml"
            meant = nearest(path[-1], words.ids(*path[:-1]))
            span = context.notice.span(*fact)
            yield violation_at(
                span if fact else _nearest_own(words, path) or span,
                "missing" if language in LANGUAGES else "missing.further",
                suggestion=near(meant) if meant else None,
                path=fact,
                word=dotted(path),
                language=language,
                file=file,
                example=_written(path),
            )


@rule("T002")
def placeholders_differ(context: RuleContext) -> Iterator[Violation]:
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
    yield from _differing(context, lambda text: tuple(sorted(PLACEHOLDER.findall(text))))


@rule("T003", "12-1")
def links_differ(context: RuleContext) -> Iterator[Violation]:
    """A text has the same number of links in every language.

    A reader of Swedish can follow the same links as a reader of Finnish.

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
    yield from _differing(context, lambda text: (str(len(LINK.findall(text))),))


@rule("T026", "12-1", level=Level.WARNING)
def link_leads_elsewhere(context: RuleContext) -> Iterator[Violation]:
    """A link of a text leads to the same website in every language, on the page for that language.

    A reader of Swedish is sent to the same body as a reader of Finnish, and a changed address shows itself in the
    language that its author did not change. The same name under another ending, as `example.fi` and `example.com`, and
    the Swedish domains of some Finnish authorities count as the same.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Katso [ehdot](https://www.esimerkki.example/ehdot)."}}}
          sv: {purposes: {orders: {text: "Se [villkoren](https://www.esimerkki.example/villkor)."}}}
          en: {purposes: {orders: {text: "See the [terms](https://www.elsewhere.example/terms)."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Katso [ehdot](https://www.esimerkki.example/ehdot)."}}}
          sv: {purposes: {orders: {text: "Se [villkoren](https://www.esimerkki.example/villkor)."}}}
          en: {purposes: {orders: {text: "See the [terms](https://www.esimerkki.example/terms)."}}}
    """
    yield from _differing(context, _websites, is_as_long=True)


@rule("T008")
def slug_unfit(context: RuleContext) -> Iterator[Violation]:
    """The slug, the notice's part of its address, has small letters a–z, digits and hyphens only.

    It is the name of a folder and of the PDF in it, so it has at most 251 characters, and is none of the names that
    Windows keeps for devices, such as `con` and `aux`.

    Fails::

        words:
          fi: {slug: Asiakas rekisteri}

    Passes::

        words:
          fi: {slug: asiakasrekisteri}
    """
    for language, words in context.words.items():
        slug = (words.find("slug") or "").strip()
        own = next((layer.spans[path] for path, _, layer in words.owned if path == ("slug",)), None)
        span = own or context.notice.span()
        if slug and not SLUG.fullmatch(slug):
            yield violation_at(span, "signs", slug=slug, language=language)
        elif len(slug) > LONGEST_SLUG:
            yield violation_at(span, "too-long", slug=slug, language=language, longest=LONGEST_SLUG)
        elif is_reserved(slug):
            yield violation_at(span, "device", slug=slug, language=language)


def _written(path: FactPath) -> str:
    """The missing word in YAML notation: `purposes: {orders: {text: …}}`."""
    written = f"{path[-1]}: …"
    for key in reversed(path[:-1]):
        written = f"{key}: {{{written}}}"
    return written


def _is_refused(fact: FactPath, path: FactPath, context: RuleContext) -> bool:
    """Whether the fact, or an id that needs the word, has a finding of its own."""
    places = (*(fact[: length + 1] for length in range(len(fact))), (*fact, path[-1]))
    if not context.notice.invalid.isdisjoint(places):
        return True
    refused = context.once("ids that were refused", lambda: _refused_ids(context.notice))
    return not refused.isdisjoint(path[1:])


def _refused_ids(notice: Notice) -> frozenset[str]:
    """The ids at the places that have findings of their own."""
    stated = (_stated(notice, place) for place in notice.invalid)
    return frozenset(id for id in stated if isinstance(id, str))


def _stated(notice: Notice, path: FactPath) -> object:
    """The value at the path in the facts, or in the vocabulary where it states them; None if there is none."""
    return _value(notice, path) or value_at(notice.vocabulary, path)


def _value(notice: Notice, path: FactPath) -> object:
    here: object = notice.controller if path[:1] == ("controller",) else notice.register
    for step in path[1:] if here is notice.controller else path:
        if isinstance(here, Facts):
            names = {field.alias: name for name, field in type(here).model_fields.items()}
            here = getattr(here, names.get(step, ""), None)
        elif isinstance(here, Mapping):
            here = here.get(step)
        else:
            here = here[int(step)] if isinstance(here, tuple) and step.isdecimal() and int(step) < len(here) else None
    return here


def _nearest_own(words: Words, path: FactPath) -> Span | None:
    """The place of the owner's words nearest to the missing one; None without a file in the language."""
    for layer in words.layers:
        for length in range(len(path), -1, -1):
            if layer.file and path[:length] in layer.spans:
                return layer.spans[path[:length]]
    return None


def _span(layer: Layer, path: FactPath) -> Span:
    return layer.spans.get(path, Span(layer.file))


def _websites(text: str) -> tuple[str, ...]:
    """The websites to which links of the text lead, and those of the mailboxes; in one order."""
    hosts = (_HOST.match(address) for address in LINK.findall(text))
    return tuple(sorted(_website(host[1].lower()) for host in hosts if host))


def _website(host: str) -> str:
    """The domain as one website: without a language before it, under one name where the languages have two."""
    labels = host.removeprefix("www.").rstrip(".").split(".")
    if len(labels) > 2 and labels[0] in LANGUAGES:
        labels = labels[1:]
    *before, _ = [_SAME_WEBSITE.get(label, label) for label in labels]
    return ".".join(before) or host


def _differing(
    context: RuleContext, traits_of: Callable[[str], tuple[str, ...]], *, is_as_long: bool = False
) -> Iterator[Violation]:
    """The owner's words whose `traits_of` differ between languages; with `is_as_long`, of those with equally many."""
    own = {
        language: {path: (text, layer) for path, text, layer in words.owned}
        for language, words in context.words.items()
    }
    for path in dict.fromkeys(path for words in own.values() for path in words):
        texts = {language: words.find(*path) or "" for language, words in context.words.items()}
        traits = {language: traits_of(text) for language, text in texts.items() if text}
        if len(set(traits.values())) < 2 or (is_as_long and len(set(map(len, traits.values()))) > 1):
            continue
        language = next(code for code in own if path in own[code])
        differences = "; ".join(f"{code}: {', '.join(values) or '–'}" for code, values in traits.items())
        yield violation_at(_span(own[language][path][1], path), word=dotted(path), traits=differences)


RULES = (
    word_missing,
    placeholders_differ,
    links_differ,
    link_leads_elsewhere,
    slug_unfit,
)
