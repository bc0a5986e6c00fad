"""N617, N618, N620–N622: rights that nobody can use, or that an act limits. GDPR Arts 11, 23, 89; Act 1050/2018."""

from collections.abc import Iterator

from notice.derive import is_archiving, is_research, sections_of_act
from notice.findings import Level, Violation
from notice.law.rights import (
    ARCHIVING_SECTION,
    LIMITABLE,
    LIMITED_BY_DATA_PROTECTION_ACT,
    NEVER_LIMITED,
    RESEARCH_SECTION,
    Right,
)
from notice.model.cursor import Cursor
from notice.model.keys import PURPOSE, REGISTER, RESEARCH, RIGHT_LIMIT
from notice.model.purpose import Laws
from notice.rules.natures import holds, is_identifier, shown
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
    used = context.derived.data_used
    if not used or any(purpose[PURPOSE.data].is_unknown for purpose in context.purposes):
        return
    identifiers = [id for id in used if is_identifier(context, id)]
    identifiable = context.register[REGISTER.identifiable]
    if identifiers and identifiable.value is False:
        yield identifiable.violation("identified-by-data", data=identifiers)
    if not identifiers and identifiable.is_missing:
        yield identifiable.missing("identifiable-unstated")


DEVICE: frozenset[str] = frozenset({"ip-address", "cookie-identifiers", "device-identifier"})
"""Identifiers of devices: they tell one from another, and name nobody."""


@rule("N620", "11-2", level=Level.WARNING)
def unnamed_people_unasked(context: RuleContext) -> Iterator[Violation]:
    """Where a purpose uses data of a device alone, the controller states whether it can find a person's data there.

    If it cannot, an e-mail withdraws no consent and finds no data: the notice says so, and offers none.

    Fails::

        purposes:
          visitor-statistics: {identifiable: }

    Passes::

        purposes:
          visitor-statistics: {identifiable: no}
    """
    if context.register.facts.identifiable is not None or context.register[REGISTER.identifiable].is_unknown:
        return
    for purpose in context.purposes:
        used = purpose.facts.data or ()
        devices = [id for id in used if id in DEVICE or shown(context, "data", id, "device")]
        named = [id for id in used if id not in devices and holds(context, "data", id, "identifier")]
        identifiable = purpose[PURPOSE.identifiable]
        if identifiable.value is False and named:
            yield identifiable.violation("identified-by-data", purpose=purpose.id, data=named)
        elif devices and not named and identifiable.is_missing:
            yield identifiable.missing("unstated", purpose=purpose.id)


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


LIMITING_ACTS: frozenset[str] = frozenset({"whistleblower-protection-act"})
"""The acts that limit rights of the people whose data they have processed."""


@rule("N621", "23", "89-2", "89-3", "1050/2018-31", "1050/2018-32", level=Level.WARNING)
def limits_unasked(context: RuleContext) -> Iterator[Violation]:
    """For research, statistics, archiving and reports of breaches, the notice states which rights an act limits.

    The Data Protection Act lets them be limited for research, statistics and archiving (sections 31 and 32), and the
    Act on the protection of whistleblowers takes the right to restriction away (1171/2022, section 31).

    Fails::

        purposes:
          visitor-statistics: {research: yes}
        limited-rights:

    Passes::

        purposes:
          visitor-statistics: {research: yes}
        limited-rights: none
    """
    if not context.register[REGISTER.limited_rights].is_missing:
        return
    for purpose in context.purposes:
        acts = {law.act for law in purpose.facts.law or ()}
        limits = {
            "breach-reports": bool(acts & LIMITING_ACTS),
            "research": is_research(context.notice, purpose.id),
            "archiving": is_archiving(context.notice, purpose.id),
        }
        for key, is_such in limits.items():
            if is_such:
                yield context.register[REGISTER.limited_rights].missing(key, purpose=purpose.id)
                return


ACT = "data-protection-act"


@rule("N622", "89-2", "89-3", "1050/2018-31", "1050/2018-32", level=Level.WARNING)
def limit_of_another_purpose(context: RuleContext) -> Iterator[Violation]:
    """Section 31 of the Data Protection Act limits rights for research and statistics, section 32 for archiving alone.

    Citing one of them needs a purpose of that kind: a purpose that is research (`research: yes`), or one whose text or
    act orders permanent keeping.

    Fails::

        limited-rights: {access: {extent: narrowed, law: {act: data-protection-act, section: 32}}}

    Passes::

        purposes:
          archiving:
            basis: public-task
            law: {act: archives-act, section: 8}
            people: [customers]
            data: [name]
            recipients: none
            keep: {criterion: permanently-archived, law: {act: archives-act, section: 8}}
            required: not-asked
        limited-rights:
          access: {extent: narrowed, law: {act: data-protection-act, section: 32}}
          restriction: {extent: excluded, law: {act: data-protection-act, section: 32}}
    """
    ids = [purpose.id for purpose in context.purposes]
    has = {
        RESEARCH_SECTION: any(is_research(context.notice, id) for id in ids),
        ARCHIVING_SECTION: any(is_archiving(context.notice, id) for id in ids),
    }
    for limit in context.register[REGISTER.limited_rights].entries():
        laws = limit[RIGHT_LIMIT.law]
        for law in laws.value or ():
            cited = sections_of_act(law, ACT) & has.keys()
            if cited and not any(has[section] for section in cited):
                key = "no-research" if RESEARCH_SECTION in cited else "no-archiving"
                yield laws.violation(key, right=limit.id)


def _beyond_the_section(right: str, laws: Cursor[Laws]) -> Iterator[Violation]:
    """Violations for a right that the cited section of the Data Protection Act does not limit."""
    for law in laws.value or ():
        sections = sections_of_act(law, ACT)
        reached = frozenset[Right]().union(*(LIMITED_BY_DATA_PROTECTION_ACT.get(section, ()) for section in sections))
        if reached and right not in reached:
            limited = [limitable for limitable in LIMITABLE if limitable in reached]
            yield laws.violation("other-section", right=right, section=law.pinpoint.section, limited=limited)


def _unprepared_research(context: RuleContext, laws: Laws) -> Iterator[Violation]:
    """Violations of the conditions in section 31 of the Data Protection Act for research that limits a right."""
    cited = [law for law in laws if RESEARCH_SECTION in sections_of_act(law, ACT)]
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


RULES = (identifiable_unsaid, unnamed_people_unasked, limit_without_law, limits_unasked, limit_of_another_purpose)
