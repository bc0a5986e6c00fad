"""N2: why, and on what basis. GDPR Arts 6, 13(1)(c)–(d), 14(1)(c), 14(2)(b)."""

from collections.abc import Iterator

from notice.findings import Level
from notice.law.bases import BASES_IN_LAW
from notice.rules.rule import Fault, RuleContext, rule


@rule("N201", "13-1-c", "14-1-c", "5-1-b")
def register_without_purpose(context: RuleContext) -> Iterator[Fault]:
    """The notice names at least one purpose.

    Data may be collected only for specified, explicit purposes; a register without one may not exist.

    Also found: T004, for words of purposes that are gone.

    Fails::

        purposes: none

    Passes::

        purposes:
          feedback:
            basis: consent
            withdraw: [email]
            people: [customers]
            data: [email]
            recipients: none
            required: voluntary
            keep: {for: 1 month, after: last-contact}
    """
    if context.derived.purposes or ("purposes",) in context.notice.spoilt:
        return
    yield Fault(
        ("purposes",),
        "The register has no purpose",
        "add a purpose under `purposes:`",
        "write an id of the vocabulary, such as `orders:`, and its facts below it",
    )


@rule("N202", "13-1-c", "14-1-c", "6-1", "3116/163/20")
def purpose_without_legal_basis(context: RuleContext) -> Iterator[Fault]:
    """Every purpose names the one legal basis that it rests on.

    The basis decides which rights a person has; processing without one is unlawful.

    Fails::

        purposes:
          orders:
            basis:

    Passes::

        purposes:
          orders:
            basis: contract
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.basis is None and context.notice.is_silent("purposes", id, "basis"):
            yield Fault(
                ("purposes", id, "basis"),
                f"The purpose “{id}” names no legal basis",
                "add `basis:`",
                "write one of: consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests",
            )


@rule("N203", "6-3")
def law_not_named(context: RuleContext) -> Iterator[Fault]:
    """A legal obligation and a task in the public interest name the law that lays them down.

    These two bases exist only where Union or national law does: the person must be able to read it.

    Fails::

        purposes:
          bookkeeping:
            law:

    Passes::

        purposes:
          bookkeeping:
            law: accounting-act
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.basis in BASES_IN_LAW and not purpose.law and context.notice.is_silent("purposes", id, "law"):
            yield Fault(
                ("purposes", id, "law"),
                f"The purpose “{id}” rests on law, and names none",
                "add `law:`",
                "write the act's id, such as `law: accounting-act`",
            )


@rule("N204", "13-1-d", "14-2-b", "C-394/23")
def interest_not_named(context: RuleContext) -> Iterator[Fault]:
    """A purpose that rests on legitimate interests says in every language what the interest is.

    The Court of Justice has held that the basis cannot be relied on if the interest was not told when the data
    were collected: C-394/23.

    Fails::

        words:
          fi: {purposes: {electronic-direct-marketing: {interest: }}}

    Passes::

        words:
          fi: {purposes: {electronic-direct-marketing: {interest: Omien tuotteiden myynti asiakkaille.}}}
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.basis != "legitimate-interests":
            continue
        for language, words in context.words.items():
            if not words.find("purposes", id, "interest"):
                yield Fault(
                    ("purposes", id, "basis"),
                    f"The interest behind “{id}” is not named in the language “{language}”",
                    "which interest?",
                    f"write it in `content/{language}/{context.notice.id}.yaml`, under `purposes: {id}: interest:`",
                )


@rule("N205", "13-1-d", "14-2-b", level=Level.WARNING)
def holder_of_interest_unsaid(context: RuleContext) -> Iterator[Fault]:
    """A legitimate interest is the controller's own or another's, and the notice says whose.

    Fails::

        purposes:
          electronic-direct-marketing:
            interest-of:

    Passes::

        purposes:
          electronic-direct-marketing:
            interest-of: controller
    """
    for id, purpose in context.derived.purposes.items():
        fact = ("purposes", id, "interest-of")
        if purpose.basis == "legitimate-interests" and not purpose.interest_of and context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"It is not said whose interest is behind “{id}”",
                "add `interest-of:`",
                "write `interest-of: controller`, or the id of the recipient whose interest it is",
            )


RULES = (
    register_without_purpose,
    purpose_without_legal_basis,
    law_not_named,
    interest_not_named,
    holder_of_interest_unsaid,
)
