"""L: obsolete names and techniques: renamed companies, SSL, the fax."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import RECIPIENT
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import DATED, anywhere, matches
from notice.rules.wording.patterns import hits
from notice.rules.wording.patterns.traits import Trait


@rule("L016", "32-1", level=Level.WARNING)
def ssl_encryption(context: RuleContext) -> Iterator[Violation]:
    """Connections are encrypted by TLS; its forerunner SSL is no longer fit for use.

    Fails::

        words:
          fi: {description: "Yhteys on suojattu SSL-salauksella."}

    Passes::

        words:
          fi: {description: "Yhteys on suojattu TLS-salauksella."}
    """
    yield from matches(context, "L016", anywhere, (Trait.NEGATED, *DATED))


@rule("L019", "13-1-e", level=Level.WARNING)
def company_renamed(context: RuleContext) -> Iterator[Violation]:
    """A company is called by its present name, and it is the one that the contract is with.

    Of the names in the facts, those of recipients are looked at.

    Fails::

        words:
          en: {description: We advertise with Facebook Ireland Ltd.}

    Passes::

        words:
          en: {description: We advertise with Meta Platforms Ireland Limited.}
    """
    yield from matches(context, "L019", anywhere, DATED)
    for recipient in context.recipients:
        named = recipient[RECIPIENT.named]
        for hit in hits("en", named.value or "").get("L019", ()):
            yield named.violation("other-words", words=named.value, write=hit.write)


@rule("L020", "12-2", level=Level.WARNING)
def fax_as_channel(context: RuleContext) -> Iterator[Violation]:
    """People reach the controller as they reach others today, and not by fax.

    Fails::

        words:
          sv: {description: "Skicka din begäran per fax."}

    Passes::

        words:
          sv: {description: "Skicka din begäran per e-post."}
    """
    yield from matches(context, "L020", anywhere, DATED)


RULES = (ssl_encryption, company_renamed, fax_as_channel)
