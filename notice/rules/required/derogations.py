"""N408, N409: transfers based on a derogation, and the information required before them. GDPR Art. 49(1)."""

from collections.abc import Iterator

from notice.findings import Violation
from notice.model.keys import TRANSFER
from notice.rules.rule import RuleContext, rule


@rule("N408", "49-1-a")
def risks_untold(context: RuleContext) -> Iterator[Violation]:
    """A person is informed of the risks of a transfer before consenting to it.

    Without a decision and without safeguards, the data are not protected there as they are here.

    Fails::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: explicit-consent}}}

    Passes::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: explicit-consent, risks-told: yes}}}
    """
    for recipient, transfer in context.transfers:
        informed = transfer[TRANSFER.risks_told]
        if transfer[TRANSFER.mechanism].value != "explicit-consent":
            continue
        if informed.value is False:
            yield informed.violation("people-not-informed", recipient=recipient.id, country=transfer.id)
        elif informed.is_missing:
            yield informed.missing("informing-of-risks-unstated", recipient=recipient.id, country=transfer.id)


@rule("N409", "49-1")
def compelling_interest_untold(context: RuleContext) -> Iterator[Violation]:
    """The authority is informed of a transfer for compelling interests, and the people of the interests.

    It is allowed only once, of a few people's data, and where no other ground exists.

    Also found: N406, for the same transfer.

    Fails::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: compelling-interests}}}

    Passes::

        recipients:
          newsletter-service:
            transfers: {US: {mechanism: compelling-interests, authority-told: yes, reference: a, copy: request}}
        words:
          fi: {recipients: {newsletter-service: {compelling-interest: a}}}
          sv: {recipients: {newsletter-service: {compelling-interest: b}}}
          en: {recipients: {newsletter-service: {compelling-interest: c}}}
    """
    for recipient, transfer in context.transfers:
        mechanism, informed = transfer[TRANSFER.mechanism], transfer[TRANSFER.authority_told]
        if mechanism.value != "compelling-interests":
            continue
        if informed.value is False:
            yield informed.violation("authority-not-informed", recipient=recipient.id, country=transfer.id)
        elif informed.is_missing:
            yield informed.missing("informing-authority-unstated", recipient=recipient.id, country=transfer.id)
        for language, words in context.words.items():
            if not words.find("recipients", recipient.id, "compelling-interest"):
                yield mechanism.violation(
                    "interest-not-worded", recipient=recipient.id, language=language, register=context.notice.id
                )


RULES = (risks_untold, compelling_interest_untold)
