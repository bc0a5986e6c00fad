"""Who is responsible and how to reach them: GDPR Arts 13(1)(a)–(b), 14(1)(a)–(b), 26(2)."""

from dataclasses import dataclass

from notice.document.parts import Entry, Row, Said, Section
from notice.document.say import Say
from notice.findings import dotted
from notice.links.mail import mail_link
from notice.links.telephone import telephone
from notice.links.web import web_link
from notice.model.controller import Address, Contact
from notice.model.fields import Nothing


@dataclass(frozen=True, slots=True)
class ControllerSection(Section):
    """`rows` are the controller's own; then those who answer for it; then joint controllers with their tasks."""

    rows: tuple[Row, ...]
    contacts: tuple[Entry, ...]
    joint_title: str
    joint_text: str
    joint: tuple[Entry, ...]


def controller(say: Say) -> ControllerSection:
    """The section on the controller and its contacts."""
    facts = say.notice.controller
    at = ("controller",)
    own = (
        *say.row("controller", say.given(facts.name, *at, "name")),
        *_optional(say, "trade-name", facts.trade_name, *at, "trade-name"),
        *_optional(say, "business-id", facts.business_id, *at, "business-id"),
        *_optional(say, "vat-id", facts.vat_id if isinstance(facts.vat_id, str) else None, *at, "vat-id"),
        *reach(say, facts, *at),
        *_country(say, facts.country, *at, "country"),
        *_public_authority(say),
        *_open(say, "contact"),
        *_open(say, "representative"),
        *_open_joint(say),
    )
    joint = say.notice.register.joint_controllers or {}
    return ControllerSection(
        id="controller",
        title=say.word("headings", "controller"),
        rows=own,
        contacts=_contacts(say),
        joint_title=say.word("headings", "joint") if joint else "",
        joint_text=say.word("texts", "joint-controllers") if joint else "",
        joint=tuple(_joint(say, id) for id in joint),
    )


def reach(say: Say, contact: Contact, *at: str) -> tuple[Row, ...]:
    """The rows that say how to reach somebody: address, e-mail, phone, website."""
    country = say.notice.controller.country or "FI"
    ways = (
        ("email", contact.email, mail_link(contact.email) if contact.email else ""),
        ("phone", contact.phone, telephone(contact.phone or "", country)),
        ("website", contact.website, web_link(contact.website) if contact.website else ""),
    )
    postal = address(say, contact.address, *at, "address") if contact.address else ()
    rows = say.lines("address", *postal) or say.told("address", None, *at, "address")
    for way, value, href in ways:
        shown = unbroken(value or "") if way == "phone" else value
        rows += say.told(way, Said(shown, href=href) if shown else None, *at, way)
    return rows


def unbroken(number: str) -> str:
    """The number as it is shown: no line ends within it."""
    return number.replace(" ", "\u00a0")


def address(say: Say, postal: Address, *at: str) -> tuple[Said, ...]:
    """The lines of an address; the country only where one is stated."""
    place = " ".join(part for part in (postal.postcode, postal.city) if part)
    lines = [Said(postal.street, dotted((*at, "street")))] if postal.street else []
    if place:
        facts = [dotted((*at, part)) for part in ("postcode", "city") if getattr(postal, part)]
        lines.append(Said(place, " ".join(facts)))
    if postal.country:
        lines.append(say.country(postal.country, *at, "country"))
    unknown = [part for part in ("street", "postcode", "city", "country") if say.notice.is_unknown(*at, part)]
    return (*lines, *(say.unknown(*at, part) for part in unknown))


def _country(say: Say, country: str | None, *fact: str) -> tuple[Row, ...]:
    return say.told("country", say.country(country) if country else None, *fact)


def _optional(say: Say, label: str, value: str | None, *fact: str) -> tuple[Row, ...]:
    return say.told(label, Said(value) if value else None, *fact)


def _open(say: Say, role: str) -> tuple[Row, ...]:
    """The row for somebody who is not known yet."""
    fact = ("controller", role)
    return say.row(role, say.unknown(*fact)) if fact in say.notice.unknown else ()


def _open_joint(say: Say) -> tuple[Row, ...]:
    if not say.notice.is_unknown("joint-controllers"):
        return ()
    return (Row(say.word("headings", "joint"), (say.unknown("joint-controllers"),)),)


def _public_authority(say: Say) -> tuple[Row, ...]:
    fact = ("controller", "public-authority")
    yes = say.said("texts", "yes") if say.notice.controller.public_authority else None
    return say.told("public-authority", yes, *fact)


def _contacts(say: Say) -> tuple[Entry, ...]:
    facts = say.notice.controller
    entries = []
    if facts.contact and not say.notice.is_unknown("controller", "contact"):
        entries.append(_person(say, "contact", facts.contact))
    if facts.dpo is Nothing.NONE or say.notice.is_unknown("controller", "dpo"):
        none = facts.dpo is Nothing.NONE
        said = say.said("texts", "no-dpo" if none else "unknown", fact=("controller", "dpo"))
        entries.append(Entry("dpo", Said(say.word("labels", "dpo")), said, ()))
    elif isinstance(facts.dpo, Contact):
        entries.append(_person(say, "dpo", facts.dpo))
    if isinstance(facts.representative, Contact):
        entries.append(_person(say, "representative", facts.representative))
    return tuple(entries)


def _person(say: Say, role: str, person: Contact) -> Entry:
    at = ("controller", role)
    rows = _optional(say, "name", person.name, *at, "name") + reach(say, person, *at)
    return Entry(role, Said(say.word("labels", role)), None, rows)


def _joint(say: Say, id: str) -> Entry:
    at = ("joint-controllers", id)
    joint = (say.notice.register.joint_controllers or {})[id]
    rows = reach(say, joint, *at) + say.row("joint-tasks", *say.each("joint-tasks", joint.does, *at, "does"))
    return Entry(f"joint-{id}", say.given(joint.name, *at, "name"), None, rows)
