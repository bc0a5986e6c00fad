"""To whom a person may complain, with the authority's address: GDPR Arts 13(2)(d), 14(2)(e), 77."""

from dataclasses import dataclass, replace

from notice.document.controller import unbroken
from notice.document.parts import Row, Said, Section
from notice.document.say import Say
from notice.law.authorities import AUTHORITIES
from notice.links import link_fault
from notice.links.mail import mail_link
from notice.links.telephone import telephone
from notice.links.web import web_link

STANDARD = "fi-ombudsman"
"""The authority where the owner names none: the one of the country that the package knows."""


@dataclass(frozen=True, slots=True)
class ComplaintSection(Section):
    """What the right is, and the authority's name and ways to reach it."""

    text: Said
    rows: tuple[Row, ...]


def complaint(say: Say) -> ComplaintSection:
    """The section on the right to complain."""
    text = Said(say.word("texts", "complaint"), "complaint")
    fact = ("controller", "supervisory-authority")
    rows = say.row("authority", say.unknown(*fact)) if say.notice.is_unknown(*fact) else _authority(say, *fact)
    return ComplaintSection("complaint", say.word("headings", "complaint"), text, rows)


def _authority(say: Say, *fact: str) -> tuple[Row, ...]:
    """The authority that the owner names, else the one of Finland; its own words for its website come first."""
    id = say.notice.controller.supervisory_authority or STANDARD
    authority = say.notice.vocabulary.authorities.get(id) or AUTHORITIES.get(id, AUTHORITIES[STANDARD])
    website = say.maybe("authorities", id, "website") or authority.website
    phone = say.maybe("authorities", id, "phone") or authority.phone
    visit = say.maybe("authorities", id, "visit")
    named = say.said("authorities", id, "name", fact=fact)
    rows = say.row("authority", replace(named, fact=f"{named.fact} complaint.authority"))
    if visit:
        rows += say.row("visiting-address", Said(visit, "complaint.visit"))
    rows += say.row("address", Said(say.word("authorities", id, "post"), "complaint.post"))
    if phone:
        rows += say.row("phone", Said(unbroken(phone), "complaint.phone", href=telephone(authority.phone or phone)))
    if authority.email:
        rows += say.row("email", Said(authority.email, "complaint.email", href=mail_link(authority.email)))
    if website:
        rows += say.row("website", Said(website, "complaint.website", href=_web(website)))
    form = say.maybe("authorities", id, "form")
    return rows + (say.row("complaint-form", Said(form, "complaint.form", href=_web(form))) if form else ())


def _web(address: str) -> str:
    """The link to an address that the words state; "" for one with a fault, which rule T006 finds."""
    return web_link(address) if not link_fault(address) and address[:4].lower() == "http" else ""
