"""D: what still waits for the owner. A site may be built with it, under a draft mark; it may not be released."""

from collections.abc import Iterator

from notice.findings import FactPath, Level, dotted
from notice.rules.rule import Fault, RuleContext, rule


@rule("D001", "5-2", level=Level.WARNING, blocks_release=True)
def fact_awaits_confirmation(context: RuleContext) -> Iterator[Fault]:
    """A fact that was only proposed waits under `confirm:` until its owner has made it her own.

    She takes the line out of `confirm:` when the fact is true. A release build refuses what waits.

    Fails::

        confirm:
          purposes.orders.basis: Proposed from the kind of shop.

    Passes::

        confirm: {}
    """
    for waiting in context.notice.waiting:
        if waiting.reason:
            name = dotted(_in_its_file(waiting.path))
            yield Fault(
                waiting.path,
                f"`{name}` awaits confirmation",
                waiting.reason,
                f"confirm it: take `{name}` out of `confirm:`",
            )


@rule("D002", "5-2", level=Level.WARNING, blocks_release=True)
def fact_not_known(context: RuleContext) -> Iterator[Fault]:
    """A fact that is not known yet is written `unknown`, and the notice says that it is not stated yet.

    Nobody guesses for the owner. A release build refuses what is unknown.

    Fails::

        controller:
          business-id: unknown

    Passes::

        controller:
          business-id: 1234567-1
    """
    for waiting in context.notice.waiting:
        if not waiting.reason:
            name = dotted(_in_its_file(waiting.path))
            yield Fault(waiting.path, f"`{name}` is not known yet", "find out", "write the fact here")


@rule("P001", "5-2", level=Level.WARNING)
def notice_without_date(context: RuleContext) -> Iterator[Fault]:
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
    if not context.notice.register.history and context.notice.is_silent("history"):
        yield Fault(
            ("history",),
            "The notice has no date",
            "add `history:`",
            "list the days of its versions: `history: [2026-11-22]`",
        )


def _in_its_file(path: FactPath) -> FactPath:
    """The path as it is written in the fact's own file, where `confirm` stands too."""
    return path[1:] if path[:1] in (("controller",), ("site",)) else path


RULES = (fact_awaits_confirmation, fact_not_known, notice_without_date)
