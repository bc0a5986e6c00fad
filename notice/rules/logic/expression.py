"""C51: journalism, and academic, artistic and literary expression. GDPR Art. 85; section 27 of Act 1050/2018."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.model.keys import PURPOSE
from notice.rules.rule import RuleContext, rule


@rule("C051", "85", "1050/2018-27", level=Level.WARNING)
def expression_in_notice(context: RuleContext) -> Iterator[Violation]:
    """Processing for journalism, or for academic, artistic or literary expression alone, is no part of such a notice.

    Articles 12–22 do not apply to it: a notice that names rights would promise what the law does not give. Information
    on it, where it is given all the same, belongs elsewhere.

    Fails::

        purposes:
          orders:
            expression: journalistic

    Passes::

        purposes:
          orders:
            basis: contract
    """
    for purpose in context.purposes:
        expression = purpose[PURPOSE.expression]
        if expression.value:
            yield expression.violation(purpose=purpose.id, expression=expression.value)


RULES = (expression_in_notice,)
