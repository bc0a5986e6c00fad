"""A finished site, read back, and the rules over it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from notice.artifacts import Artifact, Kind
from notice.document.composed import ComposedNotice
from notice.document.parts import Document
from notice.findings import FactPath, Finding, Level, Span, Violation, texts
from notice.law.citations import cited
from notice.links.loads import parts
from notice.model.site import Notice
from notice.outputs.site_map import SiteMap
from notice.rules.rule import Rule, page_of
from notice.verify.readings import Block, Page, PdfReading

Anchors = Mapping[str, frozenset[str]]
"""Files by path, each with the anchors that links may target."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a finding: a span of a finished file, or the owner's line that states the `fact`."""

    span: Span
    fact: FactPath = ()

    def violation(self, message: str = "", **arguments: object) -> Violation:
        """A violation at the place; `message` is the key of one of the rule's messages, "" for its only one."""
        return Violation(self.fact, message, texts(arguments), self.span)


@dataclass(frozen=True)
class Built:
    """Finished files by path, and the notices from which they were made.

    It is one notice's part of a site, or the part that the notices share. `elsewhere` are the paths of the site's
    other files, each with the anchors that links may target.
    """

    files: Mapping[str, Artifact]
    site: SiteMap
    notices: tuple[ComposedNotice, ...] = ()
    elsewhere: Anchors = field(default_factory=dict)
    duplicates: tuple[str, ...] = ()

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page by its path, fragments among them."""
        return self._read_as_pages(Kind.PAGE) | self._read_as_pages(Kind.FRAGMENT)

    @cached_property
    def drawings(self) -> dict[str, Page]:
        """Every drawing and other XML by its path, parsed like a page, as browsers do."""
        return self._read_as_pages(Kind.XML)

    @cached_property
    def pdfs(self) -> dict[str, PdfReading]:
        """Every PDF by its path."""
        files = self.of_kind(Kind.PDF)
        if not files:
            return {}
        # Here: a build without PDFs loads no reader of them.
        from notice.verify.structure import read_structure

        return {file.path: read_structure(file.body) for file in files}

    def of_kind(self, kind: Kind) -> tuple[Artifact, ...]:
        """The files of a kind."""
        return tuple(file for file in self.files.values() if file.kind is kind)

    def documents(self) -> Iterator[tuple[ComposedNotice, Document, Page]]:
        """Every notice in every language, with each page that shows it; rule B001 finds one without a page."""
        for composed in self.notices:
            for document in composed.documents.values():
                for path in self.site.pages_of(document):
                    page = self.pages.get(path)
                    if page is not None:
                        yield composed, document, page

    def blocks(self, document: Document) -> list[Block]:
        """The words of a document's page."""
        _, page_blocks = _readers_of_html()
        return page_blocks(self.pages[document.page_path].main, document.language)

    def place(self, path: str, look_for: str = "") -> Place:
        """The first occurrence of a text in a file; the file's first line where there is none."""
        file = self.files.get(path)
        text = file.body.decode("utf-8", errors="replace") if file and look_for else ""
        at = text.find(look_for) if look_for else -1
        if at < 0:
            return Place(Span(path))
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        return Place(Span(path, line, column, line, column + len(look_for)))

    def place_of_fact(self, notice: Notice, fact: FactPath, path: str, look_for: str = "") -> Place:
        """The owner's line that states a fact or contains it; else the text's place in the finished file."""
        for length in range(len(fact), 0, -1):
            if fact[:length] in notice.spans:
                return Place(notice.spans[fact[:length]], fact)
        return self.place(path, look_for)

    def file_at(self, address: str, from_path: str) -> str:
        """The file that an address within the site targets, "" for none; a path from the root is below the site's."""
        split = parts(address)
        if split is None:
            return ""
        path = unquote(split.path)
        if path.startswith("/"):
            own = parts(self.site.address or "")
            base = own.path if own else ""
            path = path.removeprefix(base if base.endswith("/") else f"{base}/")
        else:
            path = normpath(join(dirname(from_path), path)) + ("/" if path.endswith("/") or not path else "")
        path = path.removeprefix("./")
        for candidate in (path, f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html"):
            if candidate in self.files or candidate in self.elsewhere:
                return candidate
        return ""

    def _read_as_pages(self, kind: Kind) -> dict[str, Page]:
        read_page, _ = _readers_of_html()
        return {file.path: read_page(file.path, file.body) for file in self.of_kind(kind)}


def _readers_of_html() -> tuple[Callable[[str, bytes], Page], Callable[[str, str], list[Block]]]:
    # Here: the list of all rules loads no reader of HTML.
    from notice.verify.page import page_blocks, read_page

    return read_page, page_blocks


Look = Callable[[Built], Iterator[Violation]]


@dataclass(frozen=True)
class SiteRule(Rule):
    """A rule over the finished site."""

    look: Look | None = None

    def flaws(self, built: Built) -> Iterator[Finding]:
        """The rule's findings in the site."""
        for violation in self.look(built) if self.look else ():
            yield self.finding_of(violation)


def site_rule(code: str, *cites: str, level: Level = Level.ERROR) -> Callable[[Look], SiteRule]:
    """Turn the decorated function into a rule over the finished site."""

    def made(look: Look) -> SiteRule:
        name = look.__name__.replace("_", "-")
        return SiteRule(code, name, level, cited(cites), page_of(look), look=look)

    return made


def stated_on_page(
    code: str, fact: str, *cites: str, level: Level = Level.ERROR
) -> Callable[[Callable[[], None]], SiteRule]:
    """Make a rule that every page states the fact; the decorated function has its name and the text of its page.

    A heading alone does not state it.
    """

    def look(built: Built) -> Iterator[Violation]:
        for _, _, page in built.documents():
            if page.facts.get(fact, "") == page.headed.get(fact, ""):
                yield built.place(page.path).violation()

    def made(documented: Callable[[], None]) -> SiteRule:
        page = f'{page_of(documented)}\n\nFails without::\n\n    [data-fact="{fact}"]'
        return SiteRule(code, documented.__name__.replace("_", "-"), level, cited(cites), page, look=look)

    return made
