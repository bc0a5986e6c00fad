"""B: no page has a word missing; a draft or an example is marked as one on every page."""

import re
from collections.abc import Iterator

from notice.artifacts import Kind
from notice.document.parts import Document
from notice.findings import Violation
from notice.model.site import Notice
from notice.verify.built import Built, site_rule
from notice.verify.readings import Page

# How the composer shows a missing word: its id in angle brackets.
_MISSING = re.compile(r"⟨[^⟨⟩<>]*⟩")


@site_rule("B010", "12-1")
def word_missing_on_page(built: Built) -> Iterator[Violation]:
    """A page has a word in every place, and no sign of a missing one: its id between ⟨ and ⟩.

    Fails with::

        <p>⟨headings.rights⟩</p>
    """
    for path in built.pages:
        text = built.files[path].body.decode("utf-8", errors="replace")
        for sign in sorted(set(_MISSING.findall(text))):
            yield built.place(path, sign).violation(word=sign.strip("⟨⟩"))


@site_rule("B013", "12-1")
def draft_without_mark(built: Built) -> Iterator[Violation]:
    """A notice in which something is not stated yet is a draft, and says so on its page and every page of its PDF.

    A page that says "not yet stated" therefore has the mark, and the owner is asked for the fact.

    Fails with::

        <p>ei vielä ilmoitettu</p>
    """
    for composed, document, page in built.documents():
        if composed.notice.is_draft:
            yield from _unmarked(document, page, built)
        else:
            yield from _not_waiting(composed.notice, document, page, built)


@site_rule("B014", "12-1")
def example_without_mark(built: Built) -> Iterator[Violation]:
    """A site with `example: yes` says on every page, and on every page of each PDF, that it is an example.

    Its organisation is invented: nobody may take the page for a notice about their own data.

    Fails without::

        .example
    """
    marks = {
        language: document.example
        for language, documents in built.site.documents.items()
        for document in documents
        if document.example
    }
    pages = [built.pages[file.path] for file in built.of_kind(Kind.PAGE)]
    for page in pages if marks else ():
        language = page.path.partition("/")[0]
        wanted = [marks[language]] if language in marks else [*marks.values()]
        if not all(mark and _letters(mark) in _letters(page.example) for mark in wanted):
            yield built.place(page.path, "<main").violation("page", page=page.path)
    for _, document, _ in built.documents():
        if document.example and (numbers := _pages_without(document.example, document, built)):
            yield built.place(document.pdf_path).violation("pdf", numbers=numbers)


def _unmarked(document: Document, page: Page, built: Built) -> Iterator[Violation]:
    """The page and the pages of the PDF of a draft that lack its mark."""
    mark = _letters(document.draft)
    if not mark or mark not in _letters(page.draft):
        yield built.place(page.path, "<main").violation("page")
    if numbers := _pages_without(document.draft, document, built):
        yield built.place(document.pdf_path).violation("pdf", numbers=numbers)


def _pages_without(mark: str, document: Document, built: Built) -> list[int]:
    """The numbers of the PDF's pages without the mark."""
    pdf = built.pdfs.get(document.pdf_path)
    running = enumerate(pdf.running, 1) if pdf else ()
    return [number for number, text in running if _letters(mark) not in _letters(text)]


def _not_waiting(notice: Notice, document: Document, page: Page, built: Built) -> Iterator[Violation]:
    """The texts that call a fact not yet stated, in a notice without such a fact."""
    half_known = set(map(_letters, document.half_known))
    for fact, text in sorted({(fact, text) for fact, text in page.texts if _letters(text) in half_known}):
        if fact:
            place = built.place_of_fact(notice, tuple(fact.split()[0].split(".")), page.path, text)
            yield place.violation("fact-not-waiting", page=page.path, fact=fact, text=text)
        else:
            yield built.place(page.path, text).violation("not-waiting", page=page.path, text=text)


def _letters(text: str) -> str:
    """The text for comparing: without white space and full stops, in small letters."""
    return "".join(text.split()).strip(".").casefold()


RULES = (word_missing_on_page, draft_without_mark, example_without_mark)
