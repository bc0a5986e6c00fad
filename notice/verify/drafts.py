"""B: nothing half-known is published as final; a draft or an example says so on every page."""

import re
from collections.abc import Iterator

from notice.document import Document
from notice.model.site import Notice
from notice.verify.built import Built, Flaw, site_rule
from notice.verify.page import Page

# How the composer shows a word that no layer has: its id in angle brackets.
_MISSING = re.compile(r"⟨[^⟨⟩<>]*⟩")


@site_rule("B010", "12-1")
def word_missing_on_page(built: Built) -> Iterator[Flaw]:
    """A page has a word in every place; the sign of a missing one, its id between ⟨ and ⟩, stands on no page.

    Fails with::

        <p>⟨headings.rights⟩</p>
    """
    for path in built.pages:
        text = built.files[path].body.decode("utf-8", errors="replace")
        for sign in sorted(set(_MISSING.findall(text))):
            yield Flaw(path, f"The page has a word missing: `{sign}`", sign, "write the word in content/, by this id")


@site_rule("B013", "12-1")
def draft_without_mark(built: Built) -> Iterator[Flaw]:
    """A notice in which something is not stated yet is a draft, and says so on its page and every page of its PDF.

    So whatever says "not yet stated" on a page stands under the mark, and the owner is asked for the fact.

    Fails with::

        <p>ei vielä ilmoitettu</p>
    """
    for composed, document, page in built.documents():
        if composed.notice.is_draft:
            yield from _unmarked(document, page, built)
        else:
            yield from _unasked(composed.notice, document, page)


def _unmarked(document: Document, page: Page, built: Built) -> Iterator[Flaw]:
    """The places of a draft that do not carry its mark."""
    mark = _letters(document.draft)
    if not mark or mark not in _letters(page.draft):
        yield Flaw(
            page.path,
            "The notice waits for facts, and its page does not say that it is a draft",
            "<main",
            'keep the element with class="draft" in templates/main.html',
        )
    if pages := _pages_without(document.draft, document, built):
        yield Flaw(
            document.pdf_path,
            f"The notice waits for facts, and these pages of its PDF do not say that it is a draft: {pages}",
            help="keep the draft mark in templates/notice.typ",
        )


def _pages_without(mark: str, document: Document, built: Built) -> str:
    """The numbers of the pages of the PDF on which the mark does not run, as a list; "" for none."""
    paper = built.papers.get(document.pdf_path)
    running = enumerate(paper.running, 1) if paper else ()
    return ", ".join(str(number) for number, text in running if _letters(mark) not in _letters(text))


@site_rule("B014", "12-1")
def example_without_mark(built: Built) -> Iterator[Flaw]:
    """A site with `example: yes` says on every page, and on every page of each PDF, that it is an example.

    Its organisation is invented: nobody may take the page for a notice about data of her own.

    Fails without::

        .example
    """
    marks = {code: one.example for code, documents in built.site.documents.items() for one in documents if one.example}
    for page in built.pages.values() if marks else ():
        language = page.path.partition("/")[0]
        wanted = [marks[language]] if language in marks else [*marks.values()]
        if not all(mark and _letters(mark) in _letters(page.example) for mark in wanted):
            told = f"The site is an example, and the page {page.path} does not say so"
            yield Flaw(page.path, told, "<main", 'keep the element with class="example" in the template of the page')
    for _, document, _ in built.documents():
        if document.example and (pages := _pages_without(document.example, document, built)):
            told = f"The site is an example, and these pages of its PDF do not say so: {pages}"
            yield Flaw(document.pdf_path, told, help="keep the mark in templates/notice.typ")


def _unasked(notice: Notice, document: Document, page: Page) -> Iterator[Flaw]:
    """What a notice that waits for nothing calls not yet stated."""
    half_known = set(map(_letters, document.half_known))
    told = {(fact, text) for fact, text in page.said if _letters(text) in half_known}
    for fact, text in sorted(told):
        about = f"`{fact}` is" if fact else "something is"
        yield Flaw(
            page.path,
            f"The page {page.path} says that {about} “{text}”, and nothing in the facts waits",
            text,
            "state the fact, or write `unknown` for it: then the notice is a draft",
            notice,
            tuple(fact.split()[0].split(".")) if fact else (),
        )


def _letters(text: str) -> str:
    """The text for comparing: without white space and full stops, in small letters."""
    return "".join(text.split()).strip(".").casefold()


RULES = (word_missing_on_page, draft_without_mark, example_without_mark)
