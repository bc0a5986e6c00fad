"""Must the person give the data, and what follows if not: GDPR Art. 13(2)(e)."""

from dataclasses import dataclass

from notice.document.parts import FactText, Section, Table
from notice.document.writer import Writer, purpose_name
from notice.findings import dotted


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
        return (writer.unknown(*fact),), (writer.unknown(*fact),)
    own = writer.maybe("purposes", id, "consequence")
    consequence = own or writer.word("requirements", required, "consequence", needed_by=fact)
    kind = writer.fact("requirements", required, "name", fact=fact)
    return (kind,), (FactText(consequence, dotted((*fact, "consequence"))),)
