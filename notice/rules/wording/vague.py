"""W: vague words. The processing must be described clearly: Article 12(1), and the guidelines on it.

The patterns are data, per language. Words on rights and consequences are skipped: there the law itself uses “may”.
"""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import DATED, anywhere, factual, matches, of_keeping, of_purpose, of_recipient
from notice.rules.wording.patterns.traits import Trait


@rule("W001", "12-1", "TSV/4/2018", level=Level.WARNING)
def modal_wording(context: RuleContext) -> Iterator[Violation]:
    """What is done with data is stated, not hinted at.

    “May”, “possibly” and “often” leave open whether it happens. The authority has reprimanded a controller for
    such words. Words on rights and consequences are skipped: there the law itself uses “may”.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Tietojasi voidaan käyttää tilauksen toimittamiseen."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Käytämme tietojasi tilauksen toimittamiseen."}}}
    """
    yield from matches(context, "W001", factual)


@rule("W002", "12-1", level=Level.WARNING)
def open_list(context: RuleContext) -> Iterator[Violation]:
    """A list of data, recipients or uses is whole: it does not begin with “such as” and does not end with “etc.”.

    Fails::

        words:
          en: {purposes: {orders: {text: "We use contact details, such as your address."}}}

    Passes::

        words:
          en: {purposes: {orders: {text: "We use your name and address."}}}
    """
    yield from matches(context, "W002", factual)


@rule("W003", "13-1-c", "14-1-c", "5-1-b", level=Level.WARNING)
def empty_purpose(context: RuleContext) -> Iterator[Violation]:
    """A purpose says what the data are used for; “to develop our services” says nothing.

    Fails::

        words:
          sv: {purposes: {orders: {text: "Vi använder uppgifterna för att utveckla vår verksamhet."}}}

    Passes::

        words:
          sv: {purposes: {orders: {text: "Vi använder uppgifterna för att leverera beställningen."}}}
    """
    yield from matches(context, "W003", of_purpose, (Trait.NEGATED, *DATED))


@rule("W004", "13-2-a", "14-2-a", "TSV/26/2020", level=Level.WARNING)
def period_as_needed(context: RuleContext) -> Iterator[Violation]:
    """How long data are kept can be worked out by the person; “as long as necessary” cannot.

    A sentence that gives the period as well is spared.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Säilytämme tietoja niin kauan kuin on tarpeen."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Säilytämme tietoja kaksi vuotta tilauksen toimituksesta."}}}
    """
    yield from matches(context, "W004", lambda path: factual(path) and not of_keeping(path), (Trait.QUOTED,))


@rule("W007", "13-2-a", "14-2-a", "5-1-e", "TSV/26/2020")
def criterion_as_needed(context: RuleContext) -> Iterator[Violation]:
    """A criterion of how long data are kept names something that a person can see happen.

    This is the graver half of W004: here the vague word is all that is said of the period.

    Fails::

        words:
          en: {events: {last-order: "as long as it is necessary"}}

    Passes::

        words:
          en: {events: {last-order: "your last order"}}
    """
    yield from matches(context, "W007", of_keeping, (Trait.NEGATED, Trait.QUOTED))


@rule("W005", "13-1-f", "14-1-f", "4672/161/2022")
def hedged_transfer(context: RuleContext) -> Iterator[Violation]:
    """Data are transferred out of the EEA, or they are not; “not, unless necessary” leaves it open.

    Fails::

        words:
          sv: {description: "Uppgifterna överförs inte utanför EU/EES, om det inte är nödvändigt."}

    Passes::

        words:
          sv: {description: "Uppgifterna överförs till Förenta staterna."}
    """
    yield from matches(context, "W005", anywhere, DATED)


@rule("W006", "13-1-e", "14-1-e", level=Level.WARNING)
def unnamed_partner(context: RuleContext) -> Iterator[Violation]:
    """Recipients are named, or their kind is: “partners” and “third parties” could be anybody.

    Fails::

        words:
          en: {purposes: {orders: {text: "We give your address to our partners."}}}

    Passes::

        words:
          en: {purposes: {orders: {text: "We give your address to the carrier."}}}
    """
    yield from matches(context, "W006", of_recipient, (Trait.NEGATED, Trait.NAMED, *DATED))


RULES = (
    modal_wording,
    open_list,
    empty_purpose,
    period_as_needed,
    hedged_transfer,
    unnamed_partner,
    criterion_as_needed,
)
