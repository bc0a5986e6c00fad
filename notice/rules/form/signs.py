"""Y025: characters of the facts and the words that the PDF's font lacks."""

from collections.abc import Iterator, Mapping

from notice import font
from notice.findings import FactPath, Span, Violation, dotted, violation_at
from notice.model.answers import is_for_the_owner
from notice.model.fields import Facts
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import place
from notice.words import Words

TERMS = "content/vocabulary.yaml"

_IN_THE_PDF = frozenset({"contents", "draft", "kind", "updated", "version"})
"""The words of `ui:` in the PDF; the others are in the frame of the page."""

_SHOWN = 5
"""The most characters listed in one finding."""


@rule("Y025")
def sign_without_font(context: RuleContext) -> Iterator[Violation]:
    """Facts and words are written in signs that the PDF's font has: Latin, Greek and Cyrillic letters, common signs.

    A web page borrows a missing sign from the reader's device: it would show an emoji, Arabic or Chinese, where the
    PDF has nothing. A ligature such as U+FB01, which comes along when text is copied from a PDF, is written as its
    letters.

    Fails::

        recipients: {parcel-carrier: {named: Esimerkkikuljetus 😀 Oy}}

    Passes::

        recipients: {parcel-carrier: {named: Esimerkkikuljetus Oy}}
    """
    for path, text in _facts(context):
        if lacking := font.lacking(text):
            yield _violation(lacking, dotted(path), context.notice.span(*path), path)
    for id, law in context.notice.vocabulary.laws.items():
        if lacking := font.lacking(law.number or ""):
            yield _violation(lacking, f"laws.{id}.number", Span(TERMS))
    for language, words in context.words.items():
        yield from _in_words(words, context.composed[language].asked)


def _in_words(words: Words, asked: frozenset[FactPath]) -> Iterator[Violation]:
    for path, text, layer in words.owned:
        lacking = font.lacking(text)
        if lacking and _is_in_the_pdf(path) and _is_asked(path, asked):
            start = text.find(lacking[0])
            span = place(layer, path, text, start, start + 1) if start >= 0 else layer.spans.get(path, Span(layer.file))
            yield _violation(lacking, dotted(path), span)


def _violation(lacking: tuple[str, ...], where: str, span: Span, path: FactPath = ()) -> Violation:
    signs = ", ".join(f"“{sign}” ({font.name(sign)})" for sign in lacking[:_SHOWN])
    if all(sign in font.LIGATURES for sign in lacking):
        letters = tuple(f"`{font.LIGATURES[sign]}`" for sign in lacking)
        return violation_at(span, "ligature", path=path, signs=signs, where=where, letters=letters)
    return violation_at(span, "no-glyph", path=path, signs=signs, where=where)


def _is_in_the_pdf(path: FactPath) -> bool:
    """Whether a word is in the PDF: the description, a prepared e-mail and the frame of the page are not."""
    if path[0] == "ui":
        return path[-1] in _IN_THE_PDF
    if path[0] == "mail":
        return path[-1] == "open"
    return path[0] != "description" and path[-1] != "ask"


def _is_asked(path: FactPath, asked: frozenset[FactPath]) -> bool:
    return path in asked or (*path, "name") in asked or (path[-1] == "name" and path[:-1] in asked)


def _facts(context: RuleContext) -> Iterator[tuple[FactPath, str]]:
    """Every text among the printed facts, with its path; the owner's own terms included."""
    notice, derived = context.notice, context.derived
    facts = dict(_texts(notice.register, ()))
    facts |= dict(_texts(notice.controller, ("controller",)))
    things = {"recipients": derived.recipients, "sources": derived.sources, "cookies": derived.cookies}
    facts = dict(_texts(things, ())) | facts
    yield from facts.items()
    if notice.site.address:
        yield ("site", "address"), notice.site.address


def _texts(value: object, path: FactPath) -> Iterator[tuple[FactPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Facts):
        for name, field in type(value).model_fields.items():
            inner = (*path, str(field.alias))
            if field.alias != "confirm" and not is_for_the_owner(inner):
                yield from _texts(getattr(value, name), inner)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, str(index)))


RULES = (sign_without_font,)
