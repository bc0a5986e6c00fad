"""C084: whether a purpose is direct marketing is stated wherever it is or can be. GDPR Art. 21(2)–(3)."""

import re
from collections.abc import Iterator

from notice.derive import marketing_nature
from notice.findings import FactPath
from notice.rules.cues import cues
from notice.rules.rule import Fault, RuleContext, rule
from notice.words import Words

_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_TOLD = ((), ("name",), ("text",), ("interest",))


@rule("C084", "21-2", "21-3", "13-2-b", "14-2-c")
def marketing_unstated(context: RuleContext) -> Iterator[Fault]:
    """Of a purpose that is direct marketing its channels are stated, and of one that can be, whether it is.

    Whoever is marketed to can object at any time, whatever the legal basis, and the notice says so. It may say that
    the right does not arise only where no purpose is direct marketing; silence does not tell.

    Fails::

        purposes:
          newsletter: {marketing: }

    Passes::

        purposes:
          newsletter: {marketing: [email]}
    """
    for id, purpose in context.derived.purposes.items():
        at = ("purposes", id, "marketing")
        nature = marketing_nature(context.notice, id)
        if purpose.marketing or not context.notice.is_silent(*at):
            continue
        if nature == "always":
            known = context.notice.vocabulary.purposes.get(id)
            refused = not (known and known.direct_marketing == "always")
            yield _is_marketing(at, id, denied=purpose.marketing is not None, refused=refused)
        elif purpose.marketing is None and nature == "possible":
            yield _can_be(at, f"It is not said whether “{id}” is direct marketing, which it can be")
        elif purpose.marketing is None and nature is None and (word := _own_word(context, id)):
            yield _can_be(at, f"“{id}” speaks of “{word}”, and it is not said whether it is direct marketing")


def _is_marketing(at: FactPath, id: str, *, denied: bool, refused: bool) -> Fault:
    why = f"“{id}” says how direct marketing is refused" if refused else f"“{id}” is direct marketing"
    if denied:
        message, mark = f"{why}, and `marketing: none` says that it is none", "contradicts the purpose"
        help = "list the channels: `marketing: [email]`; "
    else:
        message, mark = f"{why}, and it is not said by which channels it goes out", "add `marketing:`"
        help = "list the channels, such as `marketing: [email]` or `marketing: [post, phone]`; "
    other = "or take `opt-out:` and `soft-opt-in:` away" if refused else "or give another purpose an id of its own"
    return Fault(at, message, mark, help + other)


def _can_be(at: FactPath, message: str) -> Fault:
    help = "list the channels if it is, `marketing: [email]`; write `marketing: none` if it is not"
    return Fault(at, message, "add `marketing:`", help)


def _own_word(context: RuleContext, id: str) -> str | None:
    """The first word of marketing in the purpose's id or in the owner's words of it, in any language."""
    texts = [(language, id.replace("-", " ")) for language in cues("marketing")]
    texts += [(language, text) for language, words in context.words.items() for text in _told(words, id)]
    return next((word for language, text in texts if (word := _marketing_word(language, text))), None)


def _told(words: Words, id: str) -> Iterator[str]:
    """The owner's name, text and interest of a purpose, as far as the notice prints them."""
    for path, text, _ in words.owned:
        if path[:2] == ("purposes", id) and path[2:] in _TOLD and words.find(*path) == text:
            yield text


def _marketing_word(language: str, text: str) -> str | None:
    for sentence in _SENTENCES.split(text.lower()) if language in cues("marketing") else ():
        for found in re.finditer(rf"(?<!\w)(?:{cues('marketing')[language]})(?!\w)", sentence):
            before, after = sentence[: found.start()], sentence[found.end() :]
            beside = " ".join((*before.split()[-2:], found[0], *after.split()[:2]))
            if not re.search(cues("denial")[language], before) and not re.search(cues("refusal")[language], beside):
                return found[0]
    return None


RULES = (marketing_unstated,)
