"""N3: which data, and of whom. GDPR Arts 14(1)(d), 15(1)(b), 30(1)(c)."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule


@rule("N302", "15-1-b", "30-1-c", level=Level.WARNING)
def purpose_without_data(context: RuleContext) -> Iterator[Fault]:
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
    for id, purpose in context.derived.purposes.items():
        if not purpose.data and context.notice.is_silent("purposes", id, "data"):
            yield Fault(
                ("purposes", id, "data"),
                f"It is not said which data are used for “{id}”",
                "add `data:`",
                "list the categories: `data: [name, email]`",
            )


@rule("N307", "12-1", "30-1-c", level=Level.WARNING)
def people_unnamed(context: RuleContext) -> Iterator[Fault]:
    """The notice says whom it concerns.

    A reader must see at once whether the notice is about her.

    Fails::

        people:

    Passes::

        people: [customers, site-visitors]
    """
    if not context.notice.register.people and context.notice.is_silent("people"):
        yield Fault(
            ("people",),
            "It is not said whom the notice concerns",
            "add `people:`",
            "list the groups: `people: [customers, site-visitors]`",
        )


RULES = (
    purpose_without_data,
    people_unnamed,
)
