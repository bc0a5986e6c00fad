"""The right to object, in a block of its own: GDPR Art. 21(4) wants it clear and separate from all else."""

from dataclasses import dataclass

from notice import derive
from notice.document.parts import Entry, FactText, Section
from notice.document.right_rows import limit_rows, right_title
from notice.document.writer import Writer, purpose_name
from notice.law.rights import Right


@dataclass(frozen=True, slots=True)
class ObjectionSection(Section):
    """One entry for each way to object that arises: on grounds of one's own situation, and to direct marketing.

    `contact` leads to the section with the contact details, which `how` names.
    """

    how: str
    contact: FactText
    objections: tuple[Entry, ...]


def objection(writer: Writer) -> ObjectionSection | None:
    """The block, or None where no right to object arises; then the rights section says so, with the reason."""
    held = [one for one in writer.derived.rights if one.right.startswith("objection") and one.purposes]
    if not held:
        return None
    # Objecting to marketing needs no reason: it comes first.
    held.sort(key=lambda one: one.right != "objection-to-marketing")
    entries = tuple(_entry(writer, one.right, one.purposes) for one in held)
    return ObjectionSection(
        "objection",
        writer.word("headings", "objection"),
        writer.word("texts", "objection"),
        FactText(writer.word("headings", "controller"), href="#controller"),
        entries,
        term=writer.word("law-terms", "objection"),
    )


def _entry(writer: Writer, right: Right, purposes: tuple[str, ...]) -> Entry:
    fact = f"rights.{right}"
    rows = writer.row("right-covers", *(purpose_name(writer, id) for id in purposes))
    if right == "objection" and any(derive.is_research(writer.notice, id) for id in purposes):
        rows += writer.row("research", writer.fact("texts", "objection-research", fact=("rights", right, "research")))
    rows += limit_rows(writer, right)
    text = FactText(writer.word("rights", right, "text"), fact)
    return Entry(f"right-{right}", FactText(right_title(writer, right)), text, rows)
