"""The small parts that sections are made of; every word already found, no markup yet."""

from dataclasses import dataclass

WordPath = tuple[str, ...]
"""The path of a word in the layers of a language."""


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
"""The cell of a table with nothing to writer: a screen reader takes an empty one for a fault."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, its column heads, and rows whose first cell is the row's head."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the notice with a heading. `id` is its anchor, the same in every language."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Receivers:
    """The recipients of one country, by name; `outside` the EEA their data need a ground for the transfer."""

    country: str
    outside: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlowSection(Section):
    """The parts of the drawing, and the same in `rows` of text.

    `alternative` says what the drawing is, for those who do not see it.
    """

    alternative: str
    sources_label: str
    sources: tuple[str, ...]
    holder_label: str
    holder: str
    receivers_label: str
    receivers: tuple[Receivers, ...]
    outside_label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """Kinds of data that are kept alike: their names, about how many days at the longest, and that in words.

    `open`: for some purpose there is no period but an event or a criterion, so that nobody knows the day beforehand.
    `endless`: for some purpose the keeping never ends, so that no period is the longest.
    """

    data: str
    days: float
    longest: str
    open: bool
    endless: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars, longest first, the ticks of the scale in days and in words, and the same as a table."""

    alternative: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    open_label: str
    table: Table
