"""Consistency of words with their language (T011), the other languages (T025), the rights (T012), the facts (P013)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from notice.findings import FactPath, Level, Violation, dotted, violation_at
from notice.languages import LANGUAGES
from notice.law.authorities import AUTHORITIES
from notice.model.names import is_own_form
from notice.rules.cues import cues
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import anywhere, place
from notice.rules.wording.patterns import small_letters
from notice.words import Words, standard

_SHORTEST = 5
"""The fewest letters of a text whose language is checked."""
_CONTACT = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\d-])\d{7}-\d(?![\d-])")


@rule("T011", "12-1", level=Level.WARNING)
def wrong_language(context: RuleContext) -> Iterator[Violation]:
    """Words are in the language of the file that holds them.

    A Finnish heading in a Swedish notice is read by nobody. A text is taken for another language when it is that
    language's standard word, or holds more of that language's smallest words than of its own.

    Fails::

        words:
          sv: {description: "Miten yritys käsittelee tietoja ja ketkä niitä saavat."}

    Passes::

        words:
          sv: {description: "Hur företaget behandlar uppgifter och vilka som får dem."}
    """
    for language, words in context.words.items():
        for path, text, layer in words.owned:
            other = _other_language(language, text) if path[-1] != "slug" else None
            if other is not None:
                span = place(layer, path, text, 0, len(text))
                yield violation_at(span, word=dotted(path), language=language, other=other)


@rule("P013", "12-1", level=Level.WARNING)
def contact_unlike_the_facts(context: RuleContext) -> Iterator[Violation]:
    """An e-mail address or a business id in the words is one that the facts state: the same thing is said once.

    Fails::

        words:
          en: {description: "Write to privacy@another.example.com."}

    Passes::

        words:
          en: {description: "Write to us by e-mail."}
    """
    for words in context.words.values():
        for path, text, layer in words.owned:
            for contact in _CONTACT.finditer(text) if anywhere(path) and not is_own_form(path) else ():
                if contact[0].lower() not in _known(context):
                    yield violation_at(place(layer, path, text, *contact.span()), contact=contact[0])


@rule("T012", "13-2-b", "14-2-c", level=Level.INFO)
def right_reworded(context: RuleContext) -> Iterator[Violation]:
    """A right is described in the standard words, or somebody has compared the owner's own with its article.

    The standard words describe each right with its limits. A sentence instead of them may narrow it, and no rule can
    see that; after the comparison, waive this finding with the day. In a language that the package lacks, every word
    is the site's own, and this rule says nothing. C030 and L006 read words on the right to object.

    Fails::

        words:
          en: {rights: {erasure: {text: "We erase your data when you ask."}}}

    Passes::

        words:
          en: {rights: {erasure: {name: Right to erasure}}}
    """
    for language, words in context.words.items():
        for path, text, layer in words.owned if language in LANGUAGES else ():
            if path[0] == "rights" and path[-1] == "text" and not path[1].startswith("objection"):
                yield violation_at(place(layer, path, text, 0, len(text)), word=dotted(path))


@rule("T025", "12-1", "5-1-a", level=Level.WARNING)
def reworded_in_some_languages(context: RuleContext) -> Iterator[Violation]:
    """A standard sentence that is replaced in one language is replaced in all, so that each says the same.

    In a language that the package lacks, every word is the site's own.

    Fails::

        words:
          fi: {texts: {erased: "Tiedot poistetaan viikon kuluessa säilytysajasta."}}

    Passes::

        words:
          fi: {texts: {erased: "Tiedot poistetaan viikon kuluessa säilytysajasta."}}
          sv: {texts: {erased: "Uppgifterna raderas inom en vecka efter förvaringstiden."}}
          en: {texts: {erased: "The data are erased within a week of the retention period."}}
    """
    every = {language: words for language, words in context.words.items() if language in LANGUAGES}
    seen = set[FactPath]()
    for words in every.values():
        for path, text, layer in words.owned:
            if path in seen or not _is_sentence(path) or not _is_used(context, path):
                continue
            seen.add(path)
            lacking = tuple(code for code, its in every.items() if not its.broken and _is_standard(its, code, path))
            if lacking and len(lacking) < len(every):
                yield violation_at(place(layer, path, text, 0, len(text)), word=dotted(path), languages=lacking)


def _is_sentence(path: FactPath) -> bool:
    """Whether the standard word is a sentence, and no name, label or heading; those of rights belong to rule T012."""
    return path[0] != "rights" and any(standard(code).flat.get(path, "").endswith((".", ":")) for code in LANGUAGES)


def _is_used(context: RuleContext, path: FactPath) -> bool:
    return any(path in composed.asked for composed in context.composed.values())


def _is_standard(words: Words, language: str, path: FactPath) -> bool:
    return words.find(*path) == standard(language).flat.get(path)


def _known(context: RuleContext) -> set[str]:
    """The texts of the facts, and the addresses of the authorities."""
    notice = context.notice
    stated = _texts([notice.site, notice.controller, notice.register, [*notice.vocabulary.authorities.values()]])
    return {text.lower() for text in (*stated, *(authority.email for authority in AUTHORITIES.values()))}


@lru_cache(maxsize=4096)
def _other_language(language: str, text: str) -> str | None:
    if language not in cues("language"):
        return None  # a related language, such as Estonian, would be mistaken for one of them
    small = small_letters(text).strip()
    if len(small) < _SHORTEST:
        return None
    count = {code: len(re.findall(rf"(?<!\w)(?:{marks})(?!\w)", small)) for code, marks in cues("language").items()}
    own = count.pop(language, 0)
    for other, marks in count.items():
        if small in _standard(other) and small not in _standard(language):
            return other
        if marks > 2 * own and (marks > 2 or marks * 3 >= len(small.split())):
            return other
    return None


@lru_cache
def _standard(language: str) -> frozenset[str]:
    return frozenset(text.lower() for text in standard(language).flat.values())


def _texts(facts: object) -> Iterator[str]:
    """Every text in the facts, at any depth."""
    if isinstance(facts, BaseModel):
        yield from _texts([value for _, value in facts])
    elif isinstance(facts, str):
        yield facts
    elif isinstance(facts, dict):
        yield from _texts([*facts.values()])
    elif isinstance(facts, list | tuple):
        for item in facts:
            yield from _texts(item)


RULES = (wrong_language, right_reworded, reworded_in_some_languages, contact_unlike_the_facts)
