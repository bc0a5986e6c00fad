"""Who is responsible and how to reach them: GDPR Arts 13(1)(a)–(b), 14(1)(a)–(b), 26(2)."""

from dataclasses import dataclass

from notice.document.parts import Entry, FactText, Row, Section
from notice.document.writer import Writer, purpose_name
from notice.findings import dotted
from notice.links import mail_link, web_link
from notice.links.phones import telephone
from notice.model.controller import HOME, Address, Contact
from notice.model.texts import is_mail


@dataclass(frozen=True, slots=True)
class ControllerSection(Section):
    """`rows` are the controller's own; then those who answer for it; then joint controllers with their tasks."""

    rows: tuple[Row, ...]
    contacts: tuple[Entry, ...]
    joint_title: str
    joint_text: str
    joint: tuple[Entry, ...]


def controller(writer: Writer) -> ControllerSection:
    """The section on the controller and its contacts."""
    facts = writer.notice.controller
    at = ("controller",)
    own = (
        *writer.row("controller", writer.owner_text(facts.name, *at, "name")),
        *_optional(writer, "trade-name", facts.trade_name, *at, "trade-name"),
        *_optional(writer, "business-id", facts.business_id, *at, "business-id"),
        *reach(writer, facts, *at),
        *_abroad(writer, facts.country, *at, "country"),
        *_public_authority(writer),
        *_open(writer, "contact"),
        *_open(writer, "representative"),
        *_open_joint(writer),
    )
    joint = writer.notice.register.joint_controllers or {}
    return ControllerSection(
        id="controller",
        title=writer.word("headings", "controller"),
        term=writer.word("law-terms", "controller"),
        rows=own,
        contacts=_contacts(writer),
        joint_title=writer.word("headings", "joint") if joint else "",
        joint_text=writer.word("texts", "joint-controllers") if joint else "",
        joint=tuple(_joint(writer, id) for id in joint),
    )


def reach(writer: Writer, contact: Contact, *at: str) -> tuple[Row, ...]:
    """The rows that say how to reach somebody: addresses, e-mail, secure mail, phone, website."""
    country = writer.notice.controller.country or HOME
    ways = (
        ("email", contact.email, mail_link(contact.email) if contact.email else ""),
        ("secure-mail", contact.secure_mail, _secure_link(contact.secure_mail)),
        ("phone", contact.phone, telephone(contact.phone or "", country)),
        ("website", contact.website, web_link(contact.website) if contact.website else ""),
    )
    postal = address(writer, contact.address, *at, "address") if contact.address else ()
    rows = writer.lines("address", *postal) or writer.fact_row("address", None, *at, "address")
    visited = address(writer, contact.visiting_address, *at, "visiting-address") if contact.visiting_address else ()
    rows += writer.lines("visiting-address", *visited) or writer.fact_row(
        "visiting-address", None, *at, "visiting-address"
    )
    for way, value, href in ways:
        shown = unbroken(value or "") if way == "phone" else value
        rows += writer.fact_row(way, FactText(shown, href=href) if shown else None, *at, way)
    return rows


def _secure_link(secure_mail: str | None) -> str:
    if secure_mail is None:
        return ""
    return mail_link(secure_mail) if is_mail(secure_mail) else web_link(secure_mail)


def unbroken(number: str) -> str:
    """The number as it is shown: no line ends within it."""
    return number.replace(" ", "\u00a0")


def address(writer: Writer, postal: Address, *at: str) -> tuple[FactText, ...]:
    """The lines of an address; the country only where one is stated."""
    place = " ".join(part for part in (postal.postcode, postal.city) if part)
    lines = [FactText(postal.street, dotted((*at, "street")))] if postal.street else []
    if place:
        facts = [dotted((*at, part)) for part in ("postcode", "city") if getattr(postal, part)]
        lines.append(FactText(place, " ".join(facts)))
    if postal.country:
        lines.append(writer.country(postal.country, *at, "country"))
    unknown = [part for part in ("street", "postcode", "city", "country") if writer.notice.is_unknown(*at, part)]
    return (*lines, *(writer.unknown(*at, part) for part in unknown))


def _abroad(writer: Writer, country: str | None, *fact: str) -> tuple[Row, ...]:
    """The country, where it is not Finland: there, an address needs none."""
    return writer.fact_row("country", writer.country(country) if country not in (None, HOME) else None, *fact)


def _optional(writer: Writer, label: str, value: str | None, *fact: str) -> tuple[Row, ...]:
    return writer.fact_row(label, FactText(value) if value else None, *fact)


def _open(writer: Writer, role: str) -> tuple[Row, ...]:
    """The row for somebody who is not known yet."""
    fact = ("controller", role)
    return writer.row(role, writer.unknown(*fact)) if fact in writer.notice.unknown else ()


def _open_joint(writer: Writer) -> tuple[Row, ...]:
    if not writer.notice.is_unknown("joint-controllers"):
        return ()
    return (Row(writer.word("headings", "joint"), (writer.unknown("joint-controllers"),)),)


def _public_authority(writer: Writer) -> tuple[Row, ...]:
    fact = ("controller", "public-authority")
    yes = writer.fact("texts", "yes") if writer.notice.controller.public_authority else None
    return writer.fact_row("public-authority", yes, *fact)


def _contacts(writer: Writer) -> tuple[Entry, ...]:
    facts = writer.notice.controller
    entries = []
    if facts.contact and not writer.notice.is_unknown("controller", "contact"):
        entries.append(_person(writer, "contact", facts.contact))
    if writer.notice.is_unknown("controller", "dpo"):
        entries.append(Entry("dpo", FactText(writer.word("labels", "dpo")), writer.unknown("controller", "dpo"), ()))
    elif isinstance(facts.dpo, Contact):
        entries.append(_person(writer, "dpo", facts.dpo))
    if isinstance(facts.representative, Contact):
        entries.append(_person(writer, "representative", facts.representative))
    return tuple(entries)


def _person(writer: Writer, role: str, person: Contact) -> Entry:
    at = ("controller", role)
    rows = _optional(writer, "name", person.name, *at, "name") + reach(writer, person, *at)
    return Entry(role, FactText(writer.word("labels", role)), None, rows)


def _joint(writer: Writer, id: str) -> Entry:
    at = ("joint-controllers", id)
    joint = (writer.notice.register.joint_controllers or {})[id]
    names = tuple(
        purpose_name(writer, purpose, dotted((*at, "purposes", str(index))))
        for index, purpose in enumerate(joint.purposes or ())
    )
    rows = writer.row("joint-purposes", *names) or writer.fact_row("joint-purposes", None, *at, "purposes")
    rows += reach(writer, joint, *at) + writer.row("joint-tasks", *writer.each("joint-tasks", joint.does, *at, "does"))
    yes = writer.fact("texts", "yes") if joint.contact_point else None
    rows += writer.fact_row("contact-point", yes, *at, "contact-point")
    return Entry(f"joint-{id}", writer.owner_text(joint.name, *at, "name"), None, rows)
