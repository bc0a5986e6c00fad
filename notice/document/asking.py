"""A prepared e-mail for each right: the subject and the body in the reader's language, to the controller's address."""

from notice.document.parts import Row, Said
from notice.document.say import Say
from notice.law.rights import RIGHT_PROVISIONS, Right
from notice.links.mail import mail_link


def prepared_mail(say: Say, right: Right) -> tuple[Row, ...]:
    """A row with a link that opens the e-mail; nothing where no address is stated.

    It names the register and the right, and leaves room for what the controller needs to find the person.
    """
    to = _address(say)
    if not to:
        return ()
    register, name = say.word("name"), say.word("rights", right, "name")
    subject = f"{name} – {register}"
    lines = (
        say.word("mail", "greeting"),
        "",
        say.word("rights", right, "ask"),
        "",
        f"{say.word('mail', 'register')}: {register}",
        f"{say.word('mail', 'right')}: {say.provision(RIGHT_PROVISIONS[right])}",
        f"{say.word('mail', 'sender')}: ",
        f"{say.word('mail', 'found-by')}: ",
    )
    # RFC 6068: a line of the body ends in CR LF.
    body = "\r\n".join(lines)
    return say.row("prepared-mail", Said(say.word("mail", "open"), href=mail_link(to, subject, body)))


def _address(say: Say) -> str:
    controller = say.notice.controller
    return (controller.contact and controller.contact.email) or controller.email or ""
