"""L: acts and decisions named in words: in force, and with the right number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notice.findings import Level, Violation, violation_at
from notice.rules.cues import cue_in_any_language
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import DATED, anywhere, matches, place
from notice.rules.wording.patterns import small_letters
from notice.rules.wording.patterns.traits import Trait
from notice.words import Words

_NUMBER = re.compile(r"(?<![\d/])\d{1,4}/(?:19|20)\d\d(?![\d/])")
_APART = 40
"""The most characters between the end of an act's name and its number."""


@dataclass(frozen=True, slots=True)
class _Act:
    """A known act: the stem of its name, the name, the statute number."""

    stem: str
    name: str
    number: str


@rule("L012", "917/2014-205", level=Level.WARNING)
def communications_act_renamed(context: RuleContext) -> Iterator[Violation]:
    """The act on cookies and electronic marketing is the Act on Electronic Communications Services (917/2014).

    Act 68/2018 gave it that name; the act of 2004 before it is repealed.

    Fails::

        words:
          fi: {description: "Evästeistä säädetään tietoyhteiskuntakaaressa."}

    Passes::

        words:
          fi: {description: "Evästeistä säädetään laissa sähköisen viestinnän palveluista."}
    """
    yield from matches(context, "L012", anywhere, DATED)


@rule("L014", "45", "46")
def fallen_decision(context: RuleContext) -> Iterator[Violation]:
    """No transfer rests on Safe Harbor or the Privacy Shield: the Court of Justice declared both invalid.

    C-362/14 of 6 October 2015, C-311/18 of 16 July 2020.

    Fails::

        words:
          en: {description: Google is certified under the Privacy Shield.}

    Passes::

        words:
          en: {description: Google is certified under the Data Privacy Framework.}
    """
    yield from matches(context, "L014", anywhere, (Trait.NEGATED, Trait.PAST, Trait.QUOTED))


@rule("L015", "46-2-c", level=Level.WARNING)
def old_clauses(context: RuleContext) -> Iterator[Violation]:
    """Standard contractual clauses are those of decision (EU) 2021/914; those before it are replaced.

    Fails::

        words:
          sv: {description: "Vi använder standardavtalsklausulerna i beslut 2010/87/EU."}

    Passes::

        words:
          sv: {description: "Vi använder standardavtalsklausulerna i beslut (EU) 2021/914."}
    """
    yield from matches(context, "L015", anywhere, DATED)


@rule("L024", "1050/2018-7", level=Level.WARNING)
def offences_in_finnish(context: RuleContext) -> Iterator[Violation]:
    """In Finnish, criminal data concern “rikostuomiot ja rikokset”, since section 7 was amended from 2024.

    Fails::

        words:
          fi: {description: "Emme käsittele tietoja, jotka koskevat rikostuomioita ja rikkomuksia."}

    Passes::

        words:
          fi: {description: "Emme käsittele tietoja, jotka koskevat rikostuomioita ja rikoksia."}
    """
    yield from matches(context, "L024", anywhere, DATED)


@rule("L028", "12-1", level=Level.WARNING)
def act_with_another_number(context: RuleContext) -> Iterator[Violation]:
    """An act's name and the number after it belong together.

    Looked at are the acts that the vocabulary knows, in the language of the words.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Säilytämme tositteet kirjanpitolain (1050/2018) mukaan."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Säilytämme tositteet kirjanpitolain (1336/1997) mukaan."}}}
    """
    for words in context.words.values():
        acts = _acts(context, words)
        for path, text, layer in words.owned:
            small = small_letters(text)
            for number in _NUMBER.finditer(small) if anywhere(path) else ():
                named = _named_before(acts, small[: number.start()])
                if named is not None and named.number != number[0]:
                    span = place(layer, path, text, *number.span())
                    yield violation_at(span, "other-number", act=named.name, number=number[0], right=named.number)


def _named_before(acts: tuple[_Act, ...], text: str) -> _Act | None:
    """The last act named shortly before the end of the text."""
    before = text[-_APART * 3 :]
    ends = [(before.rfind(act.stem) + len(act.stem), len(act.stem), act) for act in acts if act.stem in before]
    end, _, last = max(ends, key=lambda end_and_act: end_and_act[:2], default=(0, 0, None))
    apart = before[end:]
    return None if len(apart) > _APART or re.search(cue_in_any_language("amendment"), apart) else last


def _acts(context: RuleContext, words: Words) -> tuple[_Act, ...]:
    laws = context.notice.vocabulary.laws
    # The number of an EU act has another form and is not compared.
    named = ((words.find("laws", id), law.number) for id, law in laws.items() if not law.is_of_the_eu)
    return tuple(_Act(_stem(name.lower()), name, number) for name, number in named if name and number)


def _stem(name: str) -> str:
    """The part of a name that inflection keeps: `tietosuojalaki`, `tietosuojalain`; `laki rahanpesun …`, `lain …`."""
    first = re.match(rf"(?:{cue_in_any_language('act-first-words')}) ", name)
    return name[first.end() :] if first else re.sub(rf"(?:{cue_in_any_language('act-endings')})$", "", name)


RULES = (communications_act_renamed, fallen_decision, old_clauses, offences_in_finnish, act_with_another_number)
