"""What an act makes of a right: the limit, the act with its section, and what remains. GDPR Arts 23, 89(2)–(3)."""

from dataclasses import replace

from notice.document.parts import Row, Said
from notice.document.retained import laws_named
from notice.document.say import Say
from notice.findings import dotted
from notice.law.rights import NAMED_WHEN_LIMITED, Right


def limit_rows(say: Say, right: Right) -> tuple[Row, ...]:
    """The rows below a right that holds: its limit with what remains, and the law; none for an unlimited one."""
    limit, at = (say.notice.register.limited_rights or {}).get(right), ("limited-rights", right)
    if limit is None:
        return say.row("limit", say.unknown(*at)) if say.notice.is_unknown(*at) else ()
    said = say.said("texts", f"right-{limit.extent}") if limit.extent else None
    return (
        *say.told("limit", said, *at, "extent"),
        *say.lines("limit-law", *laws_named(say, limit.law, *at, "law")),
    )


def limit_of_absent(say: Say, right: Right) -> tuple[Said, ...]:
    """The same in a line for a right that does not hold here, after the reason for that."""
    limit, at = (say.notice.register.limited_rights or {}).get(right), ("limited-rights", right)
    if limit is None:
        return (say.unknown(*at),) if at in say.notice.unknown else ()
    said = say.unknown(*at, "extent") if say.notice.is_unknown(*at, "extent") else None
    if limit.extent:
        ids = {"excluded": "right-excluded", "narrowed": "right-narrowed-too"}
        said = say.said("texts", ids[limit.extent], fact=(*at, "extent"))
        if limit.extent == "excluded":
            said = replace(said, fact=f"rights.{right} {dotted((*at, 'extent'))}")
    return (*((said,) if said else ()), *laws_named(say, limit.law, *at, "law"))


def named_when_limited(say: Say) -> tuple[Right, ...]:
    """The rights that the notice names only because an act limits them: to be informed, and to have others told."""
    limits, unknown = say.notice.register.limited_rights or {}, say.notice.unknown
    return tuple(right for right in NAMED_WHEN_LIMITED if right in limits or ("limited-rights", right) in unknown)
