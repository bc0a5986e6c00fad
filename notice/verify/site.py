"""B: the finished site: sections, languages, facts, links and addresses."""

from collections.abc import Iterator
from urllib.parse import unquote

from notice.findings import Violation, dotted
from notice.links.loads import is_outward, parts
from notice.verify.built import Built, site_rule
from notice.verify.coverage import facts_not_shown
from notice.verify.readings import Page

MOST = 5
"""The most facts listed in one finding."""


@site_rule("B001", "12-1")
def section_missing(built: Built) -> Iterator[Violation]:
    """Every page exists, with every section of its notice, and none of them is empty.

    Also found: B003, for a fact that was in the section alone.
    Also found: B005, for the links that led to it.

    Fails without::

        section#recipients
    """
    for composed in built.notices:
        for document in composed.documents.values():
            for path in built.site.pages_of(document):
                page = built.pages.get(path)
                if page is None:
                    yield built.place(path).violation("no-page", page=path)
                    continue
                for section in document.sections:
                    words = page.sections.get(section.id, "").removeprefix(section.title).strip()
                    if not words:
                        yield built.place(path).violation("no-section", section=section.id)


@site_rule("B002", "12-1")
def languages_differ(built: Built) -> Iterator[Violation]:
    """The pages of one notice state the same facts in every language.

    Also found: B003, for a fact that one page does not state.

    Fails without::

        html[lang="sv"] [data-fact="purposes.orders.basis"]
    """
    for composed in built.notices:
        paths = [document.page_path for document in composed.documents.values()]
        pages = [built.pages[path] for path in paths if path in built.pages]
        facts = {fact for page in pages for fact in page.facts}
        for page in pages:
            missing = sorted(fact for fact in facts if not page.facts.get(fact))
            if missing:
                place = built.place_of_fact(composed.notice, tuple(missing[0].split(".")), page.path)
                yield place.violation(page=page.path, facts=missing[:MOST])


@site_rule("B003", "12-1")
def fact_untold(built: Built) -> Iterator[Violation]:
    """Every fact that the owner stated is on the page.

    Where only one language lacks it, the languages differ as well: B002.

    Fails without::

        [data-fact="purposes.orders.basis"]
    """
    for composed, _, page in built.documents():
        for fact in facts_not_shown(composed.notice, frozenset(page.facts)):
            place = built.place_of_fact(composed.notice, fact, page.path)
            yield place.violation(page=page.path, fact=dotted(fact))


@site_rule("B004", "12-1")
def language_wrong(built: Built) -> Iterator[Violation]:
    """A page and a PDF name the language that they are written in; a screen reader speaks by it.

    Fails with::

        html lang="de"
    """
    for _, document, page in built.documents():
        if page.language != document.language:
            place = built.place(page.path, "<html")
            yield place.violation("page", language=page.language, wanted=document.language)
        pdf = built.pdfs.get(document.pdf_path)
        if pdf and pdf.language.split("-")[0] != document.language:
            place = built.place(document.pdf_path)
            yield place.violation("pdf", language=pdf.language, wanted=document.language)


@site_rule("B005")
def link_broken(built: Built) -> Iterator[Violation]:
    """Every link within the site leads to a page that exists, and every anchor to a place on it.

    A path from the root that is not below the site's own address leads to another part of the owner's website, which
    is not checked.

    Fails with::

        <p><a href="#nowhere">x</a> <a href="../nothing/">y</a></p>
    """
    for page in built.pages.values():
        for link in dict.fromkeys(page.links):
            if not _leads_somewhere(link, page, built):
                yield built.place(page.path, f'href="{link}"').violation(link=link)


@site_rule("B008")
def anchor_twice(built: Built) -> Iterator[Violation]:
    """An anchor is on its page once.

    Fails with::

        <p id="rights">x</p>
    """
    for page in built.pages.values():
        for id in sorted({id for id in page.ids if page.ids.count(id) > 1}):
            yield built.place(page.path, f'id="{id}"').violation(anchor=id)


@site_rule("B009")
def path_taken(built: Built) -> Iterator[Violation]:
    """Every page has a path of its own: no two notices share a slug in one language.

    Fails with::

        the same page again
    """
    for path in built.duplicates:
        yield built.place(path).violation(path=path)


def _leads_somewhere(link: str, page: Page, built: Built) -> bool:
    split = parts(link)
    if split is None:
        return False
    if is_outward(link) or _is_beside(split.path, built):
        return True
    if not split.path:
        return not split.fragment or unquote(split.fragment) in page.ids
    target = built.file_at(link, page.path)
    if target in built.elsewhere:
        return not split.fragment or unquote(split.fragment) in built.elsewhere[target]
    other = built.pages.get(target)
    return bool(target) and (not split.fragment or other is None or unquote(split.fragment) in other.ids)


def _is_beside(path: str, built: Built) -> bool:
    """Whether a path from the root leads to the host on which the site is published, and not into the site."""
    own = parts(built.site.address or "")
    base = own.path.rstrip("/") if own else ""
    return bool(base) and path.startswith("/") and not f"{path}/".startswith(f"{base}/")


RULES = (
    section_missing,
    languages_differ,
    fact_untold,
    language_wrong,
    link_broken,
    anchor_twice,
    path_taken,
)
