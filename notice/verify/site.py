"""B: the finished site. Every section in every language and format, the same facts, nothing from elsewhere."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from notice.verify.built import Built, Flaw, site_rule
from notice.verify.page import Page
from notice.verify.told import untold_facts


@site_rule("B001", "12-1")
def section_missing(built: Built) -> Iterator[Flaw]:
    """Every page exists, with every section of its notice, and none of them is empty.

    Also found: B003, for a fact that stood in the section alone.
    Also found: B005, for the links that led to it.

    Fails without::

        section#retention
    """
    for case in built.cases:
        for composed in case.composed.values():
            page = built.pages.get(composed.document.page_path)
            if page is None:
                yield Flaw(composed.document.page_path, "The page was not made")
                continue
            for section in composed.document.sections:
                words = page.sections.get(section.id, "").removeprefix(section.title).strip()
                if not words:
                    yield Flaw(page.path, f"The section “{section.id}” is missing or empty")


@site_rule("B002", "12-1")
def languages_differ(built: Built) -> Iterator[Flaw]:
    """The pages of one notice state the same facts in every language.

    Also found: B003, for a fact that one page does not state.

    Fails without::

        html[lang="sv"] [data-fact="purposes.orders.basis"]
    """
    for case in built.cases:
        pages = [built.pages.get(composed.document.page_path) for composed in case.composed.values()]
        read = [page for page in pages if page is not None]
        every = {fact for page in read for fact in page.facts}
        for page in read:
            lacking = sorted(fact for fact in every if not page.facts.get(fact))
            if lacking:
                yield Flaw(page.path, f"The page does not state, as another language does: {', '.join(lacking[:5])}")


@site_rule("B003", "12-1")
def fact_untold(built: Built) -> Iterator[Flaw]:
    """Every fact that the owner stated stands on the page.

    Where only one language lacks it, the languages differ as well: B002.

    Fails without::

        [data-fact="purposes.orders.basis"]
    """
    for case, _, page in built.notices():
        for fact in untold_facts(case.notice, frozenset(page.facts)):
            yield Flaw(page.path, f"The fact `{fact}` was stated, and the page does not tell it")


@site_rule("B004", "12-1")
def language_wrong(built: Built) -> Iterator[Flaw]:
    """A page and a PDF name the language that they are written in; a screen reader speaks by it.

    Fails with::

        html lang="de"
    """
    for _, document, page in built.notices():
        if page.language != document.language:
            yield Flaw(page.path, f"The page says that its language is “{page.language}”", "<html")
        paper = built.papers.get(document.pdf_path)
        if paper and paper.language.split("-")[0] != document.language:
            yield Flaw(document.pdf_path, f"The PDF says that its language is “{paper.language}”")


@site_rule("B005")
def link_broken(built: Built) -> Iterator[Flaw]:
    """Every link within the site leads to a page that exists, and every anchor to a place on it.

    Fails with::

        <p><a href="#nowhere">x</a> <a href="../nothing/">y</a></p>
    """
    for page in built.pages.values():
        for link in dict.fromkeys(page.links):
            if not _leads_somewhere(link, page, built):
                yield Flaw(page.path, f"The link `{link}` leads nowhere", f'href="{link}"')


@site_rule("B006")
def loaded_from_elsewhere(built: Built) -> Iterator[Flaw]:
    """A page loads only files of the site: nobody else learns who reads a privacy notice.

    Fails with::

        <p><span style="background: url(https://example.com/x.png)">x</span></p>
    """
    for page in built.pages.values():
        for load in page.loads:
            if urlsplit(load).scheme or load.startswith("//") or "url(" in load or not _file(load, page, built):
                yield Flaw(page.path, f"The page loads `{load}`, which is no file of the site", load)
    for path, body in built.files.items():
        text = body.decode("utf-8") if path.endswith(".css") else ""
        if "@import" in text or "url(http" in text or "url(//" in text or 'url("http' in text:
            yield Flaw(path, "The style sheet loads something from elsewhere")


@site_rule("B007")
def script_on_page(built: Built) -> Iterator[Flaw]:
    """A page runs no script and holds no form or frame.

    Fails with::

        <p onclick="alert(1)">x</p>
    """
    for page in built.pages.values():
        for script in dict.fromkeys(page.scripts):
            yield Flaw(page.path, f"The page holds `{script}`", script)


@site_rule("B008")
def anchor_twice(built: Built) -> Iterator[Flaw]:
    """An anchor stands once on its page.

    Fails with::

        <p id="rights">x</p>
    """
    for page in built.pages.values():
        for id in sorted({id for id in page.ids if page.ids.count(id) > 1}):
            yield Flaw(page.path, f"The anchor “{id}” stands more than once", f'id="{id}"')


@site_rule("B009")
def path_taken(built: Built) -> Iterator[Flaw]:
    """Every page has a place of its own: no two notices share a slug in one language.

    Fails with::

        the same page again
    """
    for path in built.taken:
        yield Flaw(path, f"Two notices want the place `{path}`", help="give each register a slug of its own")


def _leads_somewhere(link: str, page: Page, built: Built) -> bool:
    parts = urlsplit(link)
    if parts.scheme or link.startswith("//"):
        return True
    if not parts.path:
        return not parts.fragment or unquote(parts.fragment) in page.ids
    target = _file(link, page, built)
    found = built.pages.get(target)
    return bool(target) and (not parts.fragment or found is None or unquote(parts.fragment) in found.ids)


def _file(link: str, page: Page, built: Built) -> str:
    """The file of the site to which a link leads, "" for none. A path from the root is below the site's address."""
    path = unquote(urlsplit(link).path)
    if path.startswith("/"):
        base = urlsplit(built.cases[0].notice.site.address or "").path if built.cases else ""
        path = path.removeprefix(base if base.endswith("/") else f"{base}/")
    else:
        path = normpath(join(dirname(page.path), path)) + ("/" if path.endswith("/") or not path else "")
    path = path.removeprefix("./")
    for candidate in (path, f"{path}index.html" if path.endswith("/") or not path else f"{path}/index.html"):
        if candidate in built.files:
            return candidate
    return ""


RULES = (
    section_missing,
    languages_differ,
    fact_untold,
    language_wrong,
    link_broken,
    loaded_from_elsewhere,
    script_on_page,
    anchor_twice,
    path_taken,
)
