"""C: a legal basis that the facts rule out. GDPR Art. 6(1)."""

from collections.abc import Iterator

from notice.rules.rule import Fault, RuleContext, rule


@rule("C003", "6-1")
def authority_on_legitimate_interests(context: RuleContext) -> Iterator[Fault]:
    """A public authority does not rest its tasks on legitimate interests.

    The Regulation takes that basis from authorities in the performance of their tasks: the law is their basis.
    What lies outside those tasks, such as guarding the premises, may rest on it, if the facts say so.

    Also found: C046, for the officer whom an authority must have.

    Fails::

        controller:
          public-authority: yes
        purposes:
          electronic-direct-marketing:
            outside-public-tasks: no

    Passes::

        controller:
          public-authority: yes
          dpo: {email: tietosuojavastaava@example.fi}
        purposes:
          electronic-direct-marketing:
            outside-public-tasks: yes
    """
    if not context.notice.controller.public_authority:
        return
    for id, purpose in context.derived.purposes.items():
        outside = purpose.outside_public_tasks
        if purpose.basis != "legitimate-interests" or outside:
            continue
        if context.notice.is_silent("purposes", id, "outside-public-tasks"):
            yield Fault(
                ("purposes", id, "outside-public-tasks"),
                f"A public authority rests “{id}” on legitimate interests"
                + (", though it is one of its public tasks" if outside is False else ""),
                "not for an authority's tasks",
                "write `basis: public-task` or `basis: legal-obligation` with its law; if it is none of the public "
                "tasks, write `outside-public-tasks: yes`",
            )


RULES = (authority_on_legitimate_interests,)
