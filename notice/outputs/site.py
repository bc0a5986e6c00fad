"""Every file of the site, from its checked documents: pages, PDFs, indexes, style."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from notice.artifacts import Artifact
from notice.document import Document
from notice.languages import language
from notice.model.site import Notice, Site
from notice.outputs import html
from notice.outputs.facts import facts
from notice.outputs.pdf import Paper, pdf
from notice.outputs.templates import environment, template_text

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
) -> list[Artifact]:
    """All artifacts of the site, the pages before the PDFs. `told` hears the path of each as it is made."""
    env = environment(site_templates)
    neighbours = _neighbours(site, compositions)
    mains = [(one, html.main_html(one.document, env)) for one in compositions]
    # The engine lets go of the interpreter's lock while it typesets: the PDFs are made beside the pages.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        papers = [] if html_only else _papers(mains, neighbours, template_text("notice.typ", site_templates), pool)
        made = []
        for artifact in chain(_pages(mains, neighbours, env, site_templates, html_only), (one() for one in papers)):
            told(artifact.path)
            made.append(artifact)
    return made


def _pages(
    mains: list[tuple[Composition, str]],
    neighbours: html.Neighbours,
    env: "jinja2.Environment",
    site_templates: Path | None,
    html_only: bool,
) -> Iterator[Artifact]:
    for one, main in mains:
        yield html.page(one.document, main, neighbours, env, None if html_only else f"{one.document.slug}.pdf")
    for code in neighbours.documents:
        yield html.language_index(code, neighbours, env)
    yield html.language_choice(neighbours, env)
    yield html.not_found(neighbours, env)
    yield html.stylesheet(site_templates)


def _papers(
    mains: list[tuple[Composition, str]], neighbours: html.Neighbours, template: str, pool: Executor
) -> list[Callable[[], Artifact]]:
    """The PDFs under way, in order: each is waited for by calling it."""

    def made(one: Composition, main: str) -> Artifact:
        paper = _paper(one.document, neighbours)
        return Artifact(one.document.pdf_path, pdf(main, paper, facts(one.notice, one.document), template))

    return [pool.submit(made, one, main).result for one, main in mains]


def _neighbours(site: Site, compositions: tuple[Composition, ...]) -> html.Neighbours:
    documents: dict[str, tuple[Document, ...]] = {}
    for code in site.languages or ():
        documents[code] = tuple(one.document for one in compositions if one.document.language == code)
    default = site.default_language or next(iter(documents))
    return html.Neighbours(documents, default, site.address)


def _paper(document: Document, neighbours: html.Neighbours) -> Paper:
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
        draft=document.draft,
        facts_description=document.ui["facts-file"],
    )
