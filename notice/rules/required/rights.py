"""N6 and N108: facts on how rights are exercised. GDPR Arts 7(3), 12(2), 22(3)."""

from collections.abc import Iterator

from notice.derive import rests_on_consent
from notice.findings import Level, Violation
from notice.model.controller import Contact
from notice.model.keys import CONTACT, CONTROLLER, PURPOSE, REQUESTS
from notice.rules.rule import RuleContext, rule

ADDRESSES = {
    "email": "email: …",
    "phone": "phone: …",
    "post": "address: {street: …, postcode: …, city: …}",
    "form": "requests: {form: https://…}",
}
"""The address that each channel of requests needs, in YAML notation."""


@rule("N610", "7-3", "13-2-c")
def withdrawal_without_way(context: RuleContext) -> Iterator[Violation]:
    """Where a purpose is based on consent, the notice says how to withdraw it, as easily as it was given.

    Fails::

        purposes:
          newsletter:
            withdraw:

    Passes::

        purposes:
          newsletter:
            withdraw: [unsubscribe-link]
    """
    for purpose in context.purposes:
        withdraw = purpose[PURPOSE.withdraw]
        if rests_on_consent(purpose.facts) and not withdraw.value and withdraw.is_silent:
            yield withdraw.missing(purpose=purpose.id)


@rule("N619", "7-3", level=Level.WARNING)
def withdrawal_by_letter_alone(context: RuleContext) -> Iterator[Violation]:
    """Withdrawing consent is as easy as giving it: consent given on a screen is not withdrawn by letter.

    Fails::

        purposes:
          newsletter: {withdraw: [post]}

    Passes::

        purposes:
          newsletter: {withdraw: [post, email]}
    """
    for purpose in context.purposes:
        withdraw = purpose[PURPOSE.withdraw]
        by_letter_alone = set(withdraw.value or ()) == {"post"} and purpose.facts.means != "paper"
        if rests_on_consent(purpose.facts) and by_letter_alone:
            yield withdraw.violation(purpose=purpose.id)


@rule("N108", "12-2", "12-3", level=Level.WARNING)
def requests_without_channel(context: RuleContext) -> Iterator[Violation]:
    """The notice says by which channels a person exercises their rights; one of them is electronic.

    A channel that is named has an address: an e-mail, a number, a postal address, a form.

    Fails::

        controller:
          requests:

    Passes::

        controller:
          requests: {channels: [email], languages: [fi, sv, en]}
    """
    channels = context.controller[CONTROLLER.requests][REQUESTS.channels]
    for channel in channels.value or ():
        if channel in ADDRESSES and not _has_address(context, channel):
            yield channels.violation("channel-without-address", channel=channel, example=ADDRESSES[channel])
    if not {"email", "form"} & {*(channels.value or ())} and channels.is_silent:
        yield channels.violation("no-electronic-channel")


def _has_address(context: RuleContext, channel: str) -> bool:
    """Whether the address of a channel is stated, unknown or unreadable."""
    controller = context.controller
    if channel == "form":
        form = controller[CONTROLLER.requests][REQUESTS.form]
        return bool(form.value) or not form.is_silent
    contact = controller[CONTROLLER.contact]
    ways = {"email": CONTACT.email, "phone": CONTACT.phone, "post": CONTACT.address}
    people = [controller.value, contact.value, controller.facts.dpo]
    stated = {way for person in people if isinstance(person, Contact) for way in person.channels()}
    own, other = controller[ways[channel]], contact[ways[channel]]
    return own.id in stated or not (own.is_silent and other.is_silent)


RULES = (withdrawal_without_way, withdrawal_by_letter_alone, requests_without_channel)
