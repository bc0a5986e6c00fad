"""Which purposes an act's limit of a right concerns: GDPR Arts 23, 89; Acts 1050/2018 and 1171/2022."""

from collections.abc import Callable
from typing import Literal

from notice.law.rights import (
    ARCHIVING_SECTION,
    DATA_PROTECTION_ACT,
    ERASURE_OF_RESEARCH,
    EXPRESSION_SECTION,
    GDPR,
    RESEARCH_SECTION,
    WHISTLEBLOWER_ACT,
)
from notice.model.purpose import LawReference
from notice.model.register import RightLimit
from notice.model.site import Notice

Kind = Literal["expression", "research", "archiving", "breach-reports"]
"""A kind of purpose for which alone an act limits rights."""


def is_research(notice: Notice, id: str) -> bool:
    """True when the purpose is scientific or historical research or statistics in the sense of Art. 89."""
    stated = (notice.register.purposes or {})[id].research
    known = notice.vocabulary.purposes.get(id)
    return bool(known and known.research) if stated is None else stated


def is_archiving(notice: Notice, id: str) -> bool:
    """True when the purpose is archiving: its standard text or an act that it rests on orders permanent keeping."""
    known, laws = notice.vocabulary.purposes.get(id), notice.vocabulary.laws
    cited = [law.act for law in (notice.register.purposes or {})[id].law or ()]
    return bool(known and known.archives) or any(act in laws and laws[act].archives for act in cited)


def purposes_of_limit(notice: Notice, limit: RightLimit) -> tuple[str, ...]:
    """The purposes that a limit concerns where it does not concern all of the register; empty where it does.

    They are those that the limit states, or those that its law reaches.
    """
    every = tuple(notice.register.purposes or {})
    reached = limit.purposes if limit.purposes is not None else reached_by_law(notice, limit)
    found = set(every if reached is None else reached)
    return tuple(id for id in every if id in found) if 0 < len(found.intersection(every)) < len(every) else ()


def reached_by_law(notice: Notice, limit: RightLimit) -> tuple[str, ...] | None:
    """The purposes that the law of a limit reaches; None where it may reach any.

    Section 27 of Act 1050/2018 concerns expression, section 31 research and statistics, section 32 archiving, Art.
    17(3)(d) of the GDPR all but expression, and Act 1171/2022 reports of breaches alone.
    """
    found = list[str]()
    for law in limit.law or ():
        kinds = kinds_of_limit(law)
        if not kinds:
            return None
        found += (id for kind in kinds for id in notice.register.purposes or {} if IS_OF_KIND[kind](notice, id))
    return tuple(found)


def kinds_of_limit(law: LawReference) -> tuple[Kind, ...]:
    """The kinds of purpose for which alone the cited place in an act limits rights; none where it limits any."""
    if law.act == WHISTLEBLOWER_ACT:
        return ("breach-reports",)
    place = law.pinpoint
    if law.act == GDPR and (place.article, place.paragraph, place.point) == ERASURE_OF_RESEARCH:
        return ("research", "archiving")
    sections = sections_of_act(law, DATA_PROTECTION_ACT)
    by_section: dict[int, Kind] = {
        EXPRESSION_SECTION: "expression",
        RESEARCH_SECTION: "research",
        ARCHIVING_SECTION: "archiving",
    }
    if not sections or not sections <= by_section.keys():
        return ()
    return tuple(kind for section, kind in by_section.items() if section in sections)


def is_breach_reporting(notice: Notice, id: str) -> bool:
    """True when the purpose rests on the Act on the protection of whistleblowers: 1171/2022."""
    return any(law.act == WHISTLEBLOWER_ACT for law in (notice.register.purposes or {})[id].law or ())


def is_expression(notice: Notice, id: str) -> bool:
    """True when the purpose is journalism, or academic, artistic or literary expression: Act 1050/2018, section 27."""
    return (notice.register.purposes or {})[id].expression is not None


IS_OF_KIND: dict[Kind, Callable[[Notice, str], bool]] = {
    "expression": is_expression,
    "research": is_research,
    "archiving": is_archiving,
    "breach-reports": is_breach_reporting,
}


def sections_of_act(law: LawReference, act: str) -> frozenset[int]:
    """The sections of the act that a law names, a range in full; none for another act."""
    numbers = [int(number) for number in law.pinpoint.section.split("–") if number.isdecimal()]
    return frozenset(range(numbers[0], numbers[-1] + 1)) if law.act == act and numbers else frozenset()
