"""What the person may ask for, and how: GDPR Arts 12, 13(2)(b)–(c), 14(2)(c)–(d). The bases decide what arises."""

from dataclasses import dataclass

from notice import derive, languages
from notice.document.parts import Entry, FactText, Row, Section
from notice.document.right_rows import limit_of_absent, limit_rows, named_when_limited, prepared_mail, right_title
from notice.document.writer import Writer, purpose_name
from notice.findings import dotted
from notice.law.rights import ALWAYS, Reason, Right
from notice.links import web_link

IN_THE_LIST: tuple[Right, ...] = (*ALWAYS, "portability", "withdrawal", "no-automated-decisions")
"""The rights of this section; objection has a block of its own: GDPR Art. 21(4)."""


@dataclass(frozen=True, slots=True)
class RightsSection(Section):
    """How to ask; the rights that arise; those that do not, each with the reason."""

    asking: tuple[Row, ...]
    texts: tuple[FactText, ...]
    rights: tuple[Entry, ...]
    absent_label: str
    absent: tuple[Row, ...]


def rights(writer: Writer) -> RightsSection:
    """The section on rights."""
    arising = writer.derived.rights
    objections = [one for one in arising if one.right.startswith("objection") and not one.purposes]
    listed = [one for one in arising if one.right in IN_THE_LIST]
    absent = [one for one in listed if not one.purposes and (one.right not in ALWAYS or one.excluded)] + objections
    held = tuple(_entry(writer, one) for one in listed if one not in absent)
    limited = named_when_limited(writer)
    without = tuple(_absent(writer, one) for one in absent)
    without += tuple(
        Row(right_title(writer, one), limit_of_absent(writer, one)) for one in limited if _is_excluded(writer, one)
    )
    return RightsSection(
        id="rights",
        title=writer.word("headings", "rights"),
        asking=_asking(writer),
        texts=_texts(writer),
        rights=held
        + tuple(_named_for_its_limit(writer, right) for right in limited if not _is_excluded(writer, right)),
        absent_label=writer.word("labels", "absent-rights") if without else "",
        absent=without,
    )


def _texts(writer: Writer) -> tuple[FactText, ...]:
    """What holds for every request: GDPR Arts 11(2), 12(3)–(6)."""
    texts: tuple[FactText, ...] = (
        writer.fact("texts", "rights-month", fact=("rights", "month")),
        writer.fact("texts", "rights-free", fact=("rights", "free")),
    )
    if writer.notice.register.identifiable is False:
        texts += (writer.fact("texts", "unidentified", fact=("identifiable",)),)
    elif writer.notice.is_unknown("identifiable"):
        texts += (writer.unknown("identifiable"),)
    return texts


def _asking(writer: Writer) -> tuple[Row, ...]:
    requests = writer.notice.controller.requests
    at = ("controller", "requests")
    if requests is None:
        return writer.row("requests", writer.unknown(*at)) if writer.notice.is_unknown(*at) else ()
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
        *writer.row("requests", *writer.each("channels", requests.channels, *at, "channels")),
        *writer.row("request-form", *form),
        *writer.row("request-languages", *names),
        *writer.row("identify-by", *writer.each("identifications", requests.identify_by, *at, "identify-by")),
    )


def _entry(writer: Writer, one: derive.Arising) -> Entry:
    every = writer.derived.purposes
    rows: tuple[Row, ...] = ()
    if len(one.purposes) < len(every):
        rows += writer.row("right-covers", *(purpose_name(writer, id) for id in one.purposes))
    if one.right == "withdrawal":
        rows += _ways(writer, one.purposes)
    if one.right == "erasure":
        rows += _limits(writer, one)
    rows += limit_rows(writer, one.right)
    rows += prepared_mail(writer, one.right)
    fact = f"rights.{one.right}"
    text = FactText(writer.word("rights", one.right, "text"), fact)
    return Entry(f"right-{one.right}", FactText(right_title(writer, one.right), fact), text, rows)


def _limits(writer: Writer, one: derive.Arising) -> tuple[Row, ...]:
    """Where erasure ends, by the reasons for which it is limited: GDPR Art. 17(3)(b)."""
    limits: dict[Reason, str] = {"law-obliges": "obligation", "task-needs": "task"}
    names = [name for reason, name in limits.items() if reason in one.reasons]
    texts = (
        FactText(writer.word("rights", "erasure", "limit", name), f"rights.erasure.limit.{name}") for name in names
    )
    return writer.lines("limit", *texts)


def _ways(writer: Writer, purposes: tuple[str, ...]) -> tuple[Row, ...]:
    """How consent is withdrawn, purpose by purpose: as easily as it was given, GDPR Art. 7(3)."""
    rows = []
    for id in purposes:
        ways = writer.each("withdrawals", writer.derived.purposes[id].withdraw, "purposes", id, "withdraw")
        rows.append(Row(f"{writer.word('labels', 'withdraw')}: {purpose_name(writer, id).text}", writer.phrase(ways)))
    return tuple(row for row in rows if row.values)


def _absent(writer: Writer, one: derive.Arising) -> Row:
    """Why a right does not arise, or that nobody can say yet."""
    title, limit = right_title(writer, one.right), limit_of_absent(writer, one.right)
    if one.excluded:
        return Row(title, limit)
    why = writer.word("texts", "right-open") if one.open else writer.word("rights", one.right, "absent")
    return Row(title, (FactText(why, f"rights.{one.right}"), *limit))


def _is_excluded(writer: Writer, right: Right) -> bool:
    limit = (writer.notice.register.limited_rights or {}).get(right)
    return limit is not None and limit.extent == "excluded"


def _named_for_its_limit(writer: Writer, right: Right) -> Entry:
    """A right that the notice does not name by itself, with what an act makes of it."""
    fact = f"rights.{right}"
    text = FactText(writer.word("rights", right, "text"), fact)
    return Entry(f"right-{right}", FactText(right_title(writer, right), fact), text, limit_rows(writer, right))
