"""What the person may ask for, and how: GDPR Arts 12, 13(2)(b)–(c), 14(2)(c)–(d). The bases decide what arises."""

from dataclasses import dataclass, replace

from notice import derive, languages
from notice.document.parts import Entry, FactText, Row, Section
from notice.document.right_rows import limit_of_absent, limit_rows, named_when_limited, prepared_mail
from notice.document.writer import Writer, purpose_name
from notice.findings import dotted
from notice.law.bases import Basis
from notice.law.rights import ALWAYS, Reason, Right
from notice.links import web_link

IN_THE_LIST: tuple[Right, ...] = (*ALWAYS, "portability", "withdrawal", "no-automated-decisions")
"""The rights of this section; objection has a block of its own: GDPR Art. 21(4)."""

COVERS_SOME: frozenset[Right] = frozenset({"portability", "no-automated-decisions"})
"""The rights whose purposes are listed. Withdrawal has its ways in each purpose that rests on consent."""


@dataclass(frozen=True, slots=True)
class RightsSection(Section):
    """What holds for every request, and how to make one; the rights that arise; those that do not, with the reason."""

    texts: tuple[FactText, ...]
    asking: tuple[Row, ...]
    rights: tuple[Entry, ...]
    absent_label: str
    absent: tuple[Row, ...]


def rights(writer: Writer) -> RightsSection:
    """The section on rights."""
    arising = writer.derived.rights
    objections = [one for one in arising if one.right.startswith("objection") and not one.purposes]
    listed = [one for one in arising if one.right in IN_THE_LIST]
    given = {"withdrawal"} if writer.derived.consents_elsewhere else set[Right]()
    absent = [
        one
        for one in listed
        if not one.purposes and one.right not in given and (one.right not in ALWAYS or one.excluded)
    ] + objections
    # That there are no automated decisions is stated in the section on them.
    limits = writer.notice.register.limited_rights or {}
    unstated = [
        one for one in absent if one.right == "no-automated-decisions" and not (one.open or one.right in limits)
    ]
    held = tuple(_entry(writer, one) for one in listed if one not in absent)
    limited = named_when_limited(writer)
    without = tuple(_absent(writer, one) for one in absent if one not in unstated)
    without += tuple(
        Row(right_title(writer, one), limit_of_absent(writer, one)) for one in limited if _is_excluded(writer, one)
    )
    return RightsSection(
        id="rights",
        title=writer.word("headings", "rights"),
        texts=_texts(writer),
        asking=(*_asking(writer), *prepared_mail(writer), *_unidentified(writer)),
        rights=held
        + tuple(_named_for_its_limit(writer, right) for right in limited if not _is_excluded(writer, right)),
        absent_label=writer.word("labels", "absent-rights") if without else "",
        absent=without,
    )


def right_title(writer: Writer, right: Right) -> str:
    """The right's official name."""
    return writer.word("rights", right, "name")


def _texts(writer: Writer) -> tuple[FactText, ...]:
    """What holds for every request: GDPR Arts 11(2), 12(3)–(6)."""
    texts: tuple[FactText, ...] = (
        writer.fact("texts", "rights-month", fact=("rights", "month")),
        writer.fact("texts", "rights-free", fact=("rights", "free")),
    )
    if writer.notice.register.identifiable is False and not _found(writer):
        texts += (writer.fact("texts", "unidentified", fact=("identifiable",)),)
    elif writer.notice.is_unknown("identifiable"):
        texts += (writer.unknown("identifiable"),)
    return texts


def _unidentified(writer: Writer) -> tuple[Row, ...]:
    """The purposes in which nobody can be found, where people are found in others: GDPR Art. 11(2)."""
    others = [id for id in writer.derived.purposes if not derive.is_identifiable(writer.notice, id)]
    of_register = writer.notice.register.identifiable is False
    if not others or (of_register and not _found(writer)):
        return ()
    names = writer.phrase(purpose_name(writer, id) for id in others)
    facts = "rights.unidentified identifiable" if of_register else "rights.unidentified"
    text = FactText(writer.word("texts", "unidentified-here"), facts)
    return (Row(writer.word("labels", "unidentified"), (*names[:-1], replace(names[-1], after=". "), text)),)


def _found(writer: Writer) -> list[str]:
    """The purposes in which people can be found."""
    return [id for id in writer.derived.purposes if derive.is_identifiable(writer.notice, id)]


