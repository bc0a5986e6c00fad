"""N622, N624: limits of rights for one kind of purpose alone. GDPR Arts 17(3), 89; Acts 1050/2018 and 1171/2022."""

from collections.abc import Iterator

from notice.derive import IS_OF_KIND, kinds_of_limit, sections_of_act
from notice.derive.limits import Kind
from notice.findings import Level, Violation
from notice.law.rights import DATA_PROTECTION_ACT, RESEARCH_SECTION
from notice.model.cursor import Cursor
from notice.model.keys import KEEP, PURPOSE, REGISTER, RIGHT_LIMIT
from notice.model.purpose import LawReference, Purpose
from notice.model.register import RightLimit
from notice.rules.natures import shown
from notice.rules.rule import RuleContext, rule

NO_SUCH_PURPOSE: dict[tuple[Kind, ...], str] = {
    ("expression",): "no-expression",
    ("research",): "no-research",
    ("archiving",): "no-archiving",
    ("research", "archiving"): "no-research-or-archiving",
    ("breach-reports",): "no-breach-reports",
}
"""The message for a limit of which no purpose is of the kinds of its law; of others that of their first kind."""

OTHER_PURPOSES: dict[tuple[Kind, ...], str] = {
    ("research",): "research",
    ("archiving",): "archiving",
    ("research", "archiving"): "research-or-archiving",
}
"""The message for a limit of purposes that are none of the kinds; reports and expression rest on more than a kind."""

OF_ANOTHER_SUBSECTION: dict[str, str] = {"1": "official-statistics", "2": "scientific-research"}
"""The purpose of the vocabulary that a subsection of section 31 of Act 1050/2018 does not concern: 31(1) research,
31(2) statistics."""


