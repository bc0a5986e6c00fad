"""C: what the owner's words deny although the facts say it: recipients, transfers, that data are personal."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule
from notice.rules.wording.found import anywhere, factual, found
from notice.rules.wording.patterns.traits import Trait

_PARTIAL = (Trait.PAST, Trait.CONDITIONAL, Trait.LIMITED, Trait.QUOTED)
"""What says that data stay or are not given, but not all data, not always or not to everybody, denies nothing."""


@rule("C040", "4-1", "TSV/108/2022")
def called_anonymous(context: RuleContext) -> Iterator[Fault]:
    """Data are not called anonymous while an identifier is among them: an IP address or a cookie's id is personal.

    Fails::

        words:
          fi: {description: "Kävijätiedot kerätään anonyymisti."}

    Passes::

        words:
          fi: {description: "Säilytysajan jälkeen tiedot muutetaan nimettömiksi."}
    """
    known = context.notice.vocabulary.data
    if any(known[id].identifier for id in context.derived.data_used if id in known):
        message = "“{found}” denies that the data are personal, and an identifier is among them"
        help = "take it out, or say which data hold no identifier"
        yield from found(context, "C040", factual, message, help, (Trait.PAST, Trait.CONDITIONAL, Trait.QUOTED))


@rule("C043", "13-1-f", "5-1-a")
def transfer_denied(context: RuleContext) -> Iterator[Fault]:
    """Words do not say that data stay in the EEA when the facts send them out of it.

    Fails::

        words:
          sv: {description: "Uppgifterna överförs inte utanför EU/EES."}

    Passes::

        words:
          sv: {description: "Nyhetsbrevets adresser överförs till Förenta staterna."}
    """
    if context.derived.transfers:
        message = "“{found}” denies a transfer that the facts state"
        help = "take it out: the transfers follow from the facts"
        yield from found(context, "C043", anywhere, message, help, _PARTIAL)


@rule("C083", "13-1-e", "4-9")
def recipients_denied(context: RuleContext) -> Iterator[Fault]:
    """Words do not say that nobody receives the data when the facts name recipients; a processor is one, too.

    Fails::

        words:
          en: {description: We never disclose data to third parties.}

    Passes::

        words:
          en: {description: We never sell data.}
    """
    if context.derived.recipients:
        message = "“{found}” denies the recipients that the facts name"
        help = "take it out, or say to whom data are never given"
        yield from found(context, "C083", anywhere, message, help, _PARTIAL)


@rule("L009", "13-1-f", "44", level=Level.WARNING)
def outside_the_union_only(context: RuleContext) -> Iterator[Fault]:
    """What counts is the EEA, to which Iceland, Liechtenstein and Norway belong, and not the Union alone.

    Fails::

        words:
          fi: {description: "Tietoja siirretään EU:n ulkopuolelle."}

    Passes::

        words:
          fi: {description: "Tietoja siirretään EU/ETA-alueen ulkopuolelle."}
    """
    yield from found(context, "L009", anywhere, "“{found}” forgets the EEA")


RULES = (called_anonymous, transfer_denied, recipients_denied, outside_the_union_only)
