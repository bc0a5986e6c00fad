"""B: the finished site. Every section in every language and format, the same facts, every link to its place."""

from collections.abc import Iterator
from urllib.parse import unquote

from notice.findings import dotted
from notice.verify.addresses import file_of, is_outward, parts
from notice.verify.built import Built, Flaw, site_rule
from notice.verify.page import Page
from notice.verify.told import untold_facts

_THIS = ("this fact", "these facts")
_SECTION = "its template in sections/, or templates/main.html, leaves it out"
_KEEP = "say it in an element with `data-fact`, or take your own template away"


@site_rule("B001", "12-1")
def section_missing(built: Built) -> Iterator[Flaw]:
    """Every page exists, with every section of its notice, and none of them is empty.

    Also found: B003, for a fact that stood in the section alone.
    Also found: B005, for the links that led to it.

    Fails without::

        section#retention
    """
    for composed in built.notices:
        for document in composed.documents.values():
            page = built.pages.get(document.page_path)
            if page is None:
                yield Flaw(document.page_path, "The page was not made")
                continue
            for section in document.sections:
                words = page.sections.get(section.id, "").removeprefix(section.title).strip()
                if not words:
                    yield Flaw(page.path, f"The section “{section.id}” is missing or empty", help=_SECTION)


@site_rule("B002", "12-1")
def languages_differ(built: Built) -> Iterator[Flaw]:
    """The pages of one notice state the same facts in every language.

    Also found: B003, for a fact that one page does not state.

    Fails without::

        html[lang="sv"] [data-fact="purposes.orders.basis"]
    """
    for composed in built.notices:
        pages = [built.pages.get(document.page_path) for document in composed.documents.values()]
        read = [page for page in pages if page is not None]
        every = {fact for page in read for fact in page.facts}
        for page in read:
            lacking = sorted(fact for fact in every if not page.facts.get(fact))
            if lacking:
                named = ", ".join(f"`{fact}`" for fact in lacking[:5])
                yield Flaw(
                    page.path,
                    f"The page {page.path} does not state, as another language does: {named}",
                    help=f"a page's template does not tell {_THIS[len(lacking) > 1]}; {_KEEP}",
                    notice=composed.notice,
                    fact=tuple(lacking[0].split(".")),
                )


@site_rule("B003", "12-1")
def fact_untold(built: Built) -> Iterator[Flaw]:
    """Every fact that the owner stated stands on the page.

    Where only one language lacks it, the languages differ as well: B002.

    Fails without::

        [data-fact="purposes.orders.basis"]
    """
    for composed, _, page in built.documents():
        for fact in untold_facts(composed.notice, frozenset(page.facts)):
            yield Flaw(
                page.path,
                f"The fact `{dotted(fact)}` was stated, and the page {page.path} does not tell it",
                help=f"the page's template does not tell {_THIS[False]}; {_KEEP}",
                notice=composed.notice,
                fact=fact,
            )


@site_rule("B004", "12-1")
def language_wrong(built: Built) -> Iterator[Flaw]:
    """A page and a PDF name the language that they are written in; a screen reader speaks by it.

    Fails with::

        html lang="de"
    """
    for _, document, page in built.documents():
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
    for path in built.duplicates:
        yield Flaw(path, f"Two notices want the place `{path}`", help="give each register a slug of its own")


def _leads_somewhere(link: str, page: Page, built: Built) -> bool:
    split = parts(link)
    if split is None:
        return False
    if is_outward(link):
        return True
    if not split.path:
        return not split.fragment or unquote(split.fragment) in page.ids
    target = file_of(link, page.path, built)
    if target in built.elsewhere:
        return not split.fragment or unquote(split.fragment) in built.elsewhere[target]
    found = built.pages.get(target)
    return bool(target) and (not split.fragment or found is None or unquote(split.fragment) in found.ids)


RULES = (
    section_missing,
    languages_differ,
    fact_untold,
    language_wrong,
    link_broken,
    anchor_twice,
    path_taken,
)
