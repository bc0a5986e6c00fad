"""Must the person give the data, and what follows if not: GDPR Art. 13(2)(e)."""

from dataclasses import dataclass

from notice.document.parts import Said, Section, Table
from notice.document.purposes import purpose_name
from notice.document.say import Say
from notice.findings import dotted


@dataclass(frozen=True, slots=True)
class ProvisionSection(Section):
    """A table: each purpose, whether its data must be given, what follows if they are not."""

    table: Table


def provision(say: Say) -> ProvisionSection:
    """The section on whether data must be given."""
    heads = tuple(say.word("labels", label) for label in ("purpose", "required", "consequence"))
    rows = tuple(((purpose_name(say, id),), *_duty(say, id)) for id in say.derived.purposes)
    table = Table(say.word("captions", "provision"), heads, rows)
    return ProvisionSection("provision", say.word("headings", "provision"), table)


def _duty(say: Say, id: str) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """Whether the data must be given, and the consequence: the owner's words for this purpose, else the standard."""
    fact = ("purposes", id, "required")
    required = say.derived.purposes[id].required
    if required is None:
        return (say.unknown(*fact),), (say.unknown(*fact),)
    own = say.maybe("purposes", id, "consequence")
    consequence = own or say.word("requirements", required, "consequence", needed_by=fact)
    kind = say.said("requirements", required, "name", fact=fact)
    return (kind,), (Said(consequence, dotted((*fact, "consequence"))),)
