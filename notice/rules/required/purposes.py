"""N2: why data are processed, and on what basis. GDPR Arts 6, 13(1)(c)–(d), 14(1)(c), 14(2)(b)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.law.bases import BASES_IN_LAW
from notice.model.keys import PURPOSE, REGISTER
from notice.rules.rule import RuleContext, rule


@rule("N201", "13-1-c", "14-1-c", "5-1-b")
def register_without_purpose(context: RuleContext) -> Iterator[Violation]:
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
    purposes = context.register[REGISTER.purposes]
    is_unreadable = not (purposes.is_silent or purposes.is_unknown)
    if not purposes.value and not is_unreadable:
        yield purposes.violation()


@rule("N202", "13-1-c", "14-1-c", "6-1", "3116/163/20")
def purpose_without_legal_basis(context: RuleContext) -> Iterator[Violation]:
    """Every purpose names its one legal basis.

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
    for purpose in context.purposes:
        if purpose.lacks(PURPOSE.basis):
            yield purpose[PURPOSE.basis].missing(purpose=purpose.id)


@rule("N203", "6-3")
def law_not_named(context: RuleContext) -> Iterator[Violation]:
    """A purpose based on a legal obligation or a task in the public interest names the law behind it.

    These two bases exist only where Union or national law does: a person must be able to read it.

    Fails::

        purposes:
          bookkeeping:
            law:

    Passes::

        purposes:
          bookkeeping:
            law: accounting-act
    """
    for purpose in context.purposes:
        law = purpose[PURPOSE.law]
        if purpose.facts.basis in BASES_IN_LAW and not law.value and law.is_silent:
            yield law.missing(purpose=purpose.id)


@rule("N204", "13-1-d", "14-2-b", "C-394/23")
def interest_not_named(context: RuleContext) -> Iterator[Violation]:
    """A purpose based on legitimate interests says in every language what the interest is.

    The Court of Justice has held that the basis cannot be relied on if the person was not informed of the
    interest when the data were collected: C-394/23.

    Fails::

        words:
          fi: {purposes: {electronic-direct-marketing: {interest: }}}

    Passes::

        words:
          fi: {purposes: {electronic-direct-marketing: {interest: Omien tuotteiden myynti asiakkaille.}}}
    """
    for purpose in context.purposes:
        if purpose.facts.basis != "legitimate-interests":
            continue
        for language, words in context.words.items():
            if not words.find("purposes", purpose.id, "interest"):
                yield purpose[PURPOSE.basis].violation(
                    purpose=purpose.id, language=language, register=context.notice.id
                )


@rule("N205", "13-1-d", "14-2-b", level=Level.WARNING)
def holder_of_interest_unsaid(context: RuleContext) -> Iterator[Violation]:
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
    for purpose in context.purposes:
        holder = purpose[PURPOSE.interest_of]
        if purpose.facts.basis == "legitimate-interests" and not holder.value and holder.is_silent:
            yield holder.missing(purpose=purpose.id)


RULES = (
    register_without_purpose,
    purpose_without_legal_basis,
    law_not_named,
    interest_not_named,
    holder_of_interest_unsaid,
)
