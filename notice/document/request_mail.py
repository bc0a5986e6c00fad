"""A prepared e-mail for each right: the subject and the body in the reader's language, to the controller's address."""

from notice import derive
from notice.document.parts import FactText, Row
from notice.document.writer import Writer
from notice.law.rights import RIGHT_PROVISIONS, Right
from notice.links.mail import mail_link


def prepared_mail(writer: Writer, right: Right, purposes: tuple[str, ...]) -> tuple[Row, ...]:
    """A row with a link that opens the e-mail; nothing where no address is stated, or where an e-mail finds nobody.

    It names the register and the right, and leaves room for what the controller needs to find the person.
    """
    to = _address(writer)
    if not to or not _finds_somebody(writer, right, purposes):
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


def _finds_somebody(writer: Writer, right: Right, purposes: tuple[str, ...]) -> bool:
    """Whether an e-mail has any effect: consent is withdrawn by it, or the person can be found in some purpose.

    For Articles 15 to 20 a person may add what finds their data: Art. 11(2).
    """
    every = writer.derived.purposes
    if right == "withdrawal":
        ways = [every[id].withdraw for id in purposes]
        if any(ways) and not any("email" in (way or ()) for way in ways):
            return False
    on_the_spot = right == "withdrawal" or right.startswith("objection")
    return not on_the_spot or any(derive.is_identifiable(writer.notice, id) for id in purposes)


def _address(writer: Writer) -> str:
    controller = writer.notice.controller
    return (controller.contact and controller.contact.email) or controller.email or ""
