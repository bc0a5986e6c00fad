"""State of the YAML composer, and its types of nodes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from notice.findings import Finding
from notice.yaml.faults import fault
from notice.yaml.sheet import Sheet


class Entry(NamedTuple):
    """One entry of a mapping: where its key begins and ends, and its value."""

    start: int
    end: int
    value: "Node"


class Node(NamedTuple):
    """One value: where it begins and ends, what it holds, how many values that is and how deep they lie."""

    start: int
    end: int
    content: "str | list[Node] | dict[str, Entry] | None"
    size: int = 1
    height: int = 0


@dataclass(slots=True)
class Work:
    """State of the composer of one file; an anchor whose value is not complete yet is None.

    `unused` are the anchors that no alias has repeated yet, by name: where each begins, and where its value ends.
    """

    sheet: Sheet
    events: Iterator[yaml.Event]
    findings: list[Finding]
    anchors: dict[str, Node | None] = field(default_factory=dict)
    unused: dict[str, tuple[int, int]] = field(default_factory=dict)
    aliases: int = 0
    copied: int = 0

    def report(self, code: str, start: int, end: int, message: str = "", **arguments: Any) -> None:
        """Add the finding of a fault after which the reading can go on."""
        self.findings.append(fault(code, self.sheet.span(start, end), message, **arguments))


def bounds(event: yaml.Event) -> tuple[int, int]:
    """Where the parser says that an event begins and ends, as indexes into the text."""
    assert event.start_mark is not None and event.end_mark is not None, "the parser marks every event"
    return event.start_mark.index, event.end_mark.index
