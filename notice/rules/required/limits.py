"""N617, N618: limits of rights: unidentifiable people, acts. GDPR Arts 11(2), 23, 89; Act 1050/2018 ss. 31–34."""

from collections.abc import Iterator

from notice.findings import Level, Violation
from notice.law.rights import LIMITABLE, LIMITED_BY_DATA_PROTECTION_ACT, NEVER_LIMITED, Right
from notice.model.cursor import Cursor
from notice.model.keys import PURPOSE, REGISTER, RESEARCH, RIGHT_LIMIT
from notice.model.purpose import LawReference, Laws
from notice.rules.rule import RuleContext, rule


@rule("N617", "11-2", level=Level.WARNING)
def identifiable_unsaid(context: RuleContext) -> Iterator[Violation]:
    """Where no listed data identify a person, the controller states whether it can identify the person.

    If it cannot, the rights of Articles 15 to 20 apply only to those who help to find their data: the notice says so.

    Fails::

        identifiable: no

    Passes::

        identifiable: yes
    """
    used, known = context.derived.data_used, context.notice.vocabulary.data
    if not used or any(purpose[PURPOSE.data].is_unknown for purpose in context.purposes):
        return
    identifiers = [id for id in used if id in known and known[id].identifier]
    identifiable = context.register[REGISTER.identifiable]
    if identifiers and identifiable.value is False:
        yield identifiable.violation("identified-by-data", data=identifiers)
    if not identifiers and identifiable.is_missing:
        yield identifiable.missing("identifiable-unstated")


@rule("N618", "23", "89-2", "89-3", "1050/2018-31", "1050/2018-32")
def limit_without_law(context: RuleContext) -> Iterator[Violation]:
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
    for limit in context.register[REGISTER.limited_rights].entries():
        if limit.id in NEVER_LIMITED:
            yield limit.violation("never-limited", right=limit.id)
            continue
        extent, laws = limit[RIGHT_LIMIT.extent], limit[RIGHT_LIMIT.law]
        if not extent.value and extent.is_silent:
            yield extent.missing("extent-missing", right=limit.id)
        if not laws.value and laws.is_silent:
            yield laws.missing("law-missing", right=limit.id)
        yield from _beyond_the_section(limit.id, laws)
        yield from _unprepared_research(context, laws.value or ())


def _beyond_the_section(right: str, laws: Cursor[Laws]) -> Iterator[Violation]:
    """Violations for a right that the cited section of the Data Protection Act does not limit."""
    for law in laws.value or ():
        sections = _data_protection_act_sections(law)
        reached = frozenset[Right]().union(*(LIMITED_BY_DATA_PROTECTION_ACT.get(section, ()) for section in sections))
        if reached and right not in reached:
            limited = [limitable for limitable in LIMITABLE if limitable in reached]
            yield laws.violation("other-section", right=right, section=law.pinpoint.section, limited=limited)


def _unprepared_research(context: RuleContext, laws: Laws) -> Iterator[Violation]:
    """Violations of the conditions in section 31 of the Data Protection Act for research that limits a right."""
    cited = [law for law in laws if 31 in _data_protection_act_sections(law)]
    if not cited:
        return
    research = context.register[REGISTER.research]
    for_statistics = all(law.subsection == "2" for law in cited)
    for condition in () if for_statistics else (research[RESEARCH.plan], research[RESEARCH.responsible]):
        if _is_unmet(condition):
            yield condition.violation("research-unprepared", key=condition.id)
    known = [context.notice.vocabulary.data.get(id) for id in context.derived.data_used]
    is_sensitive = any(data and (data.special or data.criminal) for data in known)
    assessment = research[RESEARCH.assessment_sent]
    if is_sensitive and not research[RESEARCH.code_of_conduct].value and _is_unmet(assessment):
        yield assessment.violation("assessment-missing")


def _is_unmet(condition: Cursor[bool]) -> bool:
    """Whether a condition is denied or not stated."""
    return condition.value is False or condition.is_missing


def _data_protection_act_sections(law: LawReference) -> frozenset[int]:
    """The sections of the Data Protection Act that a law names, a range in full; none for another act."""
    numbers = [int(number) for number in law.pinpoint.section.split("–") if number.isdecimal()]
    if law.act != "data-protection-act" or not numbers:
        return frozenset()
    return frozenset(range(numbers[0], numbers[-1] + 1))


RULES = (identifiable_unsaid, limit_without_law)
