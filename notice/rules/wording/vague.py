"""W: vague words. A reader must be able to tell what is done with the data: Article 12(1), and the guidelines on it.

The patterns are data, per language. Rights and consequences are left alone: the law itself says “may” there.
"""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule
from notice.rules.wording.found import anywhere, factual, found, of_keeping, of_purpose, of_recipient
from notice.rules.wording.patterns.traits import Trait


@rule("W001", "12-1", "TSV/4/2018", level=Level.WARNING)
def modal_wording(context: RuleContext) -> Iterator[Fault]:
    """What is done with data is stated, not hinted at.

    “May”, “possibly” and “often” leave open whether it happens. The authority has held such words against a
    controller. Words on rights and consequences are not looked at: there the law itself says “may”.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Tietojasi voidaan käyttää tilauksen toimittamiseen."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Käytämme tietojasi tilauksen toimittamiseen."}}}
    """
    message = "“{found}” leaves open whether it is done"
    yield from found(context, "W001", factual, message, "say what is done, and when: “we use …”, not “may be used”")


@rule("W002", "12-1", level=Level.WARNING)
def open_list(context: RuleContext) -> Iterator[Fault]:
    """A list of data, recipients or uses is whole: it does not begin with “such as” and does not end with “etc.”.

    Fails::

        words:
          en: {purposes: {orders: {text: "We use contact details, such as your address."}}}

    Passes::

        words:
          en: {purposes: {orders: {text: "We use your name and address."}}}
    """
    yield from found(context, "W002", factual, "“{found}” leaves the list open", "name all that belong to the list")


@rule("W003", "13-1-c", "14-1-c", "5-1-b", level=Level.WARNING)
def empty_purpose(context: RuleContext) -> Iterator[Fault]:
    """A purpose says what the data are used for; “to develop our services” says nothing.

    Fails::

        words:
          sv: {purposes: {orders: {text: "Vi använder uppgifterna för att utveckla vår verksamhet."}}}

    Passes::

        words:
          sv: {purposes: {orders: {text: "Vi använder uppgifterna för att leverera beställningen."}}}
    """
    message = "“{found}” does not say what the data are used for"
    yield from found(
        context, "W003", of_purpose, message, "say what is done with which result, or take the purpose out"
    )


@rule("W004", "13-2-a", "14-2-a", "TSV/26/2020", level=Level.WARNING)
def period_as_needed(context: RuleContext) -> Iterator[Fault]:
    """How long data are kept can be worked out by the person; “as long as necessary” cannot.

    A sentence that gives the period as well is spared.

    Fails::

        words:
          fi: {purposes: {orders: {text: "Säilytämme tietoja niin kauan kuin on tarpeen."}}}

    Passes::

        words:
          fi: {purposes: {orders: {text: "Säilytämme tietoja kaksi vuotta tilauksen toimituksesta."}}}
    """
    message = "“{found}” is no period that a person can work out"
    yield from found(context, "W004", lambda path: factual(path) and not of_keeping(path), message, _PERIOD)


@rule("W007", "13-2-a", "14-2-a", "5-1-e", "TSV/26/2020")
def criterion_as_needed(context: RuleContext) -> Iterator[Fault]:
    """A criterion of how long data are kept names something that a person can see happen.

    This is the graver half of W004: here the vague word is all that is said of the period.

    Fails::

        words:
          en: {events: {last-order: "as long as it is necessary"}}

    Passes::

        words:
          en: {events: {last-order: "your last order"}}
    """
    message = "“{found}” is all that is said of the period"
    yield from found(context, "W007", of_keeping, message, _PERIOD, (Trait.NEGATED, Trait.QUOTED))


@rule("W005", "13-1-f", "14-1-f", "4672/161/2022")
def hedged_transfer(context: RuleContext) -> Iterator[Fault]:
    """Data are transferred out of the EEA, or they are not; “not, unless necessary” tells neither.

    Fails::

        words:
          sv: {description: "Uppgifterna överförs inte utanför EU/EES, om det inte är nödvändigt."}

    Passes::

        words:
          sv: {description: "Uppgifterna överförs till Förenta staterna."}
    """
    message = "“{found}” tells neither that data are transferred nor that they are not"
    help = "take it out: the transfers follow from the recipients' countries"
    yield from found(context, "W005", anywhere, message, help, (Trait.PAST, Trait.QUOTED))


@rule("W006", "13-1-e", "14-1-e", level=Level.WARNING)
def unnamed_partner(context: RuleContext) -> Iterator[Fault]:
    """Recipients are named, or their kind is: “partners” and “third parties” could be anybody.

    Fails::

        words:
          en: {purposes: {orders: {text: "We give your address to our partners."}}}

    Passes::

        words:
          en: {purposes: {orders: {text: "We give your address to the carrier."}}}
    """
    message = "“{found}” could be anybody"
    yield from found(
        context, "W006", of_recipient, message, "name the recipient, or say its kind: a carrier, a payment provider"
    )


_PERIOD = "give a number of days, months or years, and the event from which they run"

RULES = (
    modal_wording,
    open_list,
    empty_purpose,
    period_as_needed,
    hedged_transfer,
    unnamed_partner,
    criterion_as_needed,
)
