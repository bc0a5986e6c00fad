"""The notice in one language: ordered sections, every word already found. HTML, PDF and all else start from it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from notice.derive import Derived
from notice.document.automation import automation
from notice.document.changes import changes
from notice.document.complaint import complaint
from notice.document.controller import controller
from notice.document.cookies import cookies
from notice.document.objection import objection
from notice.document.parts import FactText, Section
from notice.document.purposes import purposes
from notice.document.reading_time import minutes
from notice.document.recipients import recipients
from notice.document.rights import rights
from notice.document.safeguards import safeguards
from notice.document.sources import sources
from notice.document.summary import summary
from notice.document.writer import WordPath, Writer
from notice.findings import FactPath
from notice.model.site import Notice
from notice.words import Words

SECTIONS = (
    summary,
    objection,
    controller,
    purposes,
    sources,
    recipients,
    cookies,
    automation,
    safeguards,
    rights,
    complaint,
    changes,
)
"""The sections in reading order, unless the site has an order of its own."""


LONG = 9
"""The reading time in minutes from which a notice has a table of contents."""


@dataclass(frozen=True)
class DocumentInfo:
    """What other pages need to know of one notice in one language: its title, its address, whom it concerns.

    `ui` are the few words around it, by id; `draft` is "" when nothing waits; `minutes` is the time that reading takes;
    `anchors` are the ids of its sections; `example` is the mark of a site whose
    facts are invented, "" for any other.
    """

    notice: str
    language: str
    slug: str
    kind: str
    title: str
    description: str
    controller: str
    date: date | None
    written_date: str
    version: int
    draft: str
    minutes: int
    people: tuple[FactText, ...]
    anchors: tuple[str, ...]
    ui: Mapping[str, str]
    example: str

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


@dataclass(frozen=True)
class Document(DocumentInfo):
    """One notice in one language; `half_known` are the texts that say that a fact is not stated yet."""

    sections: tuple[Section, ...]
    half_known: tuple[str, ...]

    @property
    def has_contents(self) -> bool:
        """Whether the notice is so long that a list of its sections saves time."""
        return self.minutes >= LONG

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


@dataclass(frozen=True)
class ComposedNotice:
    """One notice with its documents by language: all that rendering, typesetting and verification need of it."""

    notice: Notice
    derived: Derived
    documents: Mapping[str, Document]


HALF_KNOWN = ("unknown", "recipients-open", "transfers-open", "right-open")
"""The words under `texts` that say that something is not stated yet."""

UI_WORDS = (
    "contents", "skip", "languages", "all-notices", "pdf", "version", "updated", "article", "reading-time",
    "pdf-page", "pdf-pages", "home", "page", "choose-language", "not-found", "not-found-text", "facts-file",
    "draft-note", "concerns", "find-yourself",
)  # fmt: skip
"""The words around a notice, ids below `ui:`."""

EXAMPLE_WORDS = ("example", "example-note")
"""The words that mark an example site; no other asks for them."""


def compose(notice: Notice, derived: Derived, words: Words) -> Composed:
    """The notice in the language of the words."""
    writer = Writer(notice, derived, words)
    sections = _in_order(tuple(section for make in SECTIONS if (section := make(writer)) is not None), notice)
    controller = notice.controller
    marks = EXAMPLE_WORDS if notice.site.example else ()
    ui = {id: writer.word("ui", id) for id in (*UI_WORDS, *marks)}
    document = Document(
        notice=notice.id,
        language=words.language,
        slug=writer.word("slug"),
        kind=writer.word("ui", "kind"),
        title=writer.word("name"),
        description=writer.word("description"),
        controller=controller.trade_name or controller.name or "",
        date=notice.date,
        written_date=writer.date(notice.date) if notice.date else "",
        version=notice.version,
        draft=writer.word("ui", "draft") if notice.is_draft else "",
        minutes=minutes(sections, words.language),
        people=writer.phrase(writer.each("people", notice.register.people, "people")),
        anchors=tuple(section.id for section in sections),
        ui=ui,
        example=ui.get("example", ""),
        sections=sections,
        half_known=tuple(word for id in HALF_KNOWN if (word := words.find("texts", id))),
    )
    return Composed(document, writer.missing, frozenset(writer.asked))


def _in_order(sections: tuple[Section, ...], notice: Notice) -> tuple[Section, ...]:
    """The sections that the owner's layout names first, after the summary and in its order, then all others."""
    order = ("summary", *((notice.site.layout and notice.site.layout.sections) or ()))
    named = {id: at for at, id in enumerate(order)}
    return tuple(sorted(sections, key=lambda section: named.get(section.id, len(named))))
