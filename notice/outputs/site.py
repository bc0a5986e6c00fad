"""Render every file of a site: those of one notice, and those that the notices share."""

from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

import jinja2

from notice.artifacts import Artifact, Kind
from notice.document.composed import ComposedNotice
from notice.document.parts import Document
from notice.languages import language
from notice.outputs import fragments, pages, web
from notice.outputs.facts import facts
from notice.outputs.pdf import PdfMetadata, pages_of, pdf
from notice.outputs.site_map import SiteMap
from notice.outputs.templates import environment, template_text
from notice.outputs.theme import theme_style


@dataclass(frozen=True)
class Renderer:
    """Renders a site's files; made once for a build.

    `templates` is the folder of the site's own templates, None where it has none. With `pdfs_later` a notice's pages
    link to PDFs that `typeset` makes when they are requested.
    """

    site: SiteMap
    templates: Path | None
    env: jinja2.Environment
    html_only: bool
    fragment_style: str
    pdfs_later: bool = False

    def start(self, composed: ComposedNotice, pool: Executor) -> "Started":
        """Start one notice: render the content of its pages now, and its PDFs in the pool."""
        typesets = not (self.html_only or self.pdfs_later)
        template = template_text("notice.typ", self.templates) if typesets else ""
        parts: list[StartedPart] = []
        for document in composed.documents.values():
            main = pages.main_html(document, self.env)
            stated = facts(composed, document) if self.site.embed or typesets else b""
            typeset = None
            if typesets:
                typeset = pool.submit(pdf, main, metadata(document, self.site), stated, template)
            parts.append(StartedPart(document, main, stated, typeset))
        return Started(composed, tuple(parts))

    def finish(self, started: "Started") -> Iterator[Artifact]:
        """The PDFs, pages and fragments of a started notice."""
        for part in started.parts:
            document, link = part.document, None
            if part.typeset:
                body = part.typeset.result()
                link = pages.PdfLink(f"{document.slug}.pdf", pages_of(body), len(body))
                yield Artifact(document.pdf_path, body, Kind.PDF)
            elif self.pdfs_later:
                link = pages.PdfLink(f"{document.slug}.pdf")
            page = pages.page(document, part.main, self.site, self.env, link)
            yield page
            yield from (pages.copied(page, path) for path in self.site.copies(document))
            if self.site.embed:
                yield fragments.styled(document, part.main, self.site.embed, self.fragment_style)
                yield fragments.plain(document, part.main, self.site.embed)
                yield Artifact(document.facts_path, part.facts, Kind.DATA)

    def typeset(self, composed: ComposedNotice, document: Document) -> Artifact:
        """The PDF of one document."""
        main = pages.main_html(document, self.env)
        template = template_text("notice.typ", self.templates)
        body = pdf(main, metadata(document, self.site), facts(composed, document), template)
        return Artifact(document.pdf_path, body, Kind.PDF)

    def shared(self) -> Iterator[Artifact]:
        """The lists of notices, the files that pages load, and the files for programs."""
        if not self.site.alone:
            for code in self.site.documents:
                yield pages.language_index(code, self.site, self.env)
            yield pages.language_choice(self.site, self.env)
        yield pages.not_found(self.site, self.env)
        yield pages.stylesheet(self.templates)
        if "font.css" in self.site.sheets:
            yield from web.fonts(self.templates)
        if style := theme_style(self.site.theme):
            yield style
        if self.site.logo:
            yield web.logo(self.site.logo)
        yield web.favicon(self.templates)
        yield web.headers()
        yield web.robots(self.site)
        if self.site.are_listed:
            yield web.sitemap(self.site)


@dataclass(frozen=True)
class StartedPart:
    """A document, the content of its page, its facts as JSON, and its PDF once it is typeset.

    `facts` are empty where no file has them.
    """

    document: Document
    main: str
    facts: bytes
    typeset: Future[bytes] | None


@dataclass(frozen=True)
class Started:
    """A started notice, with its document in each language."""

    composed: ComposedNotice
    parts: tuple[StartedPart, ...]


def renderer(
    site: SiteMap,
    templates: Path | None,
    *,
    html_only: bool = False,
    pdfs_later: bool = False,
    env: jinja2.Environment | None = None,
) -> Renderer:
    """The renderer of a site; `env` is the environment of its templates where there is one already."""
    style = fragments.style(site.theme, templates) if site.embed else ""
    return Renderer(site, templates, env or environment(templates), html_only, style, pdfs_later)


def metadata(document: Document, site: SiteMap) -> PdfMetadata:
    """The metadata of the PDF, with its header and footer."""
    version = f"{document.ui['version']} {document.version}"
    address = site.absolute(document.folder)
    return PdfMetadata(
        language=document.language,
        region=language(document.language).region or None,
        title=f"{document.kind}: {document.title}",
        author=document.controller,
        description=document.description,
        keywords=(document.kind,),
        date=document.date,
        header=" · ".join((document.controller, document.title, version)),
        footer=" · ".join(part for part in (document.written_date, address) if part),
        contents=document.ui["contents"] if document.has_contents else "",
        draft="\n".join(mark for mark in (document.example, document.draft) if mark),
        facts_description=document.ui["facts-file"],
        accent=site.theme.accent if site.theme else None,
        logo=site.logo,
    )
