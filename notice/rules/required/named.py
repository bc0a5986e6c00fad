"""N4: a recipient by its name, or at least by what it does."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule


@rule("N402", "13-1-e", "14-1-e", "C-154/21", level=Level.WARNING)
def recipient_not_named(context: RuleContext) -> Iterator[Fault]:
    """A recipient is named, and not only by its kind.

    A name tells a person most; and whoever asks under Article 15 must be given the names (C-154/21). An authority is
    named by its kind, and a body of which there is one by the vocabulary.

    Fails::

        recipients:
          parcel-carrier:
            named:

    Passes::

        recipients:
          parcel-carrier:
            named: Esimerkkikuljetus Oy
    """
    for id, recipient in context.derived.recipients.items():
        known = context.notice.vocabulary.recipients.get(id)
        if recipient.named or recipient.role == "authority" or (known and known.unique):
            continue
        if context.notice.is_silent("recipients", id, "named"):
            yield Fault(
                ("recipients", id, "named"),
                f"“{id}” is a kind of recipient, and the recipient is not named",
                "add `named:`",
                f"write the firm's name under `recipients: {id}:`, such as `named: Esimerkkikuljetus Oy`",
            )


@rule("N403", "13-1-e", "14-1-e", level=Level.WARNING)
def recipient_without_activity(context: RuleContext) -> Iterator[Fault]:
    """Of a recipient it is said what it does: its name alone tells few people why it has their data.

    Fails::

        purposes:
          orders:
            recipients: [parcel-carrier, payment-provider, hosting-provider, own-firm]
        recipients:
          own-firm: {named: Esimerkki Oy, role: controller, country: FI}
        words:
          fi: {recipients: {own-firm: oma yritys}}
          sv: {recipients: {own-firm: eget företag}}
          en: {recipients: {own-firm: own firm}}

    Passes::

        purposes:
          orders:
            recipients: [parcel-carrier, payment-provider, hosting-provider, own-firm]
        recipients:
          own-firm: {named: Esimerkki Oy, role: controller, country: FI, activity: delivery}
        words:
          fi: {recipients: {own-firm: oma yritys}}
          sv: {recipients: {own-firm: eget företag}}
          en: {recipients: {own-firm: own firm}}
    """
    known = context.notice.vocabulary.recipients
    for id, recipient in context.derived.recipients.items():
        if recipient.activity is None and id not in known and context.notice.is_silent("recipients", id, "activity"):
            yield Fault(
                ("recipients", id, "activity"),
                f"It is not said what “{id}” does",
                "add `activity:`",
                "write an id of `activities`, such as `activity: delivery`; see `notice vocabulary --kind activities`",
            )


RULES = (recipient_not_named, recipient_without_activity)
