"""N4: who receives the data, and in which country they are. GDPR Arts 4(9), 13(1)(e), 14(1)(e)."""

from collections.abc import Iterator

from notice.rules.rule import Fault, RuleContext, rule


@rule("N401", "13-1-e", "14-1-e", "4-9")
def recipients_unstated(context: RuleContext) -> Iterator[Fault]:
    """Every purpose names the recipients of its data, or says that there are none.

    A processor is a recipient too: the firm that hosts the shop, sends the letters, keeps the books.

    Fails::

        purposes:
          newsletter:
            recipients:

    Passes::

        purposes:
          newsletter:
            recipients: none
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.recipients is None and context.notice.is_silent("purposes", id, "recipients"):
            yield Fault(
                ("purposes", id, "recipients"),
                f"It is not said who receives the data of “{id}”",
                "add `recipients:`",
                "list them: `recipients: [parcel-carrier]`, or write `recipients: none`",
            )


@rule("N404", "13-1-f", "14-1-f", "44", "4672/161/2022")
def recipient_without_country(context: RuleContext) -> Iterator[Fault]:
    """Of every recipient it is said in which country it is.

    Whether data leave the EEA depends on it, and each country outside must be named. "Some service providers work
    outside the EU" was not enough for the Finnish authority.

    Fails::

        recipients:
          parcel-carrier:
            country:

    Passes::

        recipients:
          parcel-carrier:
            country: FI
    """
    known = {*(context.notice.register.recipients or {}), *context.notice.vocabulary.recipients}
    for id, recipient in context.derived.recipients.items():
        if id not in known:
            continue  # an id that names nothing is a finding of its own
        if recipient.country is None and context.notice.is_silent("recipients", id, "country"):
            yield Fault(
                ("recipients", id, "country"),
                f"It is not said in which country “{id}” is",
                "add `country:`",
                f"write it under `recipients: {id}:`, such as `country: FI`; `unknown` while you do not know",
            )


RULES = (recipients_unstated, recipient_without_country)
