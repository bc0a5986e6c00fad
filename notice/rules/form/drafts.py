"""D001, D002, P001: facts that are proposed or unknown, and a notice without a date."""

from collections.abc import Iterator

from notice.findings import FactPath, Level, Violation, dotted, violation_at
from notice.model.keys import REGISTER
from notice.rules.rule import RuleContext, rule


@rule("D001", "5-2", level=Level.WARNING, blocks_release=True)
def fact_awaits_confirmation(context: RuleContext) -> Iterator[Violation]:
    """A fact that was only proposed waits under `confirm:` until the owner has confirmed it.

    Its line is removed from `confirm:` when the fact is true. A release build refuses what waits.

    Fails::

        confirm:
          purposes.orders.basis: Proposed from the kind of shop.

    Passes::

        confirm: {}
    """
    for waiting in context.notice.waiting:
        if waiting.reason:
            fact = dotted(_in_its_file(waiting.path))
            span = context.notice.span(*waiting.path)
            yield violation_at(span, "proposed", path=waiting.path, fact=fact, why=waiting.reason)


@rule("D002", "5-2", level=Level.WARNING, blocks_release=True)
def fact_not_known(context: RuleContext) -> Iterator[Violation]:
    """A fact that is not known yet is written `unknown`, and the notice says that it is not stated yet.

    A guess would be published as a fact. A release build refuses what is unknown.

    Fails::

        controller:
          business-id: unknown

    Passes::

        controller:
          business-id: 1234567-1
    """
    for waiting in context.notice.waiting:
        if not waiting.reason:
            span = context.notice.span(*waiting.path)
            yield violation_at(span, path=waiting.path, fact=dotted(_in_its_file(waiting.path)))


@rule("P001", "5-2", level=Level.WARNING)
def notice_without_date(context: RuleContext) -> Iterator[Violation]:
    """The notice says when it was last changed.

    Its `history` lists the day of every version; the newest is the notice's own date.

    Also found: T004, for words of versions that are gone.

    Fails::

        history:

    Passes::

        history: [2026-11-22]
        words:
          fi: {history: {2026-11-22: Ensimmäinen versio.}}
          sv: {history: {2026-11-22: Första versionen.}}
          en: {history: {2026-11-22: First version.}}
    """
    history = context.register[REGISTER.history]
    if not history.value and history.is_silent and history.is_read:
        yield history.missing()


def _in_its_file(path: FactPath) -> FactPath:
    """The path as written in the fact's own file, which also has the `confirm`."""
    return path[1:] if path[:1] in (("controller",), ("site",)) else path


RULES = (fact_awaits_confirmation, fact_not_known, notice_without_date)
