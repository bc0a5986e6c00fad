"""The lengths of time in a retention, each with the event from which it runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from notice.model.cursor import Cursor
from notice.model.fields import Duration
from notice.model.keys import KEEP, LATEST
from notice.model.purpose import OtherEvent, Retention

Kind = Literal["period", "then-within", "at-latest"]


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time, the event from which it runs, and the second event beside it.

    `period` lasts as long as it says; after `then-within` and `at-latest` the data are gone, and may be so earlier.
    """

    kind: Kind
    length: Cursor[Duration]
    start: Cursor[str]
    other: OtherEvent | None = None

    @property
    def starts(self) -> tuple[str, ...]:
        """The events from which it may run."""
        events = (self.start.value, self.other.event if self.other else None)
        return tuple(event for event in events if event)


def terms(keep: Cursor[Retention]) -> Iterator[Term]:
    """Every length of time of a retention that has a start."""
    latest = keep[KEEP.at_latest]
    every = (
        Term("period", keep[KEEP.period], keep[KEEP.after], keep.facts.or_),
        Term("then-within", keep[KEEP.then_within], keep[KEEP.until], keep.facts.or_),
        Term("at-latest", latest[LATEST.period], latest[LATEST.after]),
    )
    yield from (term for term in every if term.length.value and term.start.value)