@rule("N622", "89-2", "89-3", "17-3", "1050/2018-31", "1050/2018-32", level=Level.WARNING)
def limit_of_another_purpose(context: RuleContext) -> Iterator[Violation]:
    """What limits rights for one kind of purpose alone is cited where there is a purpose of that kind.

    Section 27 of the Data Protection Act limits rights for journalism and expression (`expression`), section 31 for
    research and statistics (`research: yes`; subsection 1 for research, subsection 2 for statistics), section 32 for
    archiving (a purpose whose text or act orders permanent keeping), Article 17(3)(d) of the GDPR for all of these, and
    the Act on the protection of whistleblowers for reports of breaches (a purpose that rests on the Act).

    It is a warning where the purposes do not show what they are. N624 finds those that are of another kind.

    Fails::

        limited-rights: {access: {extent: narrowed, law: {act: data-protection-act, section: 27}}}

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
    every = [purpose.id for purpose in context.purposes]
    for limit in context.register[REGISTER.limited_rights].entries():
        stated, laws = limit[RIGHT_LIMIT.purposes], limit[RIGHT_LIMIT.law]
        concerned = every if stated.is_missing else list(stated.value or ())
        for law in laws.value or ():
            if law.subsection in OF_ANOTHER_SUBSECTION and sections_of_act(law, DATA_PROTECTION_ACT) == {
                RESEARCH_SECTION
            }:
                other = OF_ANOTHER_SUBSECTION[law.subsection]
                if other in concerned:
                    yield laws.violation("other-subsection", right=limit.id, purpose=other)
        if stated.is_missing:
            if not _others(context, limit):
                yield from _without_purpose(context, limit)
            continue
        judged = _kinds(limit) in OTHER_PURPOSES
        for purpose in stated.items() if judged else ():
            if _is_open(context, limit, purpose.facts):
                yield purpose.violation("open-purpose", right=limit.id, purpose=purpose.facts)


@rule("N624", "23", "89-2", "89-3", "17-3", "1050/2018-31", "1050/2018-32")
def right_denied_for_another_purpose(context: RuleContext) -> Iterator[Violation]:
    """A right is not denied for a purpose that the cited act does not reach.

    Section 31 of the Data Protection Act limits rights for research and statistics alone, section 32 for archiving in
    the public interest, and Article 17(3)(d) of the GDPR erasure for these. The notice would deny the right for other
    purposes, such as customer service, although people have it there.

    Purposes of your own that do not say whether they are research, or by which act they are archived, are N622.

    Fails::

        limited-rights:
          access: {extent: narrowed, law: {act: data-protection-act, section: 32}, purposes: [orders]}

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
          access: {extent: narrowed, law: {act: data-protection-act, section: 32}, purposes: [archiving]}
          restriction: {extent: excluded, law: {act: data-protection-act, section: 32}}
    """
    for limit in context.register[REGISTER.limited_rights].entries():
        others = _others(context, limit)
        if not others:
            continue
        message, stated = OTHER_PURPOSES[_kinds(limit)], limit[RIGHT_LIMIT.purposes]
        if stated.is_missing:
            yield limit[RIGHT_LIMIT.law].violation(message, right=limit.id, purposes=others)
            continue
        for purpose in stated.items():
            if purpose.facts in others:
                yield purpose.violation(message, right=limit.id, purposes=(purpose.facts,))


def _without_purpose(context: RuleContext, limit: Cursor[RightLimit]) -> Iterator[Violation]:
    """Violations for the laws of a limit of whose kind no purpose is."""
    laws = limit[RIGHT_LIMIT.law]
    for law in laws.value or ():
        kinds = kinds_of_limit(law)
        if kinds and not any(IS_OF_KIND[kind](context.notice, one.id) for kind in kinds for one in context.purposes):
            message = NO_SUCH_PURPOSE.get(kinds, NO_SUCH_PURPOSE[kinds[:1]])
            yield laws.violation(message, right=limit.id)


def _others(context: RuleContext, limit: Cursor[RightLimit]) -> tuple[str, ...]:
    """The purposes for which the notice limits a right and its law certainly does not.

    Without stated purposes a limit concerns those of its kind; all of them where there are none, unless one of them may
    be of the kind.
    """
    stated, kinds, every = limit[RIGHT_LIMIT.purposes], _kinds(limit), tuple(one.id for one in context.purposes)
    if kinds not in OTHER_PURPOSES:
        return ()
    if not stated.is_missing:
        named = (id for id in stated.value or () if id in every)
        return tuple(id for id in named if not (_is_of(context, limit, id) or _is_open(context, limit, id)))
    purposes = context.register[REGISTER.purposes]
    found = any(_is_of(context, limit, id) or _is_open(context, limit, id) for id in every)
    return () if found or purposes.is_unknown or not purposes.is_read else every


def _kinds(limit: Cursor[RightLimit]) -> tuple[Kind, ...]:
    """The kinds of purpose for which alone the laws of a limit have it; none where one may have it for any."""
    laws = limit[RIGHT_LIMIT.law]
    unknown = any(path[: len(laws.path)] == laws.path for path in laws.notice.unknown)
    each = [kinds_of_limit(law) for law in laws.value or ()]
    if unknown or not laws.is_read or not all(each):
        return ()
    found = {kind for kinds in each for kind in kinds}
    return tuple(kind for kind in IS_OF_KIND if kind in found)


def _is_of(context: RuleContext, limit: Cursor[RightLimit], id: str) -> bool:
    return any(IS_OF_KIND[kind](context.notice, id) for kind in _kinds(limit))


def _is_open(context: RuleContext, limit: Cursor[RightLimit], id: str) -> bool:
    """Whether a purpose that is none of the kinds may be one, by what is not known or not said of it."""
    purpose = next((one for one in context.purposes if one.id == id), None)
    if purpose is None or _is_of(context, limit, id):
        return False
    is_of_kind = {"research": _may_be_research, "archiving": _may_be_archiving}
    return any(is_of_kind[kind](context, purpose) for kind in _kinds(limit) if kind in is_of_kind)


def _may_be_research(context: RuleContext, purpose: Cursor[Purpose]) -> bool:
    research = purpose[PURPOSE.research]
    if not research.is_missing:
        return research.value is None
    return _is_own(context, purpose) or shown(context, "purposes", purpose.id, "research") is not None


def _may_be_archiving(context: RuleContext, purpose: Cursor[Purpose]) -> bool:
    law, keep = purpose[PURPOSE.law], purpose[PURPOSE.keep]
    if _is_own(context, purpose) or not law.is_silent or not keep.is_silent:
        return True
    criteria, laws = context.notice.vocabulary.criteria, context.notice.vocabulary.laws
    kept = keep.value
    if kept is None:
        return False
    archived: LawReference | None = kept.law
    criterion = criteria.get(kept.criterion or "")
    return (
        not (keep[KEEP.law].is_silent and keep[KEEP.criterion].is_silent and keep[KEEP.end].is_silent)
        or kept.end == "archived"
        or bool(criterion and criterion.never_ends)
        or bool(archived and archived.act in laws and laws[archived.act].archives)
    )


def _is_own(context: RuleContext, purpose: Cursor[Purpose]) -> bool:
    """Whether the purpose is the owner's own, of which the vocabulary of the package says nothing."""
    return ("purposes", purpose.id) in context.notice.own_ids or purpose.id not in context.notice.vocabulary.purposes


RULES = (limit_of_another_purpose, right_denied_for_another_purpose)
