"""N617, N618: rights that nobody can use, or that an act limits. GDPR Arts 11(2), 23, 89; Act 1050/2018 ss. 31–34."""

from collections.abc import Iterator

from notice.findings import Level
from notice.law.rights import LIMITABLE, LIMITED_BY_DATA_PROTECTION_ACT, NEVER_LIMITED, Right
from notice.model.purpose import LawReference
from notice.model.register import RightLimit
from notice.rules.rule import Fault, RuleContext, rule


@rule("N617", "11-2", level=Level.WARNING)
def identifiable_unsaid(context: RuleContext) -> Iterator[Fault]:
    """Where no listed data say who a person is, it is said whether the controller can tell.

    If it cannot, the rights of Articles 15 to 20 hold only for those who help to find their data: the notice says so.

    Fails::

        identifiable: no

    Passes::

        identifiable: yes
    """
    used = context.derived.data_used
    known = context.notice.vocabulary.data
    if not used or any(context.notice.is_unknown("purposes", id, "data") for id in context.derived.purposes):
        return
    identifiers = [id for id in used if id in known and known[id].identifier]
    identifiable = context.notice.register.identifiable
    if identifiers and identifiable is False:
        yield Fault(
            ("identifiable",),
            f"You say that you cannot tell who the people are, and hold {', '.join(identifiers)}",
            "contradicts the data",
            "write `identifiable: yes`, or take that data out",
        )
    if not identifiers and identifiable is None and context.notice.is_silent("identifiable"):
        yield Fault(
            ("identifiable",),
            "No listed data say who a person is: can you tell?",
            "answer `identifiable:`",
            "write `identifiable: yes`, or `no` if you could not find a person's data even if she asked",
        )


@rule("N618", "23", "89-2", "89-3", "1050/2018-31", "1050/2018-32")
def limit_without_law(context: RuleContext) -> Iterator[Fault]:
    """A right is limited only by an act, which is named, and only a right of Articles 12 to 22.

    No act limits the withdrawal of consent, the complaint or the way to court (Art. 23(1)). Section 31 of the Data
    Protection Act limits Articles 15, 16, 18 and 21 for research and statistics, section 32 also 19 and 20 for
    archiving in the public interest, section 33 the duty to inform, section 34 access.

    For research, section 31(1) demands a plan and a responsible person; for data of Articles 9 and 10, section 31(3)
    an impact assessment of which the Ombudsman is informed in writing before the processing begins, or a code of
    conduct under Article 40. Statistics have conditions of their own: cite section 31(2).

    Fails::

        limited-rights: {restriction: {extent: excluded}}

    Passes::

        limited-rights: {restriction: {extent: excluded, law: {act: whistleblower-protection-act, section: 31}}}
    """
    for right, limit in (context.notice.register.limited_rights or {}).items():
        at = ("limited-rights", right)
        if right in NEVER_LIMITED:
            message = f"No act limits the right “{right}”: Article 23(1) names Articles 12 to 22"
            yield Fault(at, message, "take it out", "take it out: this right holds as it is")
            continue
        for key, value, help in (
            ("extent", limit.extent, "write `extent: excluded` where the act takes it away, else `narrowed`"),
            ("law", limit.law, "write the act and its section: only a law limits a right"),
        ):
            if not value and context.notice.is_silent(*at, key):
                yield Fault(
                    (*at, key), f"The right “{right}” is limited, and its {key} is not stated", f"add `{key}:`", help
                )
        yield from _beyond_the_section(right, limit)
        yield from _research(context, limit)


def _beyond_the_section(right: Right, limit: RightLimit) -> Iterator[Fault]:
    """A right that the section of the Data Protection Act does not limit."""
    for law in limit.law or ():
        sections = _sections(law)
        reached = frozenset[Right]().union(*(LIMITED_BY_DATA_PROTECTION_ACT.get(one, ()) for one in sections))
        if reached and right not in reached:
            limits = ", ".join(one for one in LIMITABLE if one in reached)
            yield Fault(
                ("limited-rights", right, "law"),
                f"Section {law.pinpoint.section} of the Data Protection Act does not limit the right “{right}”",
                "another section, or no limit",
                f"it limits {limits}; name the section that limits “{right}”, or take the limit out",
            )


def _research(context: RuleContext, limit: RightLimit) -> Iterator[Fault]:
    """The conditions of section 31 of the Data Protection Act on which research or statistics limit a right."""
    cited = [law for law in limit.law or () if 31 in _sections(law)]
    if not cited:
        return
    for_statistics = all(law.subsection == "2" for law in cited)
    for key in () if for_statistics else ("plan", "responsible"):
        if _is_unmet(context, key):
            yield Fault(
                ("research", key),
                f"Section 31(1) of the Data Protection Act demands `{key}` before research limits a right",
                f"answer `{key}:`",
                "write `research: {plan: yes, responsible: yes}` when both exist; for statistics, "
                "cite `section: 31 § 2 mom.`",
            )
    research = context.notice.register.research
    known = [context.notice.vocabulary.data.get(id) for id in context.derived.data_used]
    sensitive = any(one and (one.special or one.criminal) for one in known)
    followed = research and research.code_of_conduct
    if sensitive and not followed and _is_unmet(context, "assessment-sent"):
        yield Fault(
            ("research", "assessment-sent"),
            "Section 31(3) of the Data Protection Act demands an impact assessment or a code of conduct for such data",
            "answer `assessment-sent:`",
            "write `assessment-sent: yes` when the Ombudsman was informed of the impact assessment in writing before "
            "the processing began, or `code-of-conduct: yes` if one under Article 40 is followed",
        )


def _is_unmet(context: RuleContext, key: str) -> bool:
    """Whether a condition is denied, or nothing is said of it."""
    research = context.notice.register.research
    answer = research and getattr(research, key.replace("-", "_"))
    return not answer and (answer is False or context.notice.is_silent("research", key))


def _sections(law: LawReference) -> frozenset[int]:
    """The sections of the Data Protection Act that a law names, a range in full; none for another act."""
    numbers = [int(number) for number in law.pinpoint.section.split("–") if number.isdecimal()]
    if law.act != "data-protection-act" or not numbers:
        return frozenset()
    return frozenset(range(numbers[0], numbers[-1] + 1))


RULES = (identifiable_unsaid, limit_without_law)
