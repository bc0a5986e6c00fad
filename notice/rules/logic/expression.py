"""C51: journalism, and academic, artistic and literary expression. GDPR Art. 85; section 27 of Act 1050/2018."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule


@rule("C051", "85", "1050/2018-27", level=Level.WARNING)
def expression_in_notice(context: RuleContext) -> Iterator[Fault]:
    """What serves journalism, or academic, artistic or literary expression alone is told in no such notice.

    Articles 12–22 do not apply to it: a notice that names rights would promise what the law does not give. Whoever
    informs of it all the same does so elsewhere.

    Fails::

        purposes:
          orders:
            expression: journalistic

    Passes::

        purposes:
          orders:
            basis: contract
    """
    for id, purpose in context.derived.purposes.items():
        if purpose.expression:
            yield Fault(
                ("purposes", id, "expression"),
                f"The purpose “{id}” serves {purpose.expression} expression alone: Articles 12–22 do not apply",
                "no notice is due",
                "take the purpose out of this notice; if it serves anything else too, take `expression:` away",
            )


RULES = (expression_in_notice,)
