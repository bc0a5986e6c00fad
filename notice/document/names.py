"""The names of purposes and recipients, as links to where their facts are stated."""

from notice import derive
from notice.document.parts import FactText
from notice.document.writer import Writer
from notice.findings import dotted


def purpose_name(writer: Writer, id: str, fact: str = "") -> FactText:
    """The purpose's name, as a link to its entry."""
    name = writer.word("purposes", id, "name", needed_by=("purposes", id))
    return FactText(name, fact, href=f"#purpose-{id}")


def recipient_name(writer: Writer, id: str, *fact: str) -> FactText:
    """The recipient's name, as a link to its row. `controller` is our own."""
    if id == derive.CONTROLLER:
        own = writer.notice.controller.trade_name or writer.notice.controller.name
        return FactText(own, dotted(fact)) if own else writer.unknown(*fact)
    name = writer.word("recipients", id, "name", needed_by=fact)
    return FactText(name, dotted(fact), href=f"#recipient-{id}" if id in writer.derived.recipients else "")
