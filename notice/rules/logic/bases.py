"""C: a legal basis that the facts exclude, or that does not fit the purpose. GDPR Art. 6(1)."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.law.bases import BASIS_PROVISIONS
from notice.model.keys import PURPOSE
from notice.rules.rule import RuleContext, rule


@rule("C003", "6-1")
def authority_on_legitimate_interests(context: RuleContext) -> Iterator[Violation]:
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
    if not context.controller.facts.public_authority:
        return
    for purpose in context.purposes:
        outside = purpose[PURPOSE.outside_public_tasks]
        if purpose.facts.basis != "legitimate-interests":
            continue
        if outside.is_missing:
            yield outside.missing("unanswered", purpose=purpose.id)
        elif outside.value is False and outside.is_silent:
            yield outside.violation("public-task", purpose=purpose.id)


@rule("C052", "6-1", level=Level.WARNING)
def basis_that_never_fits(context: RuleContext) -> Iterator[Violation]:
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
    for purpose in context.purposes:
        basis = purpose[PURPOSE.basis]
        known = context.notice.vocabulary.purposes.get(purpose.id)
        if known and basis.value in known.never_bases:
            others = tuple(other for other in BASIS_PROVISIONS if other not in known.never_bases)
            fitting = known.usual_bases or others
            yield basis.violation("never-fits", purpose=purpose.id, basis=basis.value, fitting=fitting)


@rule("C053", "6-1", level=Level.INFO)
def basis_unusual(context: RuleContext) -> Iterator[Violation]:
    """A purpose that many controllers have rests on one of its usual bases; another basis is checked once more.

    A public authority has a public task where others have legitimate interests.

    Fails::

        purposes:
          bookkeeping:
            basis: public-task

    Passes::

        purposes:
          bookkeeping:
            basis: legal-obligation
    """
    for purpose in context.purposes:
        basis = purpose[PURPOSE.basis]
        known = context.notice.vocabulary.purposes.get(purpose.id)
        if not known or not known.usual_bases or not basis.value or basis.is_unknown:
            continue
        if basis.value == "public-task" and context.controller.facts.public_authority:
            usual = "legitimate-interests" in known.usual_bases
        else:
            usual = basis.value in known.usual_bases
        if not usual and basis.value not in (*known.usual_bases, *known.never_bases):
            yield basis.violation(purpose=purpose.id, basis=basis.value, usual=known.usual_bases)


@rule("C006", "6-1-d", level=Level.WARNING)
def vital_interests_unasked(context: RuleContext) -> Iterator[Violation]:
    """A purpose rests on vital interests only where the owner states that somebody's life or health is at stake.

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
    for purpose in context.purposes:
        basis, at_stake = purpose[PURPOSE.basis], purpose[PURPOSE.life_at_stake]
        if basis.value != "vital-interests":
            continue
        if at_stake.is_missing:
            yield basis.violation("unanswered", purpose=purpose.id)
        elif at_stake.value is False and at_stake.is_silent:
            yield basis.violation("denied", purpose=purpose.id)


RULES = (authority_on_legitimate_interests, basis_that_never_fits, basis_unusual, vital_interests_unasked)
