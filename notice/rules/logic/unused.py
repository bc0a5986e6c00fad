"""C008, C077, C078: facts that no purpose uses, or that contradict their purpose. GDPR Arts 5(1)(c), 13, 14."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.law.bases import BASES_IN_LAW
from notice.model.keys import PURPOSE, REGISTER, SOURCE
from notice.rules.rule import RuleContext, rule


@rule("C008", "5-1-b", "5-1-c", level=Level.WARNING)
def data_without_use(context: RuleContext) -> Iterator[Violation]:
    """Every category of data that a source gives is used for some purpose.

    Data that serve no purpose may not be collected; if they serve one, the notice says which.

    Fails::

        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, birth-date]}

    Passes::

        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents]}
    """
    if not context.purposes or not context.register[REGISTER.purposes].is_read:
        return
    if any(purpose.facts.data is None or purpose[PURPOSE.data].is_unknown for purpose in context.purposes):
        return
    used = {category for purpose in context.purposes for category in purpose.facts.data or ()}
    for source in context.register[REGISTER.sources].entries():
        unused = [category for category in source.facts.data or () if category not in used]
        if unused:
            yield source[SOURCE.data].violation(source=source.id, data=unused)


@rule("C077", "12-1", level=Level.WARNING)
def people_without_purpose(context: RuleContext) -> Iterator[Violation]:
    """The people whom the notice concerns are those of its purposes, no more and no fewer.

    Readers look for their own group first: a group that is listed and has no purpose, or has one and is not listed,
    leaves them guessing.

    Fails::

        people: [customers, newsletter-subscribers, site-visitors, job-applicants]

    Passes::

        people: [customers, newsletter-subscribers, site-visitors]
    """
    listed = context.register[REGISTER.people]
    if listed.value is None or not context.purposes or listed.is_unknown or not listed.is_read:
        return
    if _every_purpose_states_its_people(context):
        named = {group for purpose in context.purposes for group in purpose.facts.people or ()}
        unnamed = [group for group in listed.value if group not in named]
        if unnamed:
            yield listed.violation("without-purpose", people=unnamed)
    for purpose in context.purposes:
        people = purpose[PURPOSE.people]
        unlisted = [group for group in people.value or () if group not in listed.value]
        if unlisted and people.is_read:
            yield people.violation("unlisted", purpose=purpose.id, people=unlisted)


@rule("C078", "13-1-c", "13-1-d", level=Level.WARNING)
def ground_of_another_basis(context: RuleContext) -> Iterator[Violation]:
    """A law belongs to a legal obligation or a public task, the holder of an interest to legitimate interests.

    Under another basis they say two things at once: the reader cannot tell on what the purpose rests.

    Fails::

        purposes:
          orders:
            interest-of: controller

    Passes::

        purposes:
          orders:
            basis: contract
    """
    for purpose in context.purposes:
        basis = purpose.facts.basis
        if basis is None:
            continue
        if purpose.facts.interest_of and basis != "legitimate-interests":
            yield purpose[PURPOSE.interest_of].violation("interest", purpose=purpose.id, basis=basis)
        if purpose.facts.law and basis not in BASES_IN_LAW:
            yield purpose[PURPOSE.law].violation("law", purpose=purpose.id, basis=basis)


def _every_purpose_states_its_people(context: RuleContext) -> bool:
    """Whether every purpose states its people: none is unknown, missing or unreadable."""
    return context.register[REGISTER.purposes].is_read and all(
        purpose.facts.people and not purpose[PURPOSE.people].is_unknown for purpose in context.purposes
    )


RULES = (data_without_use, people_without_purpose, ground_of_another_basis)
