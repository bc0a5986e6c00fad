"""The texts of a section as lines, and the lines of several languages side by side."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from notice.document.parts import Entry, FactText, Flow, Row, Section, Table, Timeline

NOT_TEXT = frozenset({"id", "title", "term", "formerly"})
"""The fields of a section that are no line of their own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a notice in one language: its label, "" for none, its text, and the facts that it states.

    `words` are the words that it is made of, `kind` is what it is: `text`, `row` or `entry`.
    """

    kind: str
    label: str
    text: str
    facts: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """One statement in every language that has it, and the facts that it states."""

    lines: Mapping[str, Line]
    facts: tuple[str, ...]

    @property
    def shown_facts(self) -> tuple[str, ...]:
        """The facts, a list's items as their list."""
        return tuple(dict.fromkeys(re.sub(r"\.\d+$", "", fact) for fact in self.facts))


def lines(section: Section) -> Iterator[Line]:
    """Every statement of a section, in reading order."""
    for field in fields(section):
        if field.name not in NOT_TEXT:
            yield from _lines(getattr(section, field.name))


def aligned(sections: Mapping[str, Section]) -> tuple[Aligned, ...]:
    """The statements of one section in several languages, in the order of the first.

    Statements of the same facts belong together; those of no fact, by their order.
    """
    found: dict[tuple[object, ...], dict[str, Line]] = {}
    for language, section in sections.items():
        seen: Counter[tuple[object, ...]] = Counter()
        for line in lines(section):
            key = (line.kind, bool(line.label), *sorted(line.facts))
            found.setdefault((seen[key], *key), {})[language] = line
            seen[key] += 1
    return tuple(Aligned(by_language, next(iter(by_language.values())).facts) for by_language in found.values())


def _lines(value: object) -> Iterator[Line]:
    if isinstance(value, str):
        if value:
            yield Line("text", "", value, (), (value,))
    elif isinstance(value, FactText):
        yield _line("text", "", (value,))
    elif isinstance(value, Row):
        yield _line("row", value.label, value.values)
    elif isinstance(value, Entry):
        yield _line("entry", value.name.text, (value.text,) if value.text else (), value.name)
        yield from _lines(value.rows)
    elif isinstance(value, Table):
        for head, *cells in value.rows:
            yield _line("entry", _phrase(head), (), *head)
            for name, cell in zip(value.heads[1:], cells, strict=True):
                yield _line("row", name, cell)
    elif isinstance(value, Flow | Timeline):
        yield Line("entry", value.title, value.alternative, (), (value.title, value.alternative))
    elif isinstance(value, tuple):
        for item in value:
            yield from _lines(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _lines(getattr(value, field.name))


def _line(kind: str, label: str, values: tuple[FactText, ...], *named: FactText) -> Line:
    facts = dict.fromkeys(fact for one in (*named, *values) for fact in one.fact.split())
    words = (label, *(one.text for one in (*named, *values)))
    return Line(kind, label, _phrase(values), tuple(facts), words)


def _phrase(values: tuple[FactText, ...]) -> str:
    """Values that are joined as one phrase; others on lines of their own."""
    return "".join(f"{one.text}{one.after or chr(10)}" for one in values).strip()
