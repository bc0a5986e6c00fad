"""A notice in one language as values: its document, with what composing it found, and what other pages need of it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from notice.derive import Derived
from notice.document.parts import FactText, Section, WordPath
from notice.findings import FactPath
from notice.model.site import Notice


@dataclass(frozen=True)
class DocumentInfo:
    """What other pages need to know of one notice in one language: its title, its address, whom it concerns.

    `ui` are the few words around it, by id; `draft` is "" when nothing waits; `anchors` are the ids of its sections;
    `example` is the mark of a site whose facts are invented, "" for any other.
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
