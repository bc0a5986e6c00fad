"""A whole finished site, read again, and what a rule over it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from notice.artifacts import Artifact, Kind
from notice.document import ComposedNotice, Document
from notice.findings import FactPath, Finding, Level, Span
from notice.law.citations import cited
from notice.model.site import Notice
from notice.outputs.site_map import SiteMap
from notice.rules.rule import Rule, page_of
from notice.verify.page import Page, read_page
from notice.verify.structure import PdfReading, read_structure

Anchors = Mapping[str, frozenset[str]]
"""Files by path, each with the anchors to which a link may lead."""


@dataclass(frozen=True)
class Built:
    """Finished files by path, and the notices from which they were made.

    It is one notice's part of a site, or the part that the notices share. `elsewhere` are the paths of the site's
    other files, each with the anchors to which a link may lead.
    """

    files: Mapping[str, Artifact]
    site: SiteMap
    notices: tuple[ComposedNotice, ...] = ()
    elsewhere: Anchors = field(default_factory=dict)
    duplicates: tuple[str, ...] = ()

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page by its path."""
        return {file.path: read_page(file.path, file.body) for file in self._of(Kind.PAGE)}

    @cached_property
    def papers(self) -> dict[str, PdfReading]:
        """Every PDF by its path."""
        return {file.path: read_structure(file.body) for file in self._of(Kind.PDF)}

    def _of(self, kind: Kind) -> Iterator[Artifact]:
        return (file for file in self.files.values() if file.kind is kind)

    def documents(self) -> Iterator[tuple[ComposedNotice, Document, Page]]:
        """Every notice in every language, with its page; one that has no page is B001's."""
        for composed in self.notices:
            for document in composed.documents.values():
                page = self.pages.get(document.page_path)
                if page is not None:
                    yield composed, document, page


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong in a finished file: the file, a sentence, and the text to look for in it.

    Where a fact of a `notice` is the matter, the finding stands at the owner's own line.
    """

    file: str
    message: str
    look_for: str = ""
    help: str = ""
    notice: Notice | None = None
    fact: FactPath = ()


Look = Callable[[Built], Iterator[Flaw]]


@dataclass(frozen=True)
class SiteRule(Rule):
    """A rule over the finished site."""

    look: Look | None = None

    def flaws(self, built: Built) -> Iterator[Finding]:
        """The rule's findings in the site; their places are lines of the built files."""
        for flaw in self.look(built) if self.look else ():
            yield self.finding(_span(flaw, built), flaw.message, help=flaw.help)


def site_rule(code: str, *cites: str, level: Level = Level.ERROR) -> Callable[[Look], SiteRule]:
    """Makes a rule over the finished site of the function below."""

    def made(look: Look) -> SiteRule:
        name = look.__name__.replace("_", "-")
        return SiteRule(code, name, level, cited(cites), page_of(look), look=look)

    return made


def _span(flaw: Flaw, site: Built) -> Span:
    """Where the owner states the fact; else where the text stands in the file, or its first line, as in any PDF."""
    own = flaw.notice.spans if flaw.notice else {}
    for length in range(len(flaw.fact), 0, -1):
        if flaw.fact[:length] in own:
            return own[flaw.fact[:length]]
    file = site.files.get(flaw.file)
    text = file.body.decode("utf-8", errors="replace") if file and flaw.look_for else ""
    at = text.find(flaw.look_for) if flaw.look_for else -1
    if at < 0:
        return Span(flaw.file)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Span(flaw.file, line, column, line, column + len(flaw.look_for))
