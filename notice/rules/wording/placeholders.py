"""P: no placeholder is left, in the words or in the facts."""

from collections.abc import Iterator

from notice.placeholders import placeholders
from notice.rules.rule import Fault, RuleContext, rule
from notice.rules.wording.found import place

MESSAGE = "“{}” is a placeholder"


@rule("P012", "12-1")
def placeholder_left(context: RuleContext) -> Iterator[Fault]:
    """No placeholder is left, neither in the words nor in the facts.

    `TODO`, `[katuosoite]`, `FYLL I …`, `xxx@example.fi` and their like would stand on the page. What the owner does
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
            for start, end in placeholders(text):
                said = " ".join(text[start:end].split())
                help = "write the text; what is not known yet is the fact `unknown`"
                yield Fault((), MESSAGE.format(said), "", help, span=place(layer, path, text, start, end))


RULES = (placeholder_left,)
