"""Pages and PDFs of whole sites have the same facts and words in three languages, read with independent libraries.

The product's own verification is not used here: pages are read with BeautifulSoup, PDFs with PDFium and pikepdf.
"""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from bs4 import BeautifulSoup, Tag
from verify.two_sites import SITES, body, notice_paths

BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, caption, th, td"
NOTICES = [(name, language, page, paper) for name in SITES for language, page, paper in notice_paths(name)]
EACH = pytest.mark.parametrize(
    ("name", "language", "page", "paper"), NOTICES, ids=[f"{n}-{c}" for n, c, _, _ in NOTICES]
)

ROLES = {"h1": "/H1", "h2": "/H2", "h3": "/H3", "table": "/Table", "caption": "/Caption", "td": "/TD"}
"""HTML elements with exactly one element in the structure tree."""


@cache
def main(name: str, page: str) -> Tag:
    """The content of the page, without its table of contents."""
    found = BeautifulSoup(body(name, page), "html.parser").main
    assert found is not None
    for contents in found.select("nav"):
        contents.decompose()
    return found


def squashed(text: str) -> str:
    """The text without white space, hyphens and soft hyphens, which line and page breaks add or remove."""
    return re.sub("[\\s\u00ad\u2010\u2011\u200b\u2060\ufffe\x02-]+", "", unicodedata.normalize("NFKC", text))


def blocks(within: Tag) -> list[str]:
    """The innermost blocks of words in order, each as one squashed text."""
    found = [element for element in within.select(BLOCKS) if not element.select(BLOCKS)]
    return [text for element in found if (text := squashed(element.get_text()))]


@cache
def paper_text(name: str, paper: str) -> str:
    """The text on the pages, in order, without headers and footers."""
    document = pypdfium2.PdfDocument(body(name, paper))
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    number = [re.compile(rf"{at}/{len(pages)}$") for at in range(1, len(pages) + 1)]
    lines = [[number[at].sub("", squashed(line)) for line in page.splitlines()] for at, page in enumerate(pages)]
    often = Counter(line for page in lines for line in set(page))
    running = {line for line, times in often.items() if times >= len(pages) - 1}
    assert running and len(pages) > 3
    return "".join(line for page in lines for line in page if line not in running)


@cache
def structure(name: str, paper: str) -> Counter[str]:
    """The number of elements of each role in the structure tree, without the table of contents."""
    with pikepdf.open(io.BytesIO(body(name, paper))) as pdf:
        return Counter(str(one.S) for one in elements(pdf.Root.StructTreeRoot))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid and str(kid.S) != "/TOC":
            yield kid
            yield from elements(kid)


@EACH
def test_every_block_of_words_of_the_page_is_printed_in_the_pdf(
    name: str, language: str, page: str, paper: str
) -> None:
    texts = blocks(main(name, page))
    assert len(texts) > 150
    printed = paper_text(name, paper)
    assert [text for text in texts if text not in printed] == []


@EACH
def test_the_pdf_has_the_pages_headings_tables_and_cells(name: str, language: str, page: str, paper: str) -> None:
    wanted = Counter({role: len(main(name, page).select(tag)) for tag, role in ROLES.items()})
    found = structure(name, paper)
    heading_of_the_contents = Counter({"/H2": 1})
    assert wanted["/H2"] == 18 and wanted["/TD"] > 20
    assert {role: found[role] for role in wanted} == dict(wanted + heading_of_the_contents)


@EACH
def test_the_pdf_names_its_language_and_the_page_does(name: str, language: str, page: str, paper: str) -> None:
    html = BeautifulSoup(body(name, page), "html.parser").html
    assert html is not None and html["lang"] == language
    with pikepdf.open(io.BytesIO(body(name, paper))) as pdf:
        assert str(pdf.Root.Lang).partition("-")[0] == language


def facts(name: str, page: str) -> dict[str, int]:
    """How often the page states each fact."""
    stated = (str(one["data-fact"]).split() for one in main(name, page).select("[data-fact]"))
    return dict(Counter(fact for paths in stated for fact in paths))


@pytest.mark.parametrize("name", SITES)
def test_three_languages_state_the_same_facts(name: str) -> None:
    stated = {language: facts(name, page) for language, page, _ in notice_paths(name)}
    assert list(stated) == ["fi", "sv", "en"]
    assert len(stated["fi"]) > 80
    assert stated["fi"] == stated["sv"] == stated["en"]


@pytest.mark.parametrize("name", SITES)
def test_three_languages_are_built_alike(name: str) -> None:
    """The same sections, entries, rows and cells in the same order, each with its own anchor."""
    shapes = {
        language: [(one.name, one.get("id")) for one in main(name, page).select("section, article, table, tr, dt, dd")]
        for language, page, _ in notice_paths(name)
    }
    assert len(shapes["fi"]) > 100
    assert shapes["fi"] == shapes["sv"] == shapes["en"]


@pytest.mark.parametrize("name", SITES)
def test_what_is_the_same_in_every_language_is_printed_in_every_pdf(name: str) -> None:
    """Names, numbers and addresses are facts; they are in the PDF of each language."""
    texts: dict[str, dict[str, str]] = {}
    for language, page, _ in notice_paths(name):
        for one in main(name, page).select("[data-fact]"):
            texts.setdefault(str(one["data-fact"]), {})[language] = squashed(one.get_text())
    same = {
        by_language["fi"]
        for by_language in texts.values()
        if len(by_language) == 3 and len(set(by_language.values())) == 1
    }
    assert len(same) > 10
    printed = [paper_text(name, paper) for _, _, paper in notice_paths(name)]
    assert [text for text in same for one in printed if text not in one] == []
