"""A prepared e-mail for a request: the subject and the body in the reader's language, to the controller's address."""

from notice.document.parts import FactText, Row
from notice.document.writer import Writer
from notice.links.mail import mail_link


def prepared_mail(writer: Writer) -> tuple[Row, ...]:
    """A row with a link that opens the e-mail; nothing where no address is stated.

    It names the register and every right that arises, of which the person keeps one, and leaves room for what the
    controller needs to find the person.
    """
    to = _address(writer)
    if not to:
        return ()
    register = writer.word("name")
    subject = f"{writer.word('mail', 'subject')}: {register}"
    rights = [writer.word("rights", one.right, "name") for one in writer.derived.rights if one.purposes]
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


def _address(writer: Writer) -> str:
    controller = writer.notice.controller
    return (controller.contact and controller.contact.email) or controller.email or ""
