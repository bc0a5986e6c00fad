"""C and L009: words that contradict the facts: on recipients, transfers, anonymity."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.rules.natures import is_identifier
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import DATED, anywhere, factual, matches
from notice.rules.wording.patterns.traits import Trait

_PARTIAL = (Trait.PAST, Trait.CONDITIONAL, Trait.LIMITED, Trait.QUOTED)
"""Traits of a sentence that limits its denial to some data, cases or recipients."""


@rule("C040", "4-1", "TSV/108/2022")
def called_anonymous(context: RuleContext) -> Iterator[Violation]:
    """Data are not called anonymous while an identifier is among them: an IP address or a cookie's id is personal.

    Fails::

        words:
          fi: {description: "Kävijätiedot kerätään anonyymisti."}

    Passes::

        words:
          fi: {description: "Säilytysajan jälkeen tiedot muutetaan nimettömiksi."}
    """
    if any(is_identifier(context, id) for id in context.derived.data_used):
        yield from matches(context, "C040", factual, (Trait.PAST, Trait.CONDITIONAL, Trait.QUOTED))


@rule("C043", "13-1-f", "5-1-a")
def transfer_denied(context: RuleContext) -> Iterator[Violation]:
    """Words do not say that data stay in the EEA when the facts send them out of it.

    Fails::

        words:
          sv: {description: "Uppgifterna överförs inte utanför EU/EES."}

    Passes::

        words:
          sv: {description: "Nyhetsbrevets adresser överförs till Förenta staterna."}
    """
    if context.derived.transfers:
        yield from matches(context, "C043", anywhere, _PARTIAL)


@rule("C083", "13-1-e", "4-9")
def recipients_denied(context: RuleContext) -> Iterator[Violation]:
    """Words do not say that nobody receives the data when the facts name recipients; a processor is one, too.

    Fails::

        words:
          en: {description: We never disclose data to third parties.}

    Passes::

        words:
          en: {description: We never sell data.}
    """
    if context.derived.recipients:
        yield from matches(context, "C083", anywhere, _PARTIAL)


@rule("L009", "13-1-f", "44", level=Level.WARNING)
def outside_the_union_only(context: RuleContext) -> Iterator[Violation]:
    """What counts is the EEA, to which Iceland, Liechtenstein and Norway belong, and not the Union alone.

    Fails::

        words:
          fi: {description: "Tietoja siirretään EU:n ulkopuolelle."}

    Passes::

        words:
          fi: {description: "Tietoja siirretään EU/ETA-alueen ulkopuolelle."}
    """
    yield from matches(context, "L009", anywhere, DATED)


RULES = (called_anonymous, transfer_denied, recipients_denied, outside_the_union_only)
