"""T: the words. Every word exists in every language, and says the same in each."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from difflib import get_close_matches

from notice.findings import FactPath, Span, dotted
from notice.load.ids import is_reserved
from notice.model.fields import Facts
from notice.model.site import Notice
from notice.rules.rule import Fault, RuleContext, rule
from notice.words import Layer, Words

PLACEHOLDER = re.compile(r"\{[a-z-]+\}")
LINK = re.compile(r"\]\(\s*([^)\s]+)")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 255 - len(".pdf")
"""File systems hold names of 255 bytes; the PDF is called by the slug."""


@rule("T001", "12-1")
def word_missing(context: RuleContext) -> Iterator[Fault]:
    """Every word that a visitor reads exists in every language of the site.

    Nothing falls back to another language: a notice that changes language in the middle is no notice.

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
def placeholders_differ(context: RuleContext) -> Iterator[Fault]:
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
    yield from _differing(context, lambda text: tuple(sorted(PLACEHOLDER.findall(text))), "placeholders")


@rule("T003", "12-1")
def links_differ(context: RuleContext) -> Iterator[Fault]:
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
    yield from _differing(context, lambda text: len(LINK.findall(text)), "links")


@rule("T008")
def slug_unfit(context: RuleContext) -> Iterator[Fault]:
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
        if slug and (reason := _unfit(slug)):
            where = next((layer.spans[path] for path, _, layer in words.owned if path == ("slug",)), None)
            yield Fault(
                (),
                f"The slug “{slug}” cannot stand in an address ({language})",
                reason,
                "write it like `asiakasrekisteri` or `customer-register`",
                span=where,
            )


def _unfit(slug: str) -> str:
    """Why no folder and PDF can be called by the slug; "" where they can."""
    if not SLUG.fullmatch(slug):
        return "small letters, digits, hyphens"
    if len(slug) > LONGEST_SLUG:
        return f"at most {LONGEST_SLUG} characters"
    return "a name of a device on Windows" if is_reserved(slug) else ""


def _where(path: FactPath) -> str:
    return f"under `{': '.join(path[:-1])}:`" if len(path) > 1 else "at the top"


def _is_refused(fact: FactPath, path: FactPath, context: RuleContext) -> bool:
    """True when the fact, or an id that asks for the word, has its own finding."""
    spoilt = context.notice.spoilt
    if any(place and fact[: len(place)] == place for place in spoilt):
        return True
    return any(_stated(context.notice, place) in path[1:] for place in spoilt)


def _stated(notice: Notice, path: FactPath) -> object:
    """What stands at the path in the facts that were read; None where nothing does."""
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
    """Where the word would stand among the owner's; None where this language has no file yet."""
    for layer in words.layers:
        for length in range(len(path), -1, -1):
            if layer.file and path[:length] in layer.spans:
                return layer.spans[path[:length]]
    return None


def _span(layer: Layer, path: FactPath) -> Span:
    return layer.spans.get(path, Span(layer.file))


def _differing(context: RuleContext, trait: Callable[[str], Hashable], what: str) -> Iterator[Fault]:
    """The owner's words whose trait is not the same in every language that has them."""
    own = {
        language: {path: (text, layer) for path, text, layer in words.owned}
        for language, words in context.words.items()
    }
    for path in dict.fromkeys(path for words in own.values() for path in words):
        texts = {language: words.find(*path) or "" for language, words in context.words.items()}
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
    slug_unfit,
)
