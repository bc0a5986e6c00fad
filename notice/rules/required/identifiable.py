"""N617, N620: rights that nobody can use, because nobody can be found by the data. GDPR Art. 11."""

from collections.abc import Iterator

from notice.derive import is_identifiable
from notice.findings import Level, Violation
from notice.model.keys import PURPOSE, REGISTER
from notice.rules.natures import holds, is_identifier, shown
from notice.rules.rule import RuleContext, rule


@rule("N617", "11-2", level=Level.WARNING)
def identifiable_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Where no listed data identify a person, the controller states whether it can identify the person.

    If it cannot, the rights of Articles 15 to 20 apply only to those who help to find their data: the notice says so.

    Fails::

        identifiable: no

    Passes::

        identifiable: yes
    """
    used = context.derived.data_used
    if not used or any(purpose[PURPOSE.data].is_unknown for purpose in context.purposes):
        return
    identifiers = [id for id in used if is_identifier(context, id)]
    identifiable = context.register[REGISTER.identifiable]
    if identifiers and identifiable.value is False:
        yield identifiable.violation("identified-by-data", data=identifiers)
    if not identifiers and identifiable.is_missing:
        yield identifiable.missing("identifiable-unstated")


DEVICE: frozenset[str] = frozenset({"ip-address", "cookie-identifiers", "device-identifier"})
"""Identifiers of devices: they tell one from another, and name nobody."""


MESSAGES: frozenset[str] = frozenset({"email", "phone", "post"})
"""Ways to withdraw consent by which the controller has to find the person's data."""


@rule("N620", "11-2", level=Level.WARNING)
def unnamed_people_unasked(context: RuleContext) -> Iterator[Violation]:
    """Where a purpose uses data of a device alone, the controller states whether it can find a person's data there.

    If it cannot, a message withdraws no consent and finds no data: the notice says so, and a consent is withdrawn on
    the device, by the settings for cookies.

    Fails::

        purposes:
          visitor-statistics: {identifiable: }

    Passes::

        purposes:
          visitor-statistics: {identifiable: no}
    """
    of_register = context.register[REGISTER.identifiable]
    is_answered = of_register.value is not None or of_register.is_unknown
    for purpose in context.purposes:
        used = purpose.facts.data or ()
        devices = [id for id in used if id in DEVICE or shown(context, "data", id, "device")]
        named = [id for id in used if id not in devices and holds(context, "data", id, "identifier")]
        identifiable = purpose[PURPOSE.identifiable]
        if identifiable.value is False and named:
            yield identifiable.violation("identified-by-data", purpose=purpose.id, data=named)
        elif devices and not named and identifiable.is_missing and not is_answered:
            yield identifiable.missing("unstated", purpose=purpose.id)
        ways = purpose[PURPOSE.withdraw]
        if ways.value and MESSAGES.issuperset(ways.value) and not is_identifiable(context.notice, purpose.id):
            yield ways.violation("withdrawn-by-message", purpose=purpose.id)


RULES = (identifiable_unsaid, unnamed_people_unasked)
