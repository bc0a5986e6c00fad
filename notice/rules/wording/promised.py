"""C: rights that the owner's words promise although they arise for no purpose, by the matrix of rights."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.rules.rule import RuleContext, rule
from notice.rules.wording.matcher import anywhere, matches


@rule("C012", "20-1", "20-3", level=Level.WARNING)
def portability_promised(context: RuleContext) -> Iterator[Violation]:
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
        yield from matches(context, "C012", anywhere)


@rule("C013", "21-1", level=Level.WARNING)
def objection_promised(context: RuleContext) -> Iterator[Violation]:
    """The right to object is promised only where a purpose rests on an interest or a public task, or is marketing.

    Also found: C008, C058, C077 and T004, which miss the purposes that the example takes away.

    Fails::

        purposes: {newsletter: , electronic-direct-marketing: }
        words:
          en: {description: You have the right to object.}

    Passes::

        words:
          en: {description: You have the right to object.}
    """
    if not _arises(context, "objection"):
        yield from matches(context, "C013", anywhere)


@rule("C015", "7-3", level=Level.WARNING)
def withdrawal_promised(context: RuleContext) -> Iterator[Violation]:
    """The withdrawal of consent is mentioned only where a purpose rests on consent: else the basis is stated wrongly.

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
        yield from matches(context, "C015", anywhere)


def _arises(context: RuleContext, right: str) -> bool:
    return any(row.right.startswith(right) and row.purposes for row in context.derived.rights)


RULES = (portability_promised, objection_promised, withdrawal_promised)
