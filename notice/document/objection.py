"""The right to object, in a block of its own: GDPR Art. 21(4) wants it clear and separate from all else."""

from dataclasses import dataclass

from notice import derive
from notice.document.asking import prepared_mail
from notice.document.limits import limit_rows
from notice.document.parts import Entry, Said, Section
from notice.document.purposes import purpose_name
from notice.document.rights import right_title
from notice.document.say import Say
from notice.law.rights import Right


@dataclass(frozen=True, slots=True)
class ObjectionSection(Section):
    """One entry for each way to object that arises: on grounds of one's own situation, and to direct marketing."""

    how: str
    objections: tuple[Entry, ...]


def objection(say: Say) -> ObjectionSection | None:
    """The block, or None where no right to object arises; then the rights section says so, with the reason."""
    held = [one for one in say.derived.rights if one.right.startswith("objection") and one.purposes]
    if not held:
        return None
    entries = tuple(_entry(say, one.right, one.purposes) for one in held)
    return ObjectionSection("objection", say.word("headings", "objection"), say.word("texts", "objection"), entries)


def _entry(say: Say, right: Right, purposes: tuple[str, ...]) -> Entry:
    fact = f"rights.{right}"
    rows = say.row("right-covers", *(purpose_name(say, id) for id in purposes))
    if right == "objection" and any(derive.is_research(say.notice, id) for id in purposes):
        rows += say.row("research", say.said("texts", "objection-research", fact=("rights", right, "research")))
    rows += limit_rows(say, right)
    rows += prepared_mail(say, right)
    text = Said(say.word("rights", right, "text"), fact)
    return Entry(f"right-{right}", Said(right_title(say, right), fact), text, rows)
