"""The rows below a right: its title, what an act makes of it, and a prepared e-mail. GDPR Arts 12, 23, 89(2)–(3)."""

from dataclasses import replace

from notice.document.parts import FactText, Row
from notice.document.writer import Writer, laws_named
from notice.findings import dotted
from notice.law.rights import NAMED_WHEN_LIMITED, RIGHT_PROVISIONS, Right
from notice.links import mail_link


def right_title(writer: Writer, right: Right) -> str:
    """The right's name with its provision."""
    provision = (RIGHT_PROVISIONS | NAMED_WHEN_LIMITED)[right]
    return f"{writer.word('rights', right, 'name')} ({writer.provision(provision)})"


def limit_rows(writer: Writer, right: Right) -> tuple[Row, ...]:
    """The rows below a right that holds: its limit with what remains, and the law; none for an unlimited one."""
    limit, at = (writer.notice.register.limited_rights or {}).get(right), ("limited-rights", right)
    if limit is None:
        return writer.row("limit", writer.unknown(*at)) if writer.notice.is_unknown(*at) else ()
    said = writer.fact("texts", f"right-{limit.extent}") if limit.extent else None
    return (
        *writer.fact_row("limit", said, *at, "extent"),
        *writer.lines("limit-law", *laws_named(writer, limit.law, *at, "law")),
    )


def limit_of_absent(writer: Writer, right: Right) -> tuple[FactText, ...]:
    """The same in a line for a right that does not hold here, after the reason for that."""
    limit, at = (writer.notice.register.limited_rights or {}).get(right), ("limited-rights", right)
    if limit is None:
        return (writer.unknown(*at),) if at in writer.notice.unknown else ()
    said = writer.unknown(*at, "extent") if writer.notice.is_unknown(*at, "extent") else None
    if limit.extent:
        ids = {"excluded": "right-excluded", "narrowed": "right-narrowed-too"}
        said = writer.fact("texts", ids[limit.extent], fact=(*at, "extent"))
        if limit.extent == "excluded":
            said = replace(said, fact=f"rights.{right} {dotted((*at, 'extent'))}")
    return (*((said,) if said else ()), *laws_named(writer, limit.law, *at, "law"))


def named_when_limited(writer: Writer) -> tuple[Right, ...]:
    """The rights that the notice names only because an act limits them: to be informed, and to have others told."""
    limits, unknown = writer.notice.register.limited_rights or {}, writer.notice.unknown
    return tuple(right for right in NAMED_WHEN_LIMITED if right in limits or ("limited-rights", right) in unknown)


def prepared_mail(writer: Writer, right: Right) -> tuple[Row, ...]:
    """A row with a link that opens the e-mail; nothing where no address is stated.

    It names the register and the right, and leaves room for what the controller needs to find the person.
    """
    to = _address(writer)
    if not to:
        return ()
    register, name = writer.word("name"), writer.word("rights", right, "name")
    subject = f"{name} – {register}"
    lines = (
        writer.word("mail", "greeting"),
        "",
        writer.word("rights", right, "ask"),
        "",
        f"{writer.word('mail', 'register')}: {register}",
        f"{writer.word('mail', 'right')}: {writer.provision(RIGHT_PROVISIONS[right])}",
        f"{writer.word('mail', 'sender')}: ",
        f"{writer.word('mail', 'found-by')}: ",
    )
    # RFC 6068: a line of the body ends in CR LF.
    body = "\r\n".join(lines)
    return writer.row("prepared-mail", FactText(writer.word("mail", "open"), href=mail_link(to, subject, body)))


def _address(writer: Writer) -> str:
    controller = writer.notice.controller
    return (controller.contact and controller.contact.email) or controller.email or ""
