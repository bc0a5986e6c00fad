"""Which data, of whom: GDPR Art. 14(1)(d); for Art. 13 it is what the person needs to understand the rest."""

from dataclasses import dataclass

from notice.document.parts import Said, Section, Table
from notice.document.purposes import purpose_name
from notice.document.say import Say
from notice.model.vocabulary import DataCategory


@dataclass(frozen=True, slots=True)
class DataSection(Section):
    """The people, and a table of the categories of data with the purposes that use each."""

    people_label: str
    people: tuple[Said, ...]
    table: Table


def data(say: Say) -> DataSection:
    """The section on the people and the data."""
    rows = tuple(
        ((Said(_category(say, id)),), say.phrase(purpose_name(say, purpose) for purpose in used))
        for id, used in say.derived.data_used.items()
    )
    heads = (say.word("labels", "data"), say.word("labels", "purposes"))
    return DataSection(
        id="data",
        title=say.word("headings", "data"),
        people_label=say.word("labels", "people"),
        people=say.phrase(say.each("people", say.notice.register.people, "people")),
        table=Table(say.word("captions", "data"), heads, rows),
    )


def _category(say: Say, id: str) -> str:
    """The category's name, marked where the law protects it more than other data: GDPR Arts 9, 10, 87."""
    name = say.word("data", id, "name")
    known = say.notice.vocabulary.data.get(id, DataCategory())
    marks = [mark for mark in ("special", "criminal") if getattr(known, mark)]
    return f"{name} ({say.word('data-marks', marks[0])})" if marks else name
