"""Must the person give the data, and what follows if not: GDPR Art. 13(2)(e)."""

from dataclasses import dataclass, replace

from notice.document.parts import FactText, Section, Table
from notice.document.purposes import purpose_name
from notice.document.writer import Writer
from notice.findings import dotted
from notice.model.purpose import OBLIGED, Requirement


@dataclass(frozen=True, slots=True)
class ProvisionSection(Section):
    """A table: each purpose, whether its data must be given, what follows if they are not."""

    table: Table


def provision(writer: Writer) -> ProvisionSection:
    """The section on whether data must be given."""
    heads = tuple(writer.word("labels", label) for label in ("purpose", "required", "consequence"))
    rows = tuple(((purpose_name(writer, id),), *_duty(writer, id)) for id in writer.derived.purposes)
    table = Table(writer.word("captions", "provision"), heads, rows)
    return ProvisionSection("provision", writer.word("headings", "provision"), table)


def _duty(writer: Writer, id: str) -> tuple[tuple[FactText, ...], tuple[FactText, ...]]:
    """Whether the data must be given, and the consequence: the owner's words for this purpose, else the standard."""
    fact = ("purposes", id, "required")
    required = writer.derived.purposes[id].required
    if required is None:
        return (writer.unknown(*fact), *_named(writer, id)), (writer.unknown(*fact),)
    own = writer.maybe("purposes", id, "consequence")
    consequence = own or writer.word("requirements", required, "consequence", needed_by=fact)
    return _required(writer, id, required), (FactText(consequence, dotted((*fact, "consequence"))),)


def _required(writer: Writer, id: str, required: Requirement) -> tuple[FactText, ...]:
    """What must be given: the data by name where they are stated, else one answer for them all."""
    fact, purpose = ("purposes", id, "required"), writer.derived.purposes[id]
    named = _named(writer, id)
    if not named or required not in OBLIGED:
        return (writer.fact("requirements", required, "name", fact=fact),)
    label = writer.word("requirements", required, "data", needed_by=fact)
    first = replace(named[0], text=f"{label}: {named[0].text}", fact=f"{dotted(fact)} {named[0].fact}")
    rest = purpose.required_data and set(purpose.data or ()) - set(purpose.required_data)
    return (first, *named[1:], *((FactText(writer.word("texts", "rest-voluntary")),) if rest else ()))


def _named(writer: Writer, id: str) -> tuple[FactText, ...]:
    """The data that must be given, joined as a list; none where they are not named."""
    at = ("purposes", id, "required-data")
    return writer.phrase(writer.each("data", writer.derived.purposes[id].required_data, *at))
