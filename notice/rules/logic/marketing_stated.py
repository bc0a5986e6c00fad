"""C084, C110: whether a purpose is direct marketing, stated wherever it is or can be. GDPR Art. 21(2)–(3)."""

import re
from collections.abc import Iterator

from notice.derive import marketing_nature
from notice.findings import Level, Violation
from notice.model.keys import PURPOSE
from notice.rules.cues import cues
from notice.rules.rule import RuleContext, rule
from notice.words import Words

_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n\s*\n")

_PRINTED = ((), ("name",), ("text",), ("interest",))
"""The printed words of a purpose, by their path below it."""


@rule("C084", "21-2", "21-3", "13-2-b", "14-2-c")
def marketing_unstated(context: RuleContext) -> Iterator[Violation]:
    """A purpose that is direct marketing states its channels; one that can be direct marketing states whether it is.

    A person to whom marketing is addressed can object at any time, whatever the legal basis, and the notice says so.
    It may say that the right does not arise only where no purpose is direct marketing; a missing answer is no denial.

    Fails::

        purposes:
          newsletter: {marketing: }

    Passes::

        purposes:
          newsletter: {marketing: [email]}
    """
    for purpose in context.purposes:
        marketing = purpose[PURPOSE.marketing]
        if marketing.value or not marketing.is_silent:
            continue
        nature, is_denied = marketing_nature(context.notice, purpose.id), marketing.value is not None
        if nature == "always" and _is_known_as_marketing(context, purpose.id):
            if is_denied:
                yield marketing.violation("denied", purpose=purpose.id)
            else:
                yield marketing.missing("no-channels", purpose=purpose.id)
        elif nature == "always":
            if is_denied:
                yield marketing.violation("refusal-and-denied", purpose=purpose.id)
            else:
                yield marketing.missing("refusal-and-no-channels", purpose=purpose.id)
        elif nature == "possible" and not is_denied:
            yield marketing.missing("possible", purpose=purpose.id)
        elif nature is None and not is_denied and (word := _marketing_word_of(context, purpose.id)):
            yield marketing.missing("word", purpose=purpose.id, word=word)


@rule("C110", "5-1-a", "21-2", level=Level.WARNING)
def marketing_denied_against_its_words(context: RuleContext) -> Iterator[Violation]:
    """A purpose whose words say that people are advertised to is not said to be no direct marketing.

    The page would say both, and that nobody can object.

    Fails::

        words: {fi: {purposes: {orders: {text: Käsittelemme tilauksen ja mainostamme tuotteitamme sinulle.}}}}
        purposes:
          orders: {marketing: none}

    Passes::

        words: {fi: {purposes: {orders: {text: Käsittelemme tilauksen ja lähetämme tuotteet.}}}}
        purposes:
          orders: {marketing: none}
    """
    for purpose in context.purposes:
        marketing = purpose[PURPOSE.marketing]
        if marketing.value is None or marketing.value or not marketing.is_silent:
            continue
        is_open = marketing_nature(context.notice, purpose.id) in (None, "possible")
        if is_open and (word := _advertising_words_of(context, purpose.id)):
            yield marketing.violation(purpose=purpose.id, word=word)


def _advertising_words_of(context: RuleContext, id: str) -> str | None:
    """The first words of the owner that say that people are advertised to, and are not denied in their sentence."""
    for language, words in context.words.items():
        for text in _printed_texts(words, id):
            for sentence in _SENTENCES.split(text.lower()) if language in cues("advertising") else ():
                for found in re.finditer(rf"(?<!\w)(?:{cues('advertising')[language]})(?!\w)", sentence):
                    said = " ".join((sentence[: found.end()], *sentence[found.end() :].split()[:2]))
                    if not re.search(cues("denial")[language], said):
                        return found[0]
    return None


def _is_known_as_marketing(context: RuleContext, id: str) -> bool:
    """Whether the vocabulary defines the purpose as direct marketing; else a stated way to refuse shows that it is."""
    known = context.notice.vocabulary.purposes.get(id)
    return known is not None and known.direct_marketing == "always"


def _marketing_word_of(context: RuleContext, id: str) -> str | None:
    """The first marketing term in the purpose's id or in the owner's words on it, in any language."""
    texts = [(language, id.replace("-", " ")) for language in cues("marketing")]
    texts += [(language, text) for language, words in context.words.items() for text in _printed_texts(words, id)]
    return next((word for language, text in texts if (word := _marketing_word_in(language, text))), None)


def _printed_texts(words: Words, id: str) -> Iterator[str]:
    """The owner's name, text and interest of a purpose, as far as they are printed."""
    for path, text, _ in words.owned:
        if path[:2] == ("purposes", id) and path[2:] in _PRINTED and words.find(*path) == text:
            yield text


def _marketing_word_in(language: str, text: str) -> str | None:
    """The first marketing term in the text that is neither denied in its sentence nor refused beside it."""
    for sentence in _SENTENCES.split(text.lower()) if language in cues("marketing") else ():
        for word in re.finditer(rf"(?<!\w)(?:{cues('marketing')[language]})(?!\w)", sentence):
            before, after = sentence[: word.start()], sentence[word.end() :]
            beside = " ".join((*before.split()[-2:], word[0], *after.split()[:2]))
            if not re.search(cues("denial")[language], before) and not re.search(cues("refusal")[language], beside):
                return word[0]
    return None


RULES = (marketing_unstated, marketing_denied_against_its_words)
