"""C092, C093, C094: records of consents and refusals, and marketing on two bases. GDPR Art. 7(1), 21(3)."""

from collections.abc import Iterator
from typing import Literal

from notice.derive import marketing_nature
from notice.findings import Level, Violation
from notice.model.cursor import Cursor
from notice.model.keys import PURPOSE
from notice.model.purpose import Purpose
from notice.rules.natures import shown
from notice.rules.rule import RuleContext, rule

CONSENTS: frozenset[str] = frozenset({"consents", "marketing-consents"})
"""Data that show that consent was given."""

REFUSALS: frozenset[str] = frozenset({"marketing-refusals"})
"""Data that show who has refused marketing."""

ADDRESSED: frozenset[str] = frozenset({"email", "sms", "automated-call", "phone", "post"})
"""Channels of marketing that is addressed to a person by name or address, so that a refusal must be remembered."""

ON_THE_DEVICE: frozenset[str] = frozenset({"cookie-settings"})
"""Ways to withdraw a consent that is stored on the person's own device."""


@rule("C092", "7-1", level=Level.WARNING)
def consent_without_record(context: RuleContext) -> Iterator[Violation]:
    """A controller who relies on consent has data that show it: the notice states them among the data.

    The controller must be able to demonstrate the consent. A consent that is stored on the person's own device, such as
    one to cookies, is not asked about, nor one of people whom the controller cannot identify.

    Fails::

        purposes:
          newsletter: {data: [email]}
        sources:
          own-activity: {data: [invoices, marketing-refusals]}

    Passes::

        purposes:
          newsletter: {data: [email, marketing-consents]}
        sources:
          own-activity: {data: [invoices, marketing-consents, marketing-refusals]}
    """
    if _has_data(context, CONSENTS, "consents"):
        return
    for purpose in context.purposes:
        if purpose.facts.basis == "consent" and not _is_on_the_device(purpose.facts):
            yield purpose[PURPOSE.data].violation(purpose=purpose.id)
            return


@rule("C093", "21-3", level=Level.WARNING)
def refusal_without_record(context: RuleContext) -> Iterator[Violation]:
    """A controller who sends marketing without consent has a list of those who refused it: the notice states it.

    After an objection the data are no longer used for marketing. An address that comes again from another source is
    left out only where the refusal is on record.

    Fails::

        purposes:
          electronic-direct-marketing: {data: [email, order-contents]}
        sources:
          own-activity: {data: [invoices, marketing-consents]}

    Passes::

        purposes:
          electronic-direct-marketing: {data: [email, order-contents, marketing-refusals]}
        sources:
          own-activity: {data: [invoices, marketing-consents, marketing-refusals]}
    """
    if _has_data(context, REFUSALS, "refusals"):
        return
    for purpose in context.purposes:
        if _is_sent_without_consent(context, purpose) and ADDRESSED & set(purpose.facts.marketing or ()):
            yield purpose[PURPOSE.data].violation(purpose=purpose.id)
            return


@rule("C094", "5-1-a", "7-4", level=Level.WARNING)
def marketing_on_two_bases(context: RuleContext) -> Iterator[Violation]:
    """Marketing by one channel to the same people rests on one basis: consent, or another, but not both.

    A person who refuses the consent would get the marketing all the same. A purpose that only chooses what is sent,
    such as the grouping of customers, may rest on a basis of its own.

    Fails::

        people: [customers, site-visitors]
        purposes:
          newsletter: {people: [customers]}

    Passes::

        people: [customers, newsletter-subscribers, site-visitors]
        purposes:
          newsletter: {people: [newsletter-subscribers]}
    """
    unconsented = [purpose for purpose in context.purposes if _is_sent_without_consent(context, purpose)]
    for purpose in context.purposes:
        if purpose.facts.basis != "consent":
            continue
        for other in unconsented:
            channels = _shared(purpose.facts.marketing, other.facts.marketing)
            people = _shared(purpose.facts.people, other.facts.people)
            if channels and people:
                yield purpose[PURPOSE.people].violation(
                    purpose=purpose.id, other=other.id, channels=channels, people=people
                )
                break


def _has_data(context: RuleContext, ids: frozenset[str], nature: Literal["consents", "refusals"]) -> bool:
    """Whether some purpose uses one of the vocabulary's data, an own category with such words, or data not read."""
    if any(not purpose[PURPOSE.data].is_read for purpose in context.purposes):
        return True
    used = context.derived.data_used
    return not ids.isdisjoint(used) or any(shown(context, "data", id, nature) for id in used)


def _is_sent_without_consent(context: RuleContext, purpose: Cursor[Purpose]) -> bool:
    """Whether the purpose itself sends marketing, unlike one that only chooses what is sent, on another basis."""
    if purpose.facts.basis in (None, "consent"):
        return False
    return marketing_nature(context.notice, purpose.id) in ("always", None)


def _is_on_the_device(purpose: Purpose) -> bool:
    """Whether the consent is stored on the person's device, or is that of people who cannot be identified."""
    return purpose.identifiable is False or (bool(purpose.withdraw) and set(purpose.withdraw or ()) <= ON_THE_DEVICE)


def _shared(some: tuple[str, ...] | None, others: tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(id for id in some or () if id in (others or ()))


RULES = (consent_without_record, refusal_without_record, marketing_on_two_bases)
