"""L: names and techniques that are out of date: companies that are called otherwise, SSL, the fax."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule
from notice.rules.wording.found import anywhere, found
from notice.rules.wording.patterns import hits


@rule("L016", "32-1", level=Level.WARNING)
def ssl_encryption(context: RuleContext) -> Iterator[Fault]:
    """Connections are encrypted by TLS; its forerunner SSL is no longer fit for use.

    Fails::

        words:
          fi: {description: "Yhteys on suojattu SSL-salauksella."}

    Passes::

        words:
          fi: {description: "Yhteys on suojattu TLS-salauksella."}
    """
    yield from found(context, "L016", anywhere, "“{found}” is out of date")


@rule("L019", "13-1-e", level=Level.WARNING)
def company_renamed(context: RuleContext) -> Iterator[Fault]:
    """A company is called by its present name, and it is the one that the contract is with.

    Of the names in the facts, those of recipients are looked at.

    Fails::

        words:
          en: {description: We advertise with Facebook Ireland Ltd.}

    Passes::

        words:
          en: {description: We advertise with Meta Platforms Ireland Limited.}
    """
    message, help = "“{found}” is a former name, or not the contracting company", "write “{write}”; see the contract"
    yield from found(context, "L019", anywhere, message, help)
    for id, recipient in context.derived.recipients.items():
        for hit in hits("en", recipient.named or "").get("L019", ()):
            told = message.format(found=recipient.named)
            yield Fault(("recipients", id, "named"), told, "", help.format(write=hit.write))


@rule("L020", "12-2", level=Level.WARNING)
def fax_as_channel(context: RuleContext) -> Iterator[Fault]:
    """People reach the controller as they reach others today, and not by fax.

    Fails::

        words:
          sv: {description: "Skicka din begäran per fax."}

    Passes::

        words:
          sv: {description: "Skicka din begäran per e-post."}
    """
    yield from found(context, "L020", anywhere, "“{found}” is out of use")


RULES = (ssl_encryption, company_renamed, fax_as_channel)
