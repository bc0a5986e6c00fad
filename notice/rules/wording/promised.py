"""C: rights that the owner's words promise although no purpose gives them. The matrix of the rights decides."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule
from notice.rules.wording.found import anywhere, found


@rule("C012", "20-1", "20-3", level=Level.WARNING)
def portability_promised(context: RuleContext) -> Iterator[Fault]:
    """Portability is promised only where data are processed by automated means on consent or a contract.

    Also found: C008, C058 and C077, which miss the purposes that the example takes away.

    Fails::

        purposes: {orders: , newsletter: , visitor-statistics: }
        words:
          en: {description: "You have the right to data portability."}

    Passes::

        words:
          en: {description: "You have the right to data portability."}
    """
    if not _arises(context, "portability"):
        yield from found(context, "C012", anywhere, "“{found}” promises a right that no purpose gives", _TAKE_OUT)


@rule("C013", "21-1", level=Level.WARNING)
def objection_promised(context: RuleContext) -> Iterator[Fault]:
    """The right to object is promised only where a purpose rests on an interest or a public task, or is marketing.

    Also found: C058 and T004, which miss the purposes that the example takes away.

    Fails::

        purposes: {newsletter: , electronic-direct-marketing: }
        words:
          en: {description: You have the right to object.}

    Passes::

        words:
          en: {description: You have the right to object.}
    """
    if not _arises(context, "objection"):
        yield from found(context, "C013", anywhere, "“{found}” promises a right that no purpose gives", _TAKE_OUT)


@rule("C015", "7-3", level=Level.WARNING)
def withdrawal_promised(context: RuleContext) -> Iterator[Fault]:
    """Withdrawing consent is spoken of only where something rests on consent: else the basis is told wrongly.

    Also found: C008 and C077, which miss the purposes that the example takes away.

    Fails::

        purposes: {newsletter: , visitor-statistics: }
        words:
          en: {description: You can withdraw your consent at any time.}

    Passes::

        words:
          en: {description: You can withdraw your consent at any time.}
    """
    if not _arises(context, "withdrawal"):
        yield from found(context, "C015", anywhere, "“{found}” speaks of a consent that no purpose rests on", _TAKE_OUT)


def _arises(context: RuleContext, right: str) -> bool:
    return any(one.right.startswith(right) and one.purposes for one in context.derived.rights)


_TAKE_OUT = "take it out: the rights follow from the facts"

RULES = (portability_promised, objection_promised, withdrawal_promised)