def _asking(writer: Writer) -> tuple[Row, ...]:
    requests = writer.notice.controller.requests
    at = ("controller", "requests")
    if requests is None:
        return writer.choice("requests", writer.unknown(*at)) if writer.notice.is_unknown(*at) else ()
    names = tuple(
        FactText(languages.language_name(code, writer.language), dotted((*at, "languages", str(index))))
        for index, code in enumerate(requests.languages or ())
    )
    if writer.notice.is_unknown(*at, "languages"):
        names = (*names, writer.unknown(*at, "languages"))
    form = (FactText(requests.form, dotted((*at, "form")), href=web_link(requests.form)),) if requests.form else ()
    if writer.notice.is_unknown(*at, "form"):
        form = (writer.unknown(*at, "form"),)
    return (
        *writer.choice("requests", *writer.each("channels", requests.channels, *at, "channels")),
        *writer.row("request-form", *form),
        *writer.row("request-languages", *names),
        *writer.choice("identify-by", *writer.each("identifications", requests.identify_by, *at, "identify-by")),
    )


def _entry(writer: Writer, one: derive.Arising) -> Entry:
    rows: tuple[Row, ...] = ()
    if one.right in COVERS_SOME and len(one.purposes) < len(writer.derived.purposes):
        rows += writer.row("right-covers", *(purpose_name(writer, id) for id in one.purposes))
    if one.right == "erasure":
        rows += writer.lines("erased-when", *_erased_when(writer)) + _limits(writer, one)
    rows += limit_rows(writer, one.right)
    text = "text" if one.purposes or one.right in ALWAYS else "otherwise"
    said = FactText(writer.word("rights", one.right, text), f"rights.{one.right}")
    return Entry(f"right-{one.right}", FactText(right_title(writer, one.right)), said, rows)


def _erased_when(writer: Writer) -> tuple[FactText, ...]:
    """The grounds for erasure that can arise from the facts: GDPR Art. 17(1)."""
    arising = {one.right for one in writer.derived.rights if one.purposes}
    grounds = {
        "unneeded": True,
        "unlawful": True,
        "consent": "withdrawal" in arising,
        "objection": "objection" in arising,
        "marketing": "objection-to-marketing" in arising,
        "child": writer.notice.register.children_service is True,
    }
    facts = {"child": "rights.erasure.child"}
    return tuple(
        FactText(writer.word("rights", "erasure", "when", id), facts.get(id, ""))
        for id, arises in grounds.items()
        if arises
    )


def _limits(writer: Writer, one: derive.Arising) -> tuple[Row, ...]:
    """Where erasure ends, by the reasons for which it is limited, with the purposes: GDPR Art. 17(3)(b)."""
    rows: tuple[Row, ...] = ()
    limits: dict[Reason, tuple[str, Basis]] = {
        "law-obliges": ("obligation", "legal-obligation"),
        "task-needs": ("task", "public-task"),
    }
    for reason, (name, basis) in limits.items():
        if reason in one.reasons:
            text = FactText(writer.word("rights", "erasure", "limit", name), f"rights.erasure.limit.{name}", after=": ")
            ids = [id for id, purpose in writer.derived.purposes.items() if purpose.basis == basis]
            names = writer.phrase(purpose_name(writer, id) for id in ids)
            rows += (Row(writer.word("labels", "limit"), (text, *names)),)
    return rows


def _absent(writer: Writer, one: derive.Arising) -> Row:
    """Why a right does not arise, or that nobody can say yet."""
    title, limit = right_title(writer, one.right), limit_of_absent(writer, one.right)
    if one.excluded:
        return Row(title, limit)
    if one.open:
        why = writer.word("texts", "right-open")
    elif "expression" in one.reasons:
        why = writer.word("texts", "right-expression")
    else:
        why = writer.word("rights", one.right, "absent")
    return Row(title, (FactText(why, f"rights.{one.right}"), *limit))


def _is_excluded(writer: Writer, right: Right) -> bool:
    limit = (writer.notice.register.limited_rights or {}).get(right)
    return limit is not None and limit.extent == "excluded" and not derive.purposes_of_limit(writer.notice, limit)


def _named_for_its_limit(writer: Writer, right: Right) -> Entry:
    """A right that the notice does not name by itself, with what an act makes of it."""
    fact = f"rights.{right}"
    text = FactText(writer.word("rights", right, "text"), fact)
    return Entry(f"right-{right}", FactText(right_title(writer, right)), text, limit_rows(writer, right))
