"""The rows below a right: its title, what an act makes of it, and a prepared e-mail. GDPR Arts 12, 23, 89(2)–(3)."""

from dataclasses import replace

from notice.derive import is_identifiable, purposes_of_limit, sections_of_act
from notice.document.parts import FactText, Row
from notice.document.writer import Writer, laws_named, purpose_name
from notice.findings import dotted
from notice.law.rights import NAMED_WHEN_LIMITED, OMBUDSMAN_ON_REQUEST, Right
from notice.links import mail_link
from notice.model.register import RightLimit

WHOLLY = {"excluded": "right-excluded", "narrowed": "right-narrowed"}
"""The text of a limit that concerns the whole notice."""

IN_PART = {"excluded": "right-excluded-in-part", "narrowed": "right-narrowed-in-part"}
"""The text of a limit that concerns some of the purposes."""


def right_title(writer: Writer, right: Right) -> str:
    """The right's official name."""
    return writer.word("rights", right, "name")


def limit_rows(writer: Writer, right: Right) -> tuple[Row, ...]:
    """The rows below a right that holds: its limit with what remains, and the law; none for an unlimited one."""
    limit, at = (writer.notice.register.limited_rights or {}).get(right), ("limited-rights", right)
    if limit is None:
        return writer.row("limit", writer.unknown(*at)) if writer.notice.is_unknown(*at) else ()
    texts = IN_PART if purposes_of_limit(writer.notice, limit) else WHOLLY
    said = writer.fact("texts", texts[limit.extent]) if limit.extent else None
    return (
        *writer.fact_row("limit", said, *at, "extent"),
        *writer.row("limit-purposes", *_concerned(writer, limit, *at)),
        *writer.lines("limit-law", *laws_named(writer, limit.law, *at, "law", usual_place=False)),
        *writer.row("limit-remedy", *_remedy(writer, right, limit)),
    )


def limit_of_absent(writer: Writer, right: Right) -> tuple[FactText, ...]:
    """The same in a line for a right that does not hold here, after the reason for that."""
    limit, at = (writer.notice.register.limited_rights or {}).get(right), ("limited-rights", right)
    if limit is None:
        return (writer.unknown(*at),) if at in writer.notice.unknown else ()
    said = writer.unknown(*at, "extent") if writer.notice.is_unknown(*at, "extent") else None
    if limit.extent:
        excluded = (IN_PART if purposes_of_limit(writer.notice, limit) else WHOLLY)["excluded"]
        ids = {"excluded": excluded, "narrowed": "right-narrowed-too"}
        said = writer.fact("texts", ids[limit.extent], fact=(*at, "extent"))
        if limit.extent == "excluded":
            said = replace(said, fact=f"rights.{right} {dotted((*at, 'extent'))}")
    concerned = writer.phrase(_concerned(writer, limit, *at))
    if concerned:
        label = FactText(writer.word("labels", "limit-purposes"), after=": ")
        concerned = (label, *concerned[:-1], replace(concerned[-1], after=". "))
    laws = laws_named(writer, limit.law, *at, "law", usual_place=False)
    return (*((said,) if said else ()), *concerned, *laws, *_remedy(writer, right, limit))


def _concerned(writer: Writer, limit: RightLimit, *at: str) -> tuple[FactText, ...]:
    """The purposes that the limit concerns, where they are stated or it does not concern all."""
    stated = enumerate(limit.purposes or ())
    named = tuple(purpose_name(writer, id, dotted((*at, "purposes", str(index)))) for index, id in stated)
    if writer.notice.is_unknown(*at, "purposes"):
        return (*named, writer.unknown(*at, "purposes"))
    return named or tuple(purpose_name(writer, id) for id in purposes_of_limit(writer.notice, limit))


def _remedy(writer: Writer, right: Right, limit: RightLimit) -> tuple[FactText, ...]:
    """What is left of access where the act gives the reasons to the person and the data to the Ombudsman."""
    laws = limit.law or ()
    given = any(section in sections_of_act(law, act) for law in laws for act, section in OMBUDSMAN_ON_REQUEST)
    if right != "access" or not given:
        return ()
    return (FactText(writer.word("texts", "limit-remedy"), "rights.access.remedy"),)


def named_when_limited(writer: Writer) -> tuple[Right, ...]:
    """The rights that the notice names only because an act limits them: to be informed, and to have others told."""
    limits, unknown = writer.notice.register.limited_rights or {}, writer.notice.unknown
    return tuple(right for right in NAMED_WHEN_LIMITED if right in limits or ("limited-rights", right) in unknown)


def prepared_mail(writer: Writer) -> tuple[Row, ...]:
    """A row with a link that opens the e-mail; nothing where no address is stated, or no message finds anybody's data.

    It names the register and every right that arises, of which the person keeps one, and leaves room for what the
    controller needs to find the person.
    """
    to = _address(writer)
    if not to:
        return ()
    register = writer.word("name")
    subject = f"{writer.word('mail', 'subject')}: {register}"
    usable = (one.right for one in writer.derived.rights if _finds_somebody(writer, one.right, one.purposes))
    rights = [writer.word("rights", right, "name") for right in usable]
    if not rights:
        return ()
    lines = (
        writer.word("mail", "greeting"),
        "",
        f"{writer.word('mail', 'right')}:",
        *(f"– {right}" for right in rights),
        "",
        f"{writer.word('mail', 'register')}: {register}",
        f"{writer.word('mail', 'sender')}: ",
        f"{writer.word('mail', 'found-by')}: ",
    )
    # RFC 6068: a line of the body ends in CR LF.
    body = "\r\n".join(lines)
    return writer.row("prepared-mail", FactText(writer.word("mail", "open"), href=mail_link(to, subject, body)))


def _finds_somebody(writer: Writer, right: Right, purposes: tuple[str, ...]) -> bool:
    """Whether a message can make use of the right: not where only a setting withdraws, or nobody can be found."""
    if right == "withdrawal":
        return any({"email", "post", "phone"} & set(writer.derived.purposes[id].withdraw or ()) for id in purposes)
    return any(is_identifiable(writer.notice, id) for id in purposes)


def _address(writer: Writer) -> str:
    controller = writer.notice.controller
    return (controller.contact and controller.contact.email) or controller.email or ""
