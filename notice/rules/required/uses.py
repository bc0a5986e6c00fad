"""N206, N207: an interest that was weighed, and a purpose that is new. GDPR Arts 6(1)(f), 13(3), 14(4)."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule


@rule("N206", "6-1-f", "12-1", level=Level.WARNING)
def interest_unweighed(context: RuleContext) -> Iterator[Fault]:
    """A legitimate interest has been weighed against the person's interests before it carries a purpose.

    Every notice offers to tell on request how it was weighed: so it must have been.

    Fails::

        purposes:
          electronic-direct-marketing: {balancing: no}

    Passes::

        purposes:
          electronic-direct-marketing: {balancing: yes}
    """
    for id, purpose in context.derived.purposes.items():
        fact = ("purposes", id, "balancing")
        if purpose.basis != "legitimate-interests" or purpose.balancing:
            continue
        if purpose.balancing is False or context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"The interest behind “{id}” has not been weighed against the interests of the people"
                if purpose.balancing is False
                else f"Has the interest behind “{id}” been weighed against the interests of the people?",
                "weigh it first" if purpose.balancing is False else "answer `balancing:`",
                "write down how it was weighed, then `balancing: yes`; if theirs weighs more, the basis does not hold",
            )


@rule("N207", "13-3", "14-4", "6-4")
def new_purpose_untold(context: RuleContext) -> Iterator[Fault]:
    """Before data are used for a new purpose, the people are told of it, with all that belongs to it.

    A notice that has changed on the web reaches nobody who does not look.

    Fails::

        purposes:
          newsletter: {new-since: 2026-11-01}

    Passes::

        purposes:
          newsletter: {new-since: 2026-11-01, told-before-use: yes}
    """
    for id, purpose in context.derived.purposes.items():
        fact = ("purposes", id, "told-before-use")
        if purpose.new_since is None or purpose.told_before_use:
            continue
        if purpose.told_before_use is False or context.notice.is_silent(*fact):
            yield Fault(
                fact,
                f"The data are used for the new purpose “{id}”, and the people were not told before"
                if purpose.told_before_use is False
                else f"Were the people told of the new purpose “{id}” before it began?",
                "tell them first" if purpose.told_before_use is False else "answer `told-before-use:`",
                "tell them, with the basis, the retention and the rights, then write `told-before-use: yes`",
            )


RULES = (interest_unweighed, new_purpose_untold)
