"""P012: placeholders left in the words or in the facts."""

from collections.abc import Iterator

from notice.findings import Violation, violation_at
from notice.placeholders import placeholders
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import MOST_OF_A_TEXT, place


@rule("P012", "12-1")
def placeholder_left(context: RuleContext) -> Iterator[Violation]:
    """No placeholder is left, neither in the words nor in the facts.

    `TODO`, `[katuosoite]`, `FYLL I …`, `xxx@example.fi` and their like would be published. What the owner does
    not know yet is the fact `unknown`: it is counted, and shown as waiting. The reasons of `confirm` and of waivers
    are the owner's own notes, and are not looked at.

    Fails::

        words:
          fi: {description: "[lisää kuvaus tähän]"}

    Passes::

        words:
          fi: {description: "Miten käsittelemme asiakkaiden tietoja."}
    """
    for words in context.words.values():
        for path, text, layer in words.owned:
            for start, end in placeholders(text)[:MOST_OF_A_TEXT]:
                placeholder = " ".join(text[start:end].split())
                yield violation_at(place(layer, path, text, start, end), "in-words", text=placeholder)


RULES = (placeholder_left,)
