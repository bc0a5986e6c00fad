"""C: does the legal basis fit the purpose; what the vocabulary knows of the purposes that many have."""

from collections.abc import Iterator

from notice.findings import Level
from notice.rules.rule import Fault, RuleContext, rule


@rule("C052", "6-1", level=Level.WARNING)
def basis_that_never_fits(context: RuleContext) -> Iterator[Fault]:
    """A purpose rests on a basis that can carry it.

    Consent to bookkeeping could be withdrawn, and the books must be kept all the same: it is no free choice.

    Also found: N203, for a duty needs its law.
    Also found: C010 and N806, for e-mail needs consent, or a way to refuse it.

    Fails::

        purposes:
          newsletter:
            basis: legal-obligation
            withdraw:

    Passes::

        purposes:
          newsletter:
            basis: consent
    """
    for id, purpose in context.derived.purposes.items():
        known = context.notice.vocabulary.purposes.get(id)
        if known and purpose.basis in known.never_bases:
            yield Fault(
                ("purposes", id, "basis"),
                f"“{purpose.basis}” can hardly carry “{id}”",
                f"usually: {', '.join(known.usual_bases)}",
                f"write one of: {', '.join(known.usual_bases)}; or give a purpose of another kind an id of its own",
            )


@rule("C053", "6-1", level=Level.INFO)
def basis_unusual(context: RuleContext) -> Iterator[Fault]:
    """A purpose that many have rests on one of the bases that others find for it, or the owner looks again.

    Fails::

        purposes:
          bookkeeping:
            basis: public-task

    Passes::

        purposes:
          bookkeeping:
            basis: legal-obligation
    """
    for id, purpose in context.derived.purposes.items():
        known = context.notice.vocabulary.purposes.get(id)
        if (
            not known
            or not purpose.basis
            or not known.usual_bases
            or context.notice.is_unknown("purposes", id, "basis")
        ):
            continue
        if purpose.basis not in (*known.usual_bases, *known.never_bases):
            yield Fault(
                ("purposes", id, "basis"),
                f"“{purpose.basis}” is unusual for “{id}”",
                f"usually: {', '.join(known.usual_bases)}",
                "look again which basis holds; nothing need be changed if it does",
            )


@rule("C006", "6-1-d", level=Level.WARNING)
def vital_interests_unasked(context: RuleContext) -> Iterator[Fault]:
    """Vital interests carry a purpose only where somebody's life or health is at stake, which the owner says.

    Also found: C053, for it is unusual.

    Fails::

        purposes:
          orders:
            basis: vital-interests

    Passes::

        purposes:
          orders:
            basis: contract
    """
    for id, purpose in context.derived.purposes.items():
        fact = ("purposes", id, "life-at-stake")
        if purpose.basis == "vital-interests" and not purpose.life_at_stake and context.notice.is_silent(*fact):
            yield Fault(
                ("purposes", id, "basis"),
                f"“{id}” rests on vital interests: is somebody's life or health at stake?",
                "rarely fits",
                "write `life-at-stake: yes` if it is; else another basis",
            )


RULES = (basis_that_never_fits, basis_unusual, vital_interests_unasked)
