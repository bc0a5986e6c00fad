"""Every file of the site, from its checked documents: pages, PDFs, indexes, style."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from notice.artifacts import Artifact
from notice.document import Document
from notice.languages import language
from notice.load.logo import Logo
from notice.model.site import Notice, Site
from notice.model.theme import Theme
from notice.outputs import html, web
from notice.outputs.facts import facts
from notice.outputs.pdf import Paper, pages_of, pdf
from notice.outputs.templates import environment, template_text
from notice.outputs.theme import theme_style

if TYPE_CHECKING:
    import jinja2


@dataclass(frozen=True)
class Composition:
    """One notice in one language, ready to be shown."""

    notice: Notice
    document: Document


def render(
    site: Site,
    compositions: tuple[Composition, ...],
    site_templates: Path | None,
    *,
    html_only: bool,
    told: Callable[[str], None] = lambda _: None,
    logo: Logo | None = None,
) -> list[Artifact]:
    """All artifacts of the site, the PDFs first. `told` hears the path of each as it is made."""
    env = environment(site_templates)
    neighbours = _neighbours(site, compositions, logo)
    mains = [(one, html.main_html(one.document, env)) for one in compositions]
    made: list[Artifact] = []

    def keep(artifacts: Iterable[Artifact]) -> None:
        for artifact in artifacts:
            told(artifact.path)
            made.append(artifact)

    if not html_only:
        keep(_papers(mains, neighbours, site, template_text("notice.typ", site_templates)))
    papers = {one.path: one.body for one in made}
    keep(_pages(mains, neighbours, env, papers))
    keep(_others(neighbours, site, site_templates))
    return made


def _pages(
    mains: list[tuple[Composition, str]],
    neighbours: html.Neighbours,
    env: "jinja2.Environment",
    papers: Mapping[str, bytes],
) -> Iterator[Artifact]:
    """Every page; `papers` are the PDFs by path, whose size a page tells."""
    for one, main in mains:
        body = papers.get(one.document.pdf_path)
        link = html.PaperLink(f"{one.document.slug}.pdf", pages_of(body), len(body)) if body else None
        yield html.page(one.document, main, neighbours, env, link)
    for code in neighbours.documents:
        yield html.language_index(code, neighbours, env)
    yield html.language_choice(neighbours, env)
    yield html.not_found(neighbours, env)


def _others(neighbours: html.Neighbours, site: Site, site_templates: Path | None) -> Iterator[Artifact]:
    """What the pages load, and what machines read."""
    yield html.stylesheet(site_templates)
    if "font.css" in neighbours.sheets:
        yield from web.fonts(site_templates)
    if style := theme_style(site.theme):
        yield style
    if neighbours.logo:
        yield Artifact(neighbours.logo.name, neighbours.logo.body)
    yield web.favicon(site_templates)
    yield web.headers()
    yield web.robots(neighbours)
    if neighbours.are_listed:
        yield web.sitemap(neighbours)


def _papers(
    mains: list[tuple[Composition, str]], neighbours: html.Neighbours, site: Site, template: str
) -> Iterator[Artifact]:
    """The PDFs, in order, made side by side: the engine lets go of the interpreter's lock while it typesets."""

    def made(one: Composition, main: str) -> Artifact:
        paper = _paper(one.document, neighbours, site.theme)
        return Artifact(one.document.pdf_path, pdf(main, paper, facts(one.notice, one.document), template))

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        try:
            yield from (under_way.result() for under_way in [pool.submit(made, one, main) for one, main in mains])
        finally:
            pool.shutdown(cancel_futures=True)  # after an interrupt or a fault, those that wait are not begun


def _neighbours(site: Site, compositions: tuple[Composition, ...], logo: Logo | None) -> html.Neighbours:
    documents: dict[str, tuple[Document, ...]] = {}
    for code in site.languages or ():
        documents[code] = tuple(one.document for one in compositions if one.document.language == code)
    default = site.default_language or next(iter(documents))
    own_font = site.theme is None or site.theme.font != "system"
    sheets = (*(("font.css",) if own_font else ()), "style.css", *(("theme.css",) if theme_style(site.theme) else ()))
    return html.Neighbours(documents, default, site.address, sheets, logo)


def _paper(document: Document, neighbours: html.Neighbours, theme: Theme | None) -> Paper:
    """What runs on every page of the PDF, and what it says of itself."""
    version = f"{document.ui['version']} {document.version}"
    address = neighbours.absolute(document.folder)
    return Paper(
        language=document.language,
        region=language(document.language).region or None,
        title=f"{document.kind}: {document.title}",
        author=document.controller,
        description=document.description,
        keywords=(document.kind,),
        date=document.date,
        header=" · ".join((document.controller, document.title, version)),
        footer=" · ".join(part for part in (document.written_date, address) if part),
        contents=document.ui["contents"],
        draft="\n".join(mark for mark in (document.example, document.draft) if mark),
        facts_description=document.ui["facts-file"],
        accent=theme.accent if theme else None,
        logo=neighbours.logo,
    )
