"""N618, N621, N623: rights that an act limits. GDPR Arts 23, 89; Acts 1050/2018 and 1171/2022."""

from collections.abc import Iterator

from notice.derive import IS_OF_KIND, is_breach_reporting, sections_of_act
from notice.derive.limits import Kind
from notice.findings import FactPath, Level, Violation
from notice.law.rights import DATA_PROTECTION_ACT, LIMITABLE, LIMITS, NEVER_LIMITED, RESEARCH_SECTION
from notice.model.cursor import Cursor
from notice.model.keys import REGISTER, RESEARCH, RIGHT_LIMIT
from notice.model.purpose import Laws
from notice.model.register import RightLimit
from notice.rules.rule import RuleContext, rule


@rule("N618", "23", "89-2", "89-3", "1050/2018-31", "1050/2018-32")
def limit_without_law(context: RuleContext) -> Iterator[Violation]:
    """A right is limited only by an act, which is named, and only a right of Articles 12 to 22.

    No act limits the withdrawal of consent, the complaint or the way to court (Art. 23(1)). Section 31 of the Data
    Protection Act limits Articles 15, 16, 18 and 21 for research and statistics, section 32 also 19 and 20 for
    archiving in the public interest, section 33 the duty to inform, section 34 access. Section 31 of the Act on the
    protection of whistleblowers takes restriction away, and narrows access.

    For research, section 31(1) demands a plan and a responsible person; for data of Articles 9 and 10, section 31(3)
    an impact assessment of which the Ombudsman is informed in writing before the processing begins, or a code of
    conduct under Article 40. Statistics have conditions of their own: cite section 31(2).

    Fails::

        limited-rights: {access: {extent: narrowed}}

    Passes::

        limited-rights: {access: {extent: narrowed, law: {act: data-protection-act, section: 34}}}
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
        yield from _beyond_the_section(limit)
        yield from _unprepared_research(context, laws.value or ())


ASKED: dict[Kind, str] = {"research": "research", "archiving": "archiving", "breach-reports": "breach-reports"}
"""The message that asks for the limits of a kind of purpose; expression has none of the rights in any case."""


@rule("N621", "23", "89-2", "89-3", "1050/2018-31", "1050/2018-32", level=Level.WARNING)
def limits_unasked(context: RuleContext) -> Iterator[Violation]:
    """For research, statistics, archiving and reports of breaches, the notice states which rights an act limits.

    The Data Protection Act lets them be limited for research, statistics and archiving (sections 31 and 32). The Act on
    the protection of whistleblowers takes the right to restriction away (1171/2022, section 31): `none` denies it.

    Fails::

        purposes:
          visitor-statistics: {research: yes}
        limited-rights:

    Passes::

        purposes:
          visitor-statistics: {research: yes}
        limited-rights: none
    """
    limits = context.register[REGISTER.limited_rights]
    for purpose in context.purposes if limits.is_missing else ():
        kind = next((kind for kind in ASKED if IS_OF_KIND[kind](context.notice, purpose.id)), None)
        if kind:
            yield limits.missing(ASKED[kind], purpose=purpose.id)
            return
    reporting = [purpose.id for purpose in context.purposes if is_breach_reporting(context.notice, purpose.id)]
    is_stated = limits.value is None or "restriction" in limits.value
    if reporting and not (is_stated or context.notice.is_unknown(*limits.path, "restriction")):
        yield limits.violation("restriction-left", purpose=reporting[0])


@rule("N623", "23", level=Level.WARNING)
def limit_without_section(context: RuleContext) -> Iterator[Violation]:
    """The act that limits a right is cited with its section, so that people can read how far it goes.

    Fails::

        limited-rights: {access: {extent: narrowed, law: data-protection-act}}

    Passes::

        limited-rights: {access: {extent: narrowed, law: {act: data-protection-act, section: 34}}}
    """
    for limit in context.register[REGISTER.limited_rights].entries():
        laws = limit[RIGHT_LIMIT.law]
        for index, law in enumerate(laws.value or ()):
            is_open = any(context.notice.is_unknown(*path) for path in places_of_law(laws.path, index))
            if law.act and not law.pinpoint and not is_open:
                yield laws.violation(right=limit.id, act=law.act)


def places_of_law(path: FactPath, index: int) -> Iterator[FactPath]:
    """The paths at which the section of one of several laws, or of a law without a list, may be `unknown`."""
    for place in ((*path, str(index)), path) if index == 0 else ((*path, str(index)),):
        yield (*place, "section")


def _beyond_the_section(limit: Cursor[RightLimit]) -> Iterator[Violation]:
    """Violations for a right that the cited section of an act that was read does not limit, or not so far."""
    laws, right = limit[RIGHT_LIMIT.law], limit.id
    for law in laws.value or ():
        if law.act not in LIMITS or not law.pinpoint.section:
            continue
        cited = [LIMITS[law.act].get(section, {}) for section in sections_of_act(law, law.act)]
        extents = {extent for one in cited for limitable, far in one.items() if limitable == right for extent in far}
        limited = [limitable for limitable in LIMITABLE if any(limitable in one for one in cited)]
        section = law.pinpoint.section
        if not limited:
            sections = [str(section) for section in LIMITS[law.act]]
            yield laws.violation("no-such-section", act=law.act, section=section, sections=sections)
        elif not extents:
            yield laws.violation("other-section", act=law.act, section=section, right=right, limited=limited)
        elif limit.facts.extent == "excluded" and "excluded" not in extents:
            yield limit[RIGHT_LIMIT.extent].violation("not-excluded", act=law.act, section=section, right=right)
        elif limit.facts.extent == "narrowed" and "narrowed" not in extents:
            yield limit[RIGHT_LIMIT.extent].violation("not-narrowed", act=law.act, section=section, right=right)


def _unprepared_research(context: RuleContext, laws: Laws) -> Iterator[Violation]:
    """Violations of the conditions in section 31 of the Data Protection Act for research that limits a right."""
    cited = [law for law in laws if RESEARCH_SECTION in sections_of_act(law, DATA_PROTECTION_ACT)]
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


RULES = (limit_without_law, limits_unasked, limit_without_section)
