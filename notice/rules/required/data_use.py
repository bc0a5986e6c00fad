"""N2 and N3: data, people, and conditions before a use begins. GDPR Arts 6(1)(f), 13(3), 30(1)(c)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import PURPOSE, REGISTER
from notice.rules.rule import RuleContext, rule


@rule("N206", "6-1-f", "12-1", level=Level.WARNING)
def interest_unweighed(context: RuleContext) -> Iterator[Violation]:
    """A legitimate interest is balanced against the person's interests before a purpose is based on it.

    Every notice offers an account of the balancing on request: so it must have been done.

    Fails::

        purposes:
          electronic-direct-marketing: {balancing: no}

    Passes::

        purposes:
          electronic-direct-marketing: {balancing: yes}
    """
    for purpose in context.purposes:
        if purpose.facts.basis != "legitimate-interests":
            continue
        balancing = purpose[PURPOSE.balancing]
        if balancing.value is False:
            yield balancing.violation("interest-not-balanced", purpose=purpose.id)
        elif balancing.is_missing:
            yield balancing.missing("balancing-unstated", purpose=purpose.id)


@rule("N207", "13-3", "14-4", "6-4")
def new_purpose_untold(context: RuleContext) -> Iterator[Violation]:
    """Before data are used for a new purpose, the people are informed of it, with all that belongs to it.

    A notice that has changed on the web reaches nobody who does not look.

    Fails::

        purposes:
          newsletter: {new-since: 2026-11-01}

    Passes::

        purposes:
          newsletter: {new-since: 2026-11-01, told-before-use: yes}
    """
    for purpose in context.purposes:
        if purpose.facts.new_since is None:
            continue
        informed = purpose[PURPOSE.told_before_use]
        if informed.value is False:
            yield informed.violation("people-not-informed", purpose=purpose.id)
        elif informed.is_missing:
            yield informed.missing("informing-unstated", purpose=purpose.id)


@rule("N302", "15-1-b", "30-1-c", level=Level.WARNING)
def purpose_without_data(context: RuleContext) -> Iterator[Violation]:
    """Every purpose names the categories of data that it uses.

    Article 13 does not list them, yet nobody can follow a notice, or consent, without them.

    Fails::

        purposes:
          orders:
            data:

    Passes::

        purposes:
          orders:
            data: [name, delivery-address, email, phone, order-contents]
    """
    for purpose in context.purposes:
        data = purpose[PURPOSE.data]
        if not data.value and data.is_silent:
            yield data.missing(purpose=purpose.id)


@rule("N307", "12-1", "30-1-c", level=Level.WARNING)
def people_unnamed(context: RuleContext) -> Iterator[Violation]:
    """The notice says whom it concerns.

    Readers must see at once whether the notice is about them.

    Fails::

        people:

    Passes::

        people: [customers, newsletter-subscribers, site-visitors]
    """
    people = context.register[REGISTER.people]
    if not people.value and people.is_silent:
        yield people.missing()


RULES = (interest_unweighed, new_purpose_untold, purpose_without_data, people_unnamed)
