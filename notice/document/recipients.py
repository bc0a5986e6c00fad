"""Who receives the data, processors too, and what leaves the EEA: GDPR Arts 4(9), 13(1)(e)–(f), 14(1)(e)–(f), 44–49."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from notice.document.flow import flow
from notice.document.parts import NOTHING, Cell, FactText, Flow, Section, Table
from notice.document.transfers import transfers_to
from notice.document.writer import Writer
from notice.links import web_link
from notice.model.register import Recipient


@dataclass(frozen=True, slots=True)
class RecipientsSection(Section):
    """A table with a row for each recipient, None where there are none; `notes` explain the roles and say what is open.

    `flow` is the drawing of the way of the data, None where the owner wants no drawings.
    """

    notes: tuple[FactText, ...]
    table: Table | None
    flow: Flow | None


def recipients(writer: Writer) -> RecipientsSection:
    """The section on recipients and transfers."""
    found = writer.derived.recipients
    abroad = {id: cell for id in found if (cell := transfers_to(writer, id))}
    heads = [writer.word("labels", label) for label in ("recipient", "role-and-country")]
    heads += [writer.word("labels", "outside-eea")] if abroad else []
    rows = tuple(_row(writer, id, recipient, abroad) for id, recipient in found.items())
    anchors = tuple(f"recipient-{id}" for id in found)
    return RecipientsSection(
        "recipients",
        writer.word("headings", "recipients"),
        tuple(_notes(writer)),
        Table(tuple(heads), rows, anchors) if rows else None,
        flow(writer) if writer.draws else None,
        formerly=("flow", "transfers"),
    )


def _notes(writer: Writer) -> Iterator[FactText]:
    """What the roles mean, where they occur; what is not stated yet; that nothing leaves the EEA."""
    if writer.derived.recipients_unlisted:
        yield FactText(writer.word("texts", "recipients-open"))
    elif not writer.derived.recipients:
        yield nobody_receives(writer)
    for role in ("processor", "controller"):
        if any(recipient.role == role for recipient in writer.derived.recipients.values()):
            yield FactText(writer.word("role-notes", role))
    if writer.derived.recipients_open:
        yield FactText(writer.word("texts", "transfers-open"))
    elif writer.derived.nothing_leaves:
        yield writer.fact("texts", "no-transfers", fact=("transfers",))


def nobody_receives(writer: Writer) -> FactText:
    """That nobody receives the data, or nobody but the joint controllers, where it is known who they are."""
    if writer.notice.is_unknown("joint-controllers"):
        return writer.unknown()
    joint = writer.notice.register.joint_controllers
    return writer.fact("texts", "no-recipients-but-joint" if joint else "no-recipients", fact=("recipients",))


def _row(writer: Writer, id: str, recipient: Recipient, abroad: dict[str, Cell]) -> tuple[Cell, ...]:
    at = ("recipients", id)
    role, countries = _role(writer, recipient, *at), _countries(writer, recipient, *at)
    joined = tuple(replace(text, after=", ") for text in role) if countries else role
    place = (*joined, *countries, *_details(writer, recipient, *at))
    cells = (_name(writer, id, recipient, *at), place, *((abroad.get(id, NOTHING),) if abroad else ()))
    return tuple(cell or NOTHING for cell in cells)


def _name(writer: Writer, id: str, recipient: Recipient, *at: str) -> Cell:
    name = writer.heading("recipients", id, "name", fact=at)
    if writer.notice.is_unknown(*at) or writer.notice.is_unknown(*at, "named"):
        if writer.notice.is_unknown(*at):
            return (replace(name, fact="", after=": "), writer.unknown(*at))
        return (replace(name, after=": "), writer.unknown(*at, "named"))
    if recipient.named and recipient.named != name.text:
        return (replace(name, after=": "), writer.owner_text(recipient.named, *at, "named"))
    return (replace(name, fact=f"{name.fact} {'.'.join(at)}.named"),) if recipient.named else (name,)


def _role(writer: Writer, recipient: Recipient, *at: str) -> Cell:
    if recipient.role:
        return (writer.fact("roles", recipient.role, fact=(*at, "role")),)
    open = writer.notice.is_unknown(*at, "role") and not writer.notice.is_unknown(*at)
    return (writer.unknown(*at, "role"),) if open else ()


def _details(writer: Writer, recipient: Recipient, *at: str) -> Cell:
    """The data that the recipient has where they are limited, and a controller's own notice."""
    cell: Cell = ()
    if data := writer.phrase(writer.each("data", recipient.data, *at, "data")):
        cell += (FactText(f"{writer.word('labels', 'data')}:", after=" "), *data)
    if writer.notice.is_unknown(*at, "notice") and not writer.notice.is_unknown(*at):
        cell += (FactText(f"{writer.word('labels', 'own-notice')}:", after=" "), writer.unknown(*at, "notice"))
    elif recipient.notice and recipient.role != "processor":
        href = web_link(recipient.notice)
        cell += (FactText(writer.word("labels", "own-notice"), ".".join((*at, "notice")), href=href),)
    return cell


def _countries(writer: Writer, recipient: Recipient, *at: str) -> Cell:
    """The recipient's country, and those of its sub-processors."""
    cell: Cell = ()
    if recipient.country:
        cell = (writer.country(recipient.country, *at, "country"),)
    elif writer.notice.is_unknown(*at, "country") and not writer.notice.is_unknown(*at):
        cell = (writer.unknown(*at, "country"),)
    below = tuple(
        writer.country(code, *at, "sub-processors", str(index))
        for index, code in enumerate(recipient.sub_processors or ())
    )
    if (*at, "sub-processors") in writer.notice.unknown:
        below = (*below, writer.unknown(*at, "sub-processors"))
    if below:
        cell += (FactText(f"{writer.word('labels', 'sub-processors')}:", after=" "), *writer.phrase(below))
    return cell
