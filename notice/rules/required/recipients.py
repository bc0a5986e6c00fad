"""N4: who receives the data, by name or by activity, and in which country. GDPR Arts 4(9), 13(1)(e), 14(1)(e)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.languages import LANGUAGES
from notice.model.keys import PURPOSE, RECIPIENT
from notice.model.register import PEOPLE
from notice.rules.natures import word_of
from notice.rules.rule import RuleContext, rule


@rule("N401", "13-1-e", "14-1-e", "4-9")
def recipients_unstated(context: RuleContext) -> Iterator[Violation]:
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
    for purpose in context.purposes:
        if purpose.lacks(PURPOSE.recipients):
            yield purpose[PURPOSE.recipients].missing(purpose=purpose.id)


@rule("N402", "13-1-e", "14-1-e", "C-154/21", level=Level.WARNING)
def recipient_not_named(context: RuleContext) -> Iterator[Violation]:
    """A recipient is named, not only its kind.

    A name informs a person best, and a person who asks under Article 15 must be given the names (C-154/21). The kind
    is enough for an authority, and a body that exists once is named by the vocabulary.

    Fails::

        recipients:
          parcel-carrier:
            named:

    Passes::

        recipients:
          parcel-carrier:
            named: Esimerkkikuljetus Oy
    """
    for recipient in context.recipients:
        facts, named = recipient.facts, recipient[RECIPIENT.named]
        known = context.notice.vocabulary.recipients.get(recipient.id)
        if facts.role == "authority" or facts.role in PEOPLE or (known and known.unique):
            continue
        if not named.value and named.is_silent:
            yield named.missing("kind", recipient=recipient.id)
        elif named.value and any(word_of("general", language, named.value) for language in LANGUAGES):
            yield named.violation("no-name", recipient=recipient.id, name=named.value)


@rule("N403", "13-1-e", "14-1-e", level=Level.WARNING)
def recipient_without_activity(context: RuleContext) -> Iterator[Violation]:
    """A recipient has its activity: the name alone shows few people why it has their data.

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
    own = {id for kind, id in context.notice.own_ids if kind == "recipients"}
    known = context.notice.vocabulary.recipients.keys() - own
    for recipient in context.recipients:
        people = recipient.facts.role in PEOPLE
        if recipient.id not in known and not people and recipient.lacks(RECIPIENT.activity):
            yield recipient[RECIPIENT.activity].missing(recipient=recipient.id)


@rule("N404", "13-1-f", "14-1-f", "44", "4672/161/2022")
def recipient_without_country(context: RuleContext) -> Iterator[Violation]:
    """Every recipient states in which country it is.

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
    for recipient in context.declared_recipients:
        if recipient.facts.role not in PEOPLE and recipient.lacks(RECIPIENT.country):
            yield recipient[RECIPIENT.country].missing(recipient=recipient.id)


RULES = (recipients_unstated, recipient_not_named, recipient_without_activity, recipient_without_country)
