"""A document and the parts that it is made of, in one language: every word already found, no markup yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from notice.findings import FactPath

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
    """A label with its values."""

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
"""An empty cell of a table: a dash, because a screen reader reports a cell without text as a fault."""


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


@dataclass(frozen=True, slots=True)
class Receivers:
    """The recipients of one country, by name; `outside` the EEA their data need a ground for the transfer."""

    country: str
    outside: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """The drawing of the way of the data; `alternative` says what it shows, for those who do not see it."""

    title: str
    alternative: str
    sources_label: str
    sources: tuple[str, ...]
    holder_label: str
    holder: str
    receivers_label: str
    receivers: tuple[Receivers, ...]
    outside_label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """Kinds of data that are kept alike: their names, about how many days at the longest, and that in words.

    `open`: for some purpose there is no period but an event or a criterion, or another period from another event, so
    that the keeping may last longer. A day instead of a period has no length.
    `endless`: for some purpose the keeping never ends, so that no period is the longest.
    """

    data: str
    days: float
    longest: str
    open: bool
    endless: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing of retention: the bars, longest first, and the ticks of the scale in days and in words."""

    title: str
    alternative: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    open_label: str


LONG = 9
"""The reading time in minutes from which a notice has a table of contents."""


@dataclass(frozen=True)
class DocumentInfo:
    """What other pages need to know of one notice in one language: its title, its address, whom it concerns.

    `ui` are the few words around it, by id; `draft` is "" when nothing waits; `words` and `minutes` are its length;
    `anchors` are the ids of its sections; `publisher` is the controller of the whole site, `controller` the register's
    own; `example` is the mark of a site whose facts are invented, "" for any other.
    """

    notice: str
    language: str
    slug: str
    kind: str
    title: str
    description: str
    controller: str
    publisher: str
    date: date | None
    written_date: str
    version: int
    draft: str
    words: int
    minutes: int
    people: tuple[FactText, ...]
    anchors: tuple[str, ...]
    ui: Mapping[str, str]
    example: str

    @property
    def has_contents(self) -> bool:
        """Whether the notice is so long that a list of its sections saves time."""
        return self.minutes >= LONG

    @property
    def folder(self) -> str:
        """The folder of its page, relative to the site: `fi/asiakasrekisteri/`."""
        return f"{self.language}/{self.slug}/"

    @property
    def page_path(self) -> str:
        """The page's file."""
        return f"{self.folder}index.html"

    @property
    def pdf_path(self) -> str:
        """The PDF's file."""
        return f"{self.folder}{self.slug}.pdf"

    @property
    def fragment_path(self) -> str:
        """The file of the fragment with a style of its own."""
        return f"{self.folder}fragment.html"

    @property
    def plain_path(self) -> str:
        """The file of the plain fragment: without style, class and id."""
        return f"{self.folder}plain.html"

    @property
    def facts_path(self) -> str:
        """The file of the facts as JSON."""
        return f"{self.folder}notice.json"


@dataclass(frozen=True)
class Document(DocumentInfo):
    """One notice in one language; `half_known` are the texts that say that a fact is not stated yet."""

    sections: tuple[Section, ...]
    half_known: tuple[str, ...]

    @property
    def info(self) -> DocumentInfo:
        """The document without its sections."""
        return DocumentInfo(**{one.name: getattr(self, one.name) for one in fields(DocumentInfo)})


@dataclass(frozen=True)
class Composed:
    """A document, with the words that no layer has (each with the fact that needs it) and all that were asked."""

    document: Document
    missing: Mapping[WordPath, FactPath]
    asked: frozenset[WordPath]
