"""What the person may ask for, and how: GDPR Arts 12, 13(2)(b)–(c), 14(2)(c)–(d). The bases decide what arises."""

from dataclasses import dataclass

from notice import derive, languages
from notice.document.asking import prepared_mail
from notice.document.limits import limit_of_absent, limit_rows, named_when_limited
from notice.document.parts import Entry, Row, Said, Section
from notice.document.purposes import purpose_name
from notice.document.say import Say
from notice.findings import dotted
from notice.law.rights import ALWAYS, NAMED_WHEN_LIMITED, RIGHT_PROVISIONS, Reason, Right
from notice.links.web import web_link

IN_THE_LIST: tuple[Right, ...] = (*ALWAYS, "portability", "withdrawal", "no-automated-decisions")
"""The rights of this section; objection has a block of its own: GDPR Art. 21(4)."""


@dataclass(frozen=True, slots=True)
class RightsSection(Section):
    """How to ask; the rights that arise; those that do not, each with the reason."""

    asking: tuple[Row, ...]
    texts: tuple[Said, ...]
    rights: tuple[Entry, ...]
    absent_label: str
    absent: tuple[Row, ...]


def rights(say: Say) -> RightsSection:
    """The section on rights."""
    arising = say.derived.rights
    objections = [one for one in arising if one.right.startswith("objection") and not one.purposes]
    listed = [one for one in arising if one.right in IN_THE_LIST]
    absent = [one for one in listed if not one.purposes and (one.right not in ALWAYS or one.excluded)] + objections
    held = tuple(_entry(say, one) for one in listed if one not in absent)
    limited = named_when_limited(say)
    without = tuple(_absent(say, one) for one in absent)
    without += tuple(Row(right_title(say, one), limit_of_absent(say, one)) for one in limited if _is_excluded(say, one))
    return RightsSection(
        id="rights",
        title=say.word("headings", "rights"),
        asking=_asking(say),
        texts=_texts(say),
        rights=held + tuple(_named_for_its_limit(say, right) for right in limited if not _is_excluded(say, right)),
        absent_label=say.word("labels", "absent-rights") if without else "",
        absent=without,
    )


def right_title(say: Say, right: Right) -> str:
    """The right's name with its provision."""
    provision = (RIGHT_PROVISIONS | NAMED_WHEN_LIMITED)[right]
    return f"{say.word('rights', right, 'name')} ({say.provision(provision)})"


def _texts(say: Say) -> tuple[Said, ...]:
    """What holds for every request: GDPR Arts 11(2), 12(3)–(6)."""
    texts: tuple[Said, ...] = (
        say.said("texts", "rights-month", fact=("rights", "month")),
        say.said("texts", "rights-free", fact=("rights", "free")),
    )
    if say.notice.register.identifiable is False:
        texts += (say.said("texts", "unidentified", fact=("identifiable",)),)
    elif say.notice.is_unknown("identifiable"):
        texts += (say.unknown("identifiable"),)
    return texts


def _asking(say: Say) -> tuple[Row, ...]:
    requests = say.notice.controller.requests
    at = ("controller", "requests")
    if requests is None:
        return say.row("requests", say.unknown(*at)) if say.notice.is_unknown(*at) else ()
    names = tuple(
        Said(languages.language_name(code, say.language), dotted((*at, "languages", str(index))))
        for index, code in enumerate(requests.languages or ())
    )
    if say.notice.is_unknown(*at, "languages"):
        names = (*names, say.unknown(*at, "languages"))
    form = (Said(requests.form, dotted((*at, "form")), href=web_link(requests.form)),) if requests.form else ()
    if say.notice.is_unknown(*at, "form"):
        form = (say.unknown(*at, "form"),)
    return (
        *say.row("requests", *say.each("channels", requests.channels, *at, "channels")),
        *say.row("request-form", *form),
        *say.row("request-languages", *names),
        *say.row("identify-by", *say.each("identifications", requests.identify_by, *at, "identify-by")),
    )


def _entry(say: Say, one: derive.Arising) -> Entry:
    every = say.derived.purposes
    rows: tuple[Row, ...] = ()
    if len(one.purposes) < len(every):
        rows += say.row("right-covers", *(purpose_name(say, id) for id in one.purposes))
    if one.right == "withdrawal":
        rows += _ways(say, one.purposes)
    if one.right == "erasure":
        rows += _limits(say, one)
    rows += limit_rows(say, one.right)
    rows += prepared_mail(say, one.right)
    fact = f"rights.{one.right}"
    text = Said(say.word("rights", one.right, "text"), fact)
    return Entry(f"right-{one.right}", Said(right_title(say, one.right), fact), text, rows)


def _limits(say: Say, one: derive.Arising) -> tuple[Row, ...]:
    """Where erasure ends, by the reasons for which it is limited: GDPR Art. 17(3)(b)."""
    limits: dict[Reason, str] = {"law-obliges": "obligation", "task-needs": "task"}
    names = [name for reason, name in limits.items() if reason in one.reasons]
    texts = (Said(say.word("rights", "erasure", "limit", name), f"rights.erasure.limit.{name}") for name in names)
    return say.lines("limit", *texts)


def _ways(say: Say, purposes: tuple[str, ...]) -> tuple[Row, ...]:
    """How consent is withdrawn, purpose by purpose: as easily as it was given, GDPR Art. 7(3)."""
    rows = []
    for id in purposes:
        ways = say.each("withdrawals", say.derived.purposes[id].withdraw, "purposes", id, "withdraw")
        rows.append(Row(f"{say.word('labels', 'withdraw')}: {purpose_name(say, id).text}", say.phrase(ways)))
    return tuple(row for row in rows if row.values)


def _absent(say: Say, one: derive.Arising) -> Row:
    """Why a right does not arise, or that nobody can say yet."""
    title, limit = right_title(say, one.right), limit_of_absent(say, one.right)
    if one.excluded:
        return Row(title, limit)
    why = say.word("texts", "right-open") if one.open else say.word("rights", one.right, "absent")
    return Row(title, (Said(why, f"rights.{one.right}"), *limit))


def _is_excluded(say: Say, right: Right) -> bool:
    limit = (say.notice.register.limited_rights or {}).get(right)
    return limit is not None and limit.extent == "excluded"


def _named_for_its_limit(say: Say, right: Right) -> Entry:
    """A right that the notice does not name by itself, with what an act makes of it."""
    fact = f"rights.{right}"
    text = Said(say.word("rights", right, "text"), fact)
    return Entry(f"right-{right}", Said(right_title(say, right), fact), text, limit_rows(say, right))
