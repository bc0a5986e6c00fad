"""To whom a person may complain, with the authority's address: GDPR Arts 13(2)(d), 14(2)(e), 77."""

from dataclasses import dataclass

from notice.document.controller import telephone
from notice.document.parts import Row, Said, Section
from notice.document.say import Say
from notice.law.authorities import AUTHORITIES

STANDARD = "fi-ombudsman"
"""The authority where the owner names none: the one of the country that the package knows."""


@dataclass(frozen=True, slots=True)
class ComplaintSection(Section):
    """What the right is, and the authority's name and ways to reach it."""

    text: Said
    rows: tuple[Row, ...]


def complaint(say: Say) -> ComplaintSection:
    """The section on the right to complain."""
    id = say.notice.controller.supervisory_authority or STANDARD
    authority = AUTHORITIES.get(id, AUTHORITIES[STANDARD])
    fact = "controller.supervisory-authority" if say.notice.controller.supervisory_authority else "complaint"
    website = say.maybe("authorities", id, "website") or authority.website
    rows = (
        *say.row("authority", Said(say.word("authorities", id, "name"), fact)),
        *say.row("visiting-address", Said(say.word("authorities", id, "visit"), "complaint.visit")),
        *say.row("address", Said(say.word("authorities", id, "post"), "complaint.post")),
        *say.row(
            "phone",
            Said(say.word("authorities", id, "phone"), "complaint.phone", href=telephone(authority.phone)),
        ),
        *say.row("email", Said(authority.email, "complaint.email", href=f"mailto:{authority.email}")),
        *say.row("website", Said(website, "complaint.website", href=website)),
    )
    text = Said(say.word("texts", "complaint"), "complaint")
    return ComplaintSection("complaint", say.word("headings", "complaint"), text, rows)
