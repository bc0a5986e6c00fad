"""The small parts that sections are made of; every word already found, no markup yet."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FactText:
    """Words that state one fact.

    `fact` is the dotted path of the fact they state, or several with spaces between ("" for none); `lang` the
    language of the words where it is another than the notice's; `href` where a reader can follow them; `after`
    what joins them to the next words of a phrase (`, ` or ` and `), "" at its end and for words that stand alone.
    """

    text: str
    fact: str = ""
    lang: str = ""
    href: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what stands after it: one thing, or a list of them."""

    label: str
    values: tuple[FactText, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of many: a purpose, a recipient, a source. `text` is Markdown, "" for none; `id` is its anchor."""

    id: str
    name: FactText
    text: FactText | None
    rows: tuple[Row, ...]


Cell = tuple[FactText, ...]

NOTHING: Cell = (FactText("–"),)
"""The cell of a table with nothing to say: a screen reader takes an empty one for a fault."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its column heads, and rows whose first cell is the row's head. `anchors` are the rows' ids, if any."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the notice with a heading. `id` is its anchor, the same in every language.

    `term` is the law's own term for what the heading asks, "" where it needs none.
    `formerly` are the anchors of sections whose facts are stated here now: links from outside still lead to them.
    """

    id: str
    title: str
    term: str = field(default="", kw_only=True)
    formerly: tuple[str, ...] = field(default=(), kw_only=True)
