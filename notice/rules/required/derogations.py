"""N408, N409: transfers that rest on a derogation, and what must be told before. GDPR Art. 49(1)."""

from collections.abc import Iterator

from notice.rules.rule import Fault, RuleContext, rule


@rule("N408", "49-1-a")
def risks_untold(context: RuleContext) -> Iterator[Fault]:
    """Whoever consents to a transfer has been told of its risks before.

    Without a decision and without safeguards, nothing protects the data there as it does here.

    Fails::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: explicit-consent}}}

    Passes::

        recipients:
          newsletter-service: {transfers: {US: {mechanism: explicit-consent, risks-told: yes}}}
    """
    yield from _unanswered(
        context, "explicit-consent", "risks-told", "people are told of the risks before they consent to the transfer"
    )


@rule("N409", "49-1")
def compelling_interest_untold(context: RuleContext) -> Iterator[Fault]:
    """A transfer for compelling interests is told to the authority, and the interests to the people.

    It is allowed only once, of a few people's data, and where nothing else carries it.

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
    yield from _unanswered(context, "compelling-interests", "authority-told", "the authority was told of the transfer")
    for row in context.derived.transfers:
        if row.transfer is None or row.transfer.mechanism != "compelling-interests":
            continue
        for language, words in context.words.items():
            if not words.find("recipients", row.recipient, "compelling-interest"):
                yield Fault(
                    ("recipients", row.recipient, "transfers", row.country, "mechanism"),
                    f"The compelling interest behind the transfer is not told in the language “{language}”",
                    "tell the interest",
                    f"write it in `content/{language}/{context.notice.id}.yaml`, "
                    f"under `recipients: {row.recipient}: compelling-interest:`",
                )


def _unanswered(context: RuleContext, mechanism: str, key: str, what: str) -> Iterator[Fault]:
    for row in context.derived.transfers:
        if row.transfer is None or row.transfer.mechanism != mechanism:
            continue
        fact = ("recipients", row.recipient, "transfers", row.country, key)
        answer = getattr(row.transfer, key.replace("-", "_"))
        if answer is False or (answer is None and context.notice.is_silent(*fact)):
            yield Fault(
                fact,
                f"For {row.country} it is not {'so' if answer is False else 'said'} that {what}",
                f"`{key}:`?",
                f"do it first, then write `{key}: yes`; else choose another ground",
            )


RULES = (risks_untold, compelling_interest_untold)
