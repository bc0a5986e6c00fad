"""When and where an entry of a table of law was read, and when it is to be read again."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Source = Literal[
    "adequacy-list",
    "authority-pages",
    "closing-notices",
    "court-texts",
    "edpb-pages",
    "gdpr-text",
    "parliament",
    "reports",
    "statute-book",
    "summaries",
]
"""Where an entry was read; worded in `locales/<language>/messages/law.yaml`."""

Status = Literal["in-force", "to-come", "ended", "proposed", "open"]
"""`to-come` is adopted and not applied yet, `ended` has its successors where there are any, `open` is not confirmed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The source of an entry, the day on which it was read there, and the day of the next review."""

    source: Source
    read: date
    review: date


@dataclass(frozen=True, slots=True)
class Row:
    """An entry of any table, as a reviewer needs it.

    `name` is printed as it is, in every language; `text` is the id of the words that describe it, "" for none.
    `start` and `end` are its own days, None where they were not read. `successors` are ids of the vocabulary's
    recipients, or numbers of acts.
    """

    table: str
    id: str
    name: str
    reading: Reading
    status: Status
    text: str = ""
    start: date | None = None
    end: date | None = None
    successors: tuple[str, ...] = ()
    pending: str = ""
