"""N617, N618: rights that nobody can use, or that an act limits. GDPR Arts 11(2), 23, 89; Act 1050/2018 s. 31."""

from collections.abc import Iterator

from notice.derive import data_used, purposes
from notice.findings import Level
from notice.rules.rule import Case, Fault, rule


@rule("N617", "11-2", level=Level.WARNING)
def identifiable_unsaid(case: Case) -> Iterator[Fault]:
    """Where no listed data say who a person is, it is said whether the controller can tell.

    If it cannot, the rights of Articles 15 to 20 hold only for those who help to find their data: the notice says so.

    Fails::

        identifiable: no

    Passes::

        identifiable: yes
    """
    used = data_used(case.notice)
    known = case.notice.vocabulary.data
    if not used or any(case.notice.is_unknown("purposes", id, "data") for id in purposes(case.notice)):
        return
    identifiers = [id for id in used if id in known and known[id].identifier]
    identifiable = case.notice.register.identifiable
    if identifiers and identifiable is False:
        yield Fault(
            ("identifiable",),
            f"You say that you cannot tell who the people are, and hold {', '.join(identifiers)}",
            "contradicts the data",
            "write `identifiable: yes`, or take that data out",
        )
    if not identifiers and identifiable is None and case.notice.is_silent("identifiable"):
        yield Fault(
            ("identifiable",),
            "No listed data say who a person is: can you tell?",
            "answer `identifiable:`",
            "write `identifiable: yes`, or `no` if you could not find a person's data even if she asked",
        )


@rule("N618", "23", "89-2", "1050/2018-31")
def limit_without_law(case: Case) -> Iterator[Fault]:
    """A right is limited only by a law, which is named; for research the law wants a plan as well.

    Fails::

        limited-rights: {restriction: {extent: excluded}}

    Passes::

        limited-rights: {restriction: {extent: excluded, law: {act: whistleblower-protection-act, section: 31}}}
    """
    for right, limit in (case.notice.register.limited_rights or {}).items():
        at = ("limited-rights", right)
        for key, value, help in (
            ("extent", limit.extent, "write `extent: excluded` where the act takes it away, else `narrowed`"),
            ("law", limit.law, "write the act and its section: only a law limits a right"),
        ):
            if not value and case.notice.is_silent(*at, key):
                yield Fault(
                    (*at, key), f"The right “{right}” is limited, and its {key} is not stated", f"add `{key}:`", help
                )
        yield from _research(case, right)


def _research(case: Case, right: str) -> Iterator[Fault]:
    """What section 31(1) and (3) of the Data Protection Act wants before research limits a right."""
    limit = (case.notice.register.limited_rights or {})[right]  # type: ignore[index]
    for_research = any(
        law.act == "data-protection-act" and (law.section or "").split(":")[-1].startswith("31")
        for law in limit.law or ()
    )
    research = case.notice.register.research
    known = [case.notice.vocabulary.data.get(id) for id in data_used(case.notice)]
    sensitive = any(one and (one.special or one.criminal) for one in known)
    for key in ("plan", "responsible", *(("assessment-sent",) if sensitive else ())):
        answer = research and getattr(research, key.replace("-", "_"))
        if for_research and not answer and (answer is False or case.notice.is_silent("research", key)):
            yield Fault(
                ("research", key),
                f"Section 31 of the Data Protection Act wants `{key}` before research limits a right",
                f"answer `{key}:`",
                "write `research: {plan: yes, responsible: yes, assessment-sent: yes}` when all is done",
            )


RULES = (identifiable_unsaid, limit_without_law)
