"""To whom a person may complain, with the authority's address: GDPR Arts 13(2)(d), 14(2)(e), 77."""

from dataclasses import dataclass, replace

from notice.document.controller import unbroken
from notice.document.parts import FactText, Row, Section
from notice.document.writer import Writer
from notice.law.authorities import AUTHORITIES
from notice.links import link_fault, mail_link, web_link
from notice.links.phones import telephone

STANDARD = "fi-ombudsman"
"""The authority where the owner names none: the one of the country that the package knows."""


@dataclass(frozen=True, slots=True)
class ComplaintSection(Section):
    """What the right is, and the authority's name and ways to reach it."""

    text: FactText
    rows: tuple[Row, ...]


def complaint(writer: Writer) -> ComplaintSection:
    """The section on the right to complain."""
    text = FactText(writer.word("texts", "complaint"), "complaint")
    fact = ("controller", "supervisory-authority")
    rows = (
        writer.row("authority", writer.unknown(*fact)) if writer.notice.is_unknown(*fact) else _authority(writer, *fact)
    )
    return ComplaintSection("complaint", writer.word("headings", "complaint"), text, rows)


def _authority(writer: Writer, *fact: str) -> tuple[Row, ...]:
    """The authority that the owner names, else the one of Finland; its own words for its website come first."""
    id = writer.notice.controller.supervisory_authority or STANDARD
    authority = writer.notice.vocabulary.authorities.get(id) or AUTHORITIES.get(id, AUTHORITIES[STANDARD])
    website = writer.maybe("authorities", id, "website") or authority.website
    phone = writer.maybe("authorities", id, "phone") or authority.phone
    named = writer.fact("authorities", id, "name", fact=fact)
    rows = writer.row("authority", replace(named, fact=f"{named.fact} complaint.authority"))
    if website:
        rows += writer.row("website", FactText(website, "complaint.website", href=_web(website)))
    if authority.email:
        rows += writer.row("email", FactText(authority.email, "complaint.email", href=mail_link(authority.email)))
    if phone:
        rows += writer.row(
            "phone", FactText(unbroken(phone), "complaint.phone", href=telephone(authority.phone or phone))
        )
    return rows


def _web(address: str) -> str:
    """The link to an address that the words state; "" for one with a fault, which rule T006 finds."""
    return web_link(address) if not link_fault(address) and address[:4].lower() == "http" else ""
