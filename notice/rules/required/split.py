"""N502: one period for everything is hardly ever right."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule


@rule("N502", "13-2-a", "5-1-e", level=Level.WARNING)
def one_period_for_everything(context: RuleContext) -> Iterator[Fault]:
    """Purposes on different bases have periods of their own.

    What a contract needs, what the law orders and what consent allows hardly ever end on the same day.

    Also found: C004, for the vouchers.

    Fails::

        purposes:
          orders: {keep: {for: 1 year, after: visit}}
          bookkeeping: {keep: {for: 1 year, after: visit, law: }}
          newsletter: {keep: {for: 1 year, after: visit, until: , then-within: }}
          electronic-direct-marketing: {keep: {for: 1 year, after: visit}}
          visitor-statistics: {keep: {for: 1 year, after: visit}}

    Passes::

        purposes:
          visitor-statistics: {keep: {for: 1 year, after: visit}}
    """
    every = [purpose for purpose in context.derived.purposes.values() if purpose.keep and purpose.basis]
    if len(every) < 3 or len({purpose.basis for purpose in every}) < 2:
        return
    if len(every) == len(context.derived.purposes) and all(one.keep == every[0].keep for one in every):
        yield Fault(
            ("purposes",),
            f"All {len(every)} purposes keep their data alike, though they rest on different bases",
            "the same `keep` everywhere",
            "state for each purpose how long its own data are needed",
        )


RULES = (one_period_for_everything,)
