"""N6, as far as the owner states it: how rights are used. GDPR Arts 7(3), 12(2), 22(3)."""

from collections.abc import Iterator

from notice.derive import rests_on_consent
from notice.findings import Level
from notice.model.controller import Contact
from notice.rules.rule import Fault, RuleContext, rule


@rule("N610", "7-3", "13-2-c")
def withdrawal_without_way(context: RuleContext) -> Iterator[Fault]:
    """Where consent carries a purpose, the notice says how to withdraw it, as easily as it was given.

    Fails::

        purposes:
          newsletter:
            withdraw:

    Passes::

        purposes:
          newsletter:
            withdraw: [unsubscribe-link]
    """
    for id, purpose in context.derived.purposes.items():
        if rests_on_consent(purpose) and not purpose.withdraw and context.notice.is_silent("purposes", id, "withdraw"):
            yield Fault(
                ("purposes", id, "withdraw"),
                f"It is not said how to withdraw the consent to “{id}”",
                "add `withdraw:`",
                "list the ways: `withdraw: [unsubscribe-link, email]`",
            )


@rule("N619", "7-3", level=Level.WARNING)
def withdrawal_by_letter_alone(context: RuleContext) -> Iterator[Fault]:
    """Withdrawing consent is as easy as giving it: whoever gave it on a screen need not write a letter.

    Fails::

        purposes:
          newsletter: {withdraw: [post]}

    Passes::

        purposes:
          newsletter: {withdraw: [post, email]}
    """
    for id, purpose in context.derived.purposes.items():
        if rests_on_consent(purpose) and set(purpose.withdraw or ()) == {"post"} and purpose.means != "paper":
            yield Fault(
                ("purposes", id, "withdraw"),
                f"The consent to “{id}” is withdrawn by letter alone",
                "as easy as giving it?",
                "offer a way like the one by which it was given, such as unsubscribe-link, account-settings or email",
            )


@rule("N616", "22-3")
def decision_without_human(context: RuleContext) -> Iterator[Fault]:
    """Whoever is subject to an automated decision can have a human look at it, speak, and contest it.

    This holds where the decision rests on a contract or on explicit consent; where a law authorises it, the law's
    own safeguards hold.

    Fails::

        automated-decisions:
          credit: {purpose: orders, exception: contract, safeguards: [own-view]}
        purposes:
          orders: {impact-assessment: 2026-10-01}
        words:
          fi: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          sv: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          en: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}

    Passes::

        automated-decisions:
          credit: {purpose: orders, exception: contract, safeguards: [human-intervention, own-view, contest]}
        purposes:
          orders: {impact-assessment: 2026-10-01}
        words:
          fi: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          sv: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
          en: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
    """
    needed = ("human-intervention", "own-view", "contest")
    for id, decision in (context.notice.register.automated_decisions or {}).items():
        fact = ("automated-decisions", id, "safeguards")
        if decision.exception == "law" or not context.notice.is_silent(*fact):
            continue
        lacking = [safeguard for safeguard in needed if safeguard not in (decision.safeguards or ())]
        if lacking:
            yield Fault(
                fact,
                f"The automated decision “{id}” lacks: {', '.join(lacking)}",
                "add them to `safeguards:`",
                f"write `safeguards: [{', '.join(needed)}]`, and see that they are true",
            )


@rule("N108", "12-2", "12-3", level=Level.WARNING)
def requests_without_channel(context: RuleContext) -> Iterator[Fault]:
    """The notice says by which channels a person asks for her rights; one of them works electronically.

    A channel that is named has an address: an e-mail, a number, a postal address, a form.

    Fails::

        controller:
          requests:

    Passes::

        controller:
          requests: {channels: [email], languages: [fi, sv, en]}
    """
    requests = context.notice.controller.requests
    electronic = {"email", "form"} & set(requests.channels or ()) if requests else set()
    fact = ("controller", "requests", "channels")
    for channel in requests.channels or () if requests else ():
        if channel in _ADDRESSES and not _has_address(context, channel):
            yield Fault(
                fact,
                f"Requests can be made by {channel}, and there is nothing to write or ring to",
                f"where by {channel}?",
                f"state it: `{_ADDRESSES[channel]}`",
            )
    if not electronic and context.notice.is_silent(*fact):
        yield Fault(
            fact,
            "It is not said how to ask for one's rights by electronic means",
            "add `requests: {channels: [email]}`",
            "a person who writes by e-mail must get an answer by e-mail",
        )


_ADDRESSES = {
    "email": "email: …",
    "phone": "phone: …",
    "post": "address: {street: …, postcode: …, city: …}",
    "form": "requests: {form: https://…}",
}


def _has_address(context: RuleContext, channel: str) -> bool:
    controller = context.notice.controller
    if channel == "form":
        return bool(controller.requests and controller.requests.form) or not context.notice.is_silent(
            "controller", "requests", "form"
        )
    way = "address" if channel == "post" else channel
    people = [controller, controller.contact, controller.dpo]
    reached = any(way in person.channels() for person in people if isinstance(person, Contact))
    return reached or any(not context.notice.is_silent(*at, way) for at in (("controller",), ("controller", "contact")))


RULES = (withdrawal_without_way, withdrawal_by_letter_alone, decision_without_human, requests_without_channel)
