"""T021–T024: the forms that a language gives of names and addresses, and the owner's closing note."""

import re
from collections.abc import Iterator
from functools import cache

from notice.findings import FactPath, Level, Violation, dotted, violation_at
from notice.languages import LANGUAGES
from notice.links import mail_fault, web_fault
from notice.model.names import ADDRESSES, is_own_form
from notice.model.site import WordsAt
from notice.model.texts import is_mail
from notice.placeholders import is_placeholder
from notice.rules.cues import cues
from notice.rules.rule import RuleContext, rule
from notice.words import Words, standard


@rule("T021", "12-1")
def address_form_unfit(context: RuleContext) -> Iterator[Violation]:
    """An address that a language has in a form of its own is an address, as the fact is.

    Fails::

        words:
          sv: {controller: {email: kundservice}}

    Passes::

        words:
          sv: {controller: {email: kundservice@example.fi}}
    """
    for words in context.words.values():
        for path, text, layer in words.owned:
            if is_own_form(path) and path[-1] in ADDRESSES and (message := _unfit(path[-1], text.strip())):
                yield violation_at(layer.spans[path], message, word=dotted(path), text=text.strip())


@rule("T022", "12-1", level=Level.WARNING)
def name_of_another_language(context: RuleContext) -> Iterator[Violation]:
    """The page of a language has the name that a public body has in it.

    A Finnish authority has a Finnish and a Swedish name. Where a Finnish name would stand on the Swedish page, or a
    Swedish one on the Finnish, the words of that language give its own form. Names of firms are spared. Words of a
    language in small letters, such as “den sökandes referenser”, are no name: the other languages word them too.

    Fails::

        recipients:
          parcel-carrier: {named: Esimerkin kaupunki}

    Passes::

        recipients:
          parcel-carrier: {named: Esimerkin kaupunki}
        words:
          sv: {recipients: {parcel-carrier: {named: Exempels stad}}}
    """
    marks = cues("bodies")
    for language, words in context.words.items():
        others = {code: mark for code, mark in marks.items() if code != language and language in marks}
        for path, at, name in _names(context):
            is_named = (language in marks and re.search(marks[language], name.lower())) or _find(words, at, path)
            other = next((code for code, mark in others.items() if re.search(mark, name.lower())), None)
            if other is None and path[-1] == "named" and not is_placeholder(name, is_free=True):
                other = _language_of_phrase(name)
            if other not in (None, language) and not is_named:
                word = dotted((*at.path, *path[1:])) if path[0] == "controller" else dotted(path)
                span = context.notice.span(*path)
                yield violation_at(span, path=path, name=name, other=other, language=language, word=word)


@rule("T023", "12-1")
def closing_in_some_languages(context: RuleContext) -> Iterator[Violation]:
    """A closing note is in every language of the site.

    What the owner adds for readers of Finnish, readers of Swedish must be able to read.

    Fails::

        words:
          fi: {closing: {text: Avaamme toimiston syyskuussa.}}

    Passes::

        words:
          fi: {closing: {text: Avaamme toimiston syyskuussa.}}
          sv: {closing: {text: Vi öppnar kontoret i september.}}
          en: {closing: {text: We open the office in September.}}
    """
    noted = {language: words for language, words in context.words.items() if words.find("closing", "text")}
    lacking = [language for language in context.words if language not in noted]
    for words in noted.values() if lacking else ():
        layer = next(layer for path, _, layer in words.owned if path in (("closing",), ("closing", "text")))
        span = layer.spans.get(("closing", "text")) or layer.spans["closing",]
        yield violation_at(span, languages=lacking)
        return


@rule("T024", "12-1", level=Level.WARNING)
def register_named_by_its_id(context: RuleContext) -> Iterator[Violation]:
    """A register is called by a name, not by its id, which is for the files alone.

    A register that is added with an id of its own has the id in brackets after the preset's name, in every language,
    until its own name is written.

    Fails::

        words:
          sv: {name: Kundregister (customers)}

    Passes::

        words:
          sv: {name: Kundregister}
    """
    id = context.notice.id
    for language, words in context.words.items():
        for path, text, layer in words.owned:
            if path == ("name",) and layer is words.layers[0] and text.strip().endswith(f"({id})"):
                yield violation_at(layer.spans[path], language=language, name=text.strip())


def _language_of_phrase(text: str) -> str | None:
    """The language of several words in small letters, by the package's own words; None for a name and in doubt."""
    words = text.split()
    if len(words) < 2 or not all(re.fullmatch(r"[^\W\d_]+", word) and word.islower() for word in words):
        return None
    counts = {code: len(_words_of(code).intersection(words)) for code in LANGUAGES}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] and list(counts.values()).count(counts[best]) == 1 else None


@cache
def _words_of(language: str) -> frozenset[str]:
    """The words in small letters of the package's texts in a language."""
    return frozenset(re.findall(r"\b[^\W\d_A-ZÅÄÖ]+\b", " ".join(standard(language).flat.values())))


def _unfit(key: str, text: str) -> str:
    """The key of the message on an address that is none; "" for one that is."""
    is_of_mail = key == "email" or (key == "secure-mail" and is_mail(text))
    if is_of_mail:
        return "mail" if mail_fault(text) else ""
    return "web" if web_fault(text) else ""


def _names(context: RuleContext) -> Iterator[tuple[FactPath, WordsAt, str]]:
    """The names of the controller, of joint controllers, recipients and sources: path, place of the words, name."""
    controller = context.notice.controller
    for key, value in (("name", controller.name), ("trade-name", controller.trade_name)):
        if value:
            at = context.notice.words_at.get(key, WordsAt(("controller",)))
            yield ("controller", key), at, value
    joint = (context.notice.register.joint_controllers or {}).items()
    named = [("joint-controllers", id, "name", one.name) for id, one in joint]
    named += [("recipients", id, "named", one.named) for id, one in context.derived.recipients.items()]
    named += [("sources", id, "named", one.named) for id, one in context.derived.sources.items()]
    for kind, id, key, value in named:
        if value:
            yield (kind, id, key), WordsAt((kind, id)), value


def _find(words: Words, at: WordsAt, path: FactPath) -> str | None:
    whole = (*at.path, path[-1])
    return words.find_in_register(*whole) if at.in_register else words.find(*whole)


RULES = (address_form_unfit, name_of_another_language, closing_in_some_languages, register_named_by_its_id)
