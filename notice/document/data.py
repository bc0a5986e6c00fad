"""Which data, of whom: GDPR Art. 14(1)(d); for Art. 13 it is what the person needs to understand the rest."""

from dataclasses import dataclass

from notice.document.parts import FactText, Section, Table
from notice.document.writer import Writer, purpose_name
from notice.model.vocabulary import DataCategory


@dataclass(frozen=True, slots=True)
class DataSection(Section):
    """The people, and a table of the categories of data with the purposes that use each."""

    people_label: str
    people: tuple[FactText, ...]
    table: Table


def data(writer: Writer) -> DataSection:
    """The section on the people and the data."""
    rows = tuple(
        ((FactText(_category(writer, id)),), writer.phrase(purpose_name(writer, purpose) for purpose in used))
        for id, used in writer.derived.data_used.items()
    )
    heads = (writer.word("labels", "data"), writer.word("labels", "purposes"))
    return DataSection(
        id="data",
        title=writer.word("headings", "data"),
        people_label=writer.word("labels", "people"),
        people=writer.phrase(writer.each("people", writer.notice.register.people, "people")),
        table=Table(writer.word("captions", "data"), heads, rows),
    )


def _category(writer: Writer, id: str) -> str:
    """The category's name, marked where the law protects it more than other data: GDPR Arts 9, 10, 87."""
    name = writer.word("data", id, "name")
    known = writer.notice.vocabulary.data.get(id, DataCategory())
    marks = [mark for mark in ("special", "criminal") if getattr(known, mark)]
    return f"{name} ({writer.word('data-marks', marks[0])})" if marks else name
