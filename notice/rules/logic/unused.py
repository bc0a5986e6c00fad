"""C: facts that lead nowhere: what no purpose uses, and what its purpose cannot have. GDPR Arts 5(1)(c), 13, 14."""

from collections.abc import Iterator

from notice.findings import FactPath, Level
from notice.law.bases import BASES_IN_LAW
from notice.rules.rule import Fault, RuleContext, rule


@rule("C008", "5-1-b", "5-1-c", level=Level.WARNING)
def data_without_use(context: RuleContext) -> Iterator[Fault]:
    """Every category of data that a source gives is used for some purpose.

    Data that serve no purpose may not be collected; if they serve one, the notice says which.

    Fails::

        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents, birth-date]}

    Passes::

        sources:
          customer: {data: [name, delivery-address, email, phone, order-contents]}
    """
    every = context.derived.purposes
    if not every or any(purpose.data is None for purpose in every.values()) or _is_open(context, "data"):
        return
    used = {category for purpose in every.values() for category in purpose.data or ()}
    for id, source in (context.notice.register.sources or {}).items():
        idle = [category for category in source.data or () if category not in used]
        if idle:
            yield Fault(
                ("sources", id, "data"),
                f"The source “{id}” gives data that no purpose uses: {', '.join(idle)}",
                "for what?",
                "add them to the `data` of the purpose that uses them, or stop collecting them",
            )


@rule("C077", "12-1", level=Level.WARNING)
def people_without_purpose(context: RuleContext) -> Iterator[Fault]:
    """The people whom the notice concerns are those of its purposes, no more and no fewer.

    A reader looks for herself first: a group that is listed and has no purpose, or has one and is not listed,
    leaves her guessing.

    Fails::

        people: [customers, site-visitors, job-applicants]

    Passes::

        people: [customers, site-visitors]
    """
    every, listed = context.derived.purposes, context.notice.register.people
    named = {group for purpose in every.values() for group in purpose.people or ()}
    if listed is None or not every or context.notice.is_unknown("people") or not context.notice.is_read("people"):
        return
    whole = all(purpose.people for purpose in every.values()) and not _is_open(context, "people")
    idle = [group for group in listed if group not in named] if whole else []
    if idle:
        yield Fault(
            ("people",),
            f"The notice concerns people of whom no purpose speaks: {', '.join(idle)}",
            "for which purpose?",
            "add them to the `people` of a purpose, or take them away",
        )
    for id, purpose in every.items():
        left_out = [group for group in purpose.people or () if group not in listed]
        if left_out and context.notice.is_read("purposes", id, "people"):
            yield Fault(
                ("purposes", id, "people"),
                f"The purpose “{id}” concerns people whom the notice does not list: {', '.join(left_out)}",
                "not in `people:`",
                "add them to the register's own `people:`",
            )


@rule("C078", "13-1-c", "13-1-d", level=Level.WARNING)
def ground_of_another_basis(context: RuleContext) -> Iterator[Fault]:
    """A law belongs to a legal obligation or a public task, the holder of an interest to legitimate interests.

    Told under another basis they say two things at once: the reader cannot tell on what the purpose rests.

    Fails::

        purposes:
          orders:
            interest-of: controller

    Passes::

        purposes:
          orders:
            basis: contract
    """
    for id, purpose in context.derived.purposes.items():
        basis, at = purpose.basis, ("purposes", id)
        if basis is None:
            continue
        if purpose.interest_of and basis != "legitimate-interests":
            yield _other((*at, "interest-of"), id, basis, "names whose interest it is", "legitimate-interests")
        if purpose.law and basis not in BASES_IN_LAW:
            yield _other((*at, "law"), id, basis, "names a law", "legal-obligation or public-task")


def _other(fact: FactPath, id: str, basis: str, says: str, fitting: str) -> Fault:
    return Fault(
        fact,
        f"The purpose “{id}” rests on {basis}, and {says}",
        f"not for {basis}",
        f"take `{fact[-1]}:` away, or write the basis that it belongs to: {fitting}",
    )


def _is_open(context: RuleContext, key: str) -> bool:
    """True while some purpose's list is not whole: one is unknown, or a fact of some purpose could not be read."""
    every = context.derived.purposes
    return not context.notice.is_read("purposes") or any(context.notice.is_unknown("purposes", id, key) for id in every)


RULES = (data_without_use, people_without_purpose, ground_of_another_basis)
