"""The review has every statement of a notice in each language beside the others, as a page and as a Word document."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag
from click.testing import CliRunner, Result
from docx import Document
from docx.enum.section import WD_ORIENT
from judges.browser import served
from judges.fixtures import Visitor
from rules.overlay import BASE

from notice.cli import main
from notice.derive import derive
from notice.document import SECTIONS, compose
from notice.document.parts import FactText, Row
from notice.document.safeguards import SafeguardsSection
from notice.document.summary import SummarySection
from notice.languages import LANGUAGES
from notice.load import load
from notice.review.lines import aligned, lines
from notice.review.provisions import SECTION_PROVISIONS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OWN = "We tell you within two weeks what we did."


def run(*arguments: object, language: str = "en") -> Result:
    line = [*map(str, arguments), "--language", language]
    return CliRunner().invoke(main, line, catch_exceptions=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A complete site in which one standard word is replaced."""
    folder = tmp_path_factory.mktemp("review") / "site"
    copytree(BASE, folder)
    own = folder / "content/en/site.yaml"
    assert not own.exists()
    own.write_text(f'texts: {{rights-month: "{OWN}"}}\n', encoding="utf-8")
    assert run("review", folder).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def page(site: Path) -> BeautifulSoup:
    (file,) = (site / "review").glob("*.html")
    return BeautifulSoup(file.read_bytes(), "html.parser")


@pytest.fixture(scope="module")
def word(site: Path) -> bytes:
    (file,) = (site / "review").glob("*.docx")
    return file.read_bytes()


def only(page: Tag, selector: str) -> Tag:
    """The first element that matches."""
    found = page.select_one(selector)
    assert found is not None, selector
    return found


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_every_statement_is_there_in_every_language(site: Path, page: BeautifulSoup, word: bytes) -> None:
    (notice,) = (loaded := load(site)).notices
    tables = Document(BytesIO(word)).tables
    in_word = squeezed("\n".join(cell.text for table in tables for row in table.rows for cell in row.cells))
    in_page = squeezed(page.get_text("\n"))
    count = 0
    for language in LANGUAGES:
        for section in compose(notice, derive(notice), loaded.words[notice.id, language]).document.sections:
            for line in lines(section):
                count += 1
                for text in filter(None, (line.label, *line.text.split("\n"))):
                    assert squeezed(text) in in_page and squeezed(text) in in_word
    assert count > 3 * 80


def test_the_languages_of_a_statement_are_beside_each_other(site: Path) -> None:
    (notice,) = (loaded := load(site)).notices
    documents = [compose(notice, derive(notice), loaded.words[notice.id, one]).document for one in LANGUAGES]
    for sections in zip(*(document.sections for document in documents), strict=True):
        for row in aligned(dict(zip(LANGUAGES, sections, strict=True))):
            assert list(row.lines) == list(LANGUAGES)
            assert len({tuple(sorted(line.facts)) for line in row.lines.values()}) == 1


def test_statements_belong_together_by_their_facts_not_by_their_order() -> None:
    """A list may be in the order of each language's alphabet, and a language may lack a statement."""
    joined = (FactText("yksi", "data.0", after=" ja "), FactText("kaksi", "data.1"))
    finnish = SafeguardsSection("safeguards", "Suojaus", (*joined, FactText("kolme", "data.2"), FactText("huom")))
    english = SafeguardsSection(
        "safeguards", "Safeguards", (FactText("two", "data.1"), FactText("note"), FactText("one", "data.0"))
    )
    found = aligned({"fi": finnish, "en": english})
    assert [{code: line.text for code, line in row.lines.items()} for row in found] == [
        {"fi": "yksi ja", "en": "one"},
        {"fi": "kaksi", "en": "two"},
        {"fi": "kolme"},
        {"fi": "huom", "en": "note"},
    ]
    rows = [Row("a", (FactText("x", one), FactText("y", other))) for one, other in (("p", "q"), ("q", "p"))]
    summaries = {code: SummarySection("summary", "", (row,)) for code, row in zip(("fi", "en"), rows, strict=True)}
    assert len(aligned(summaries)) == 1


def test_each_section_names_the_provisions_and_each_statement_its_facts(page: BeautifulSoup) -> None:
    for section in page.find_all("section"):
        law = only(section, "p").text
        assert "GDPR Article" in law or "917/2014" in law, section["aria-labelledby"]
    facts = [squeezed(cell.get_text("")) for cell in page.select("th.fact")]
    assert "purposes.orders.basis" in " ".join(facts)
    assert any("controller.name" in fact for fact in facts)


def test_every_section_of_a_notice_has_its_provisions() -> None:
    assert set(SECTION_PROVISIONS) == {make.__name__ for make in SECTIONS}
    assert [id for id, provisions in SECTION_PROVISIONS.items() if not provisions] == ["closing"]


def test_replaced_standard_words_are_marked_and_listed(page: BeautifulSoup, word: bytes) -> None:
    (mark,) = [mark for mark in page.select("span.own") if "texts.rights-month" in mark.text]
    assert mark.parent is not None
    assert OWN in mark.parent.text and mark.parent["lang"] == "en-GB"
    assert "Standard words that are replaced" in page.text
    (row,) = [row for table in Document(BytesIO(word)).tables for row in table.rows if row.cells[2].text == OWN]
    assert [row.cells[0].text, row.cells[1].text] == ["texts.rights-month", "English"]
    assert row.cells[3].text not in ("", OWN)


def test_the_page_runs_and_loads_nothing_and_has_its_languages_marked(page: BeautifulSoup) -> None:
    assert page.find(["script", "link", "img", "iframe", "object"]) is None
    style = only(page, "style").text
    assert "landscape" in style and not re.search(r"url\(|@import|https?:", style)
    assert only(page, "html")["lang"] == "en"
    assert {cell["lang"] for cell in page.select("td[lang]")} == {"fi-FI", "sv-FI", "en-GB"}
    assert only(page, "meta[name=robots]")["content"] == "noindex"
    for table in page.find_all("table"):
        assert all(head["scope"] == "col" for head in table.select("thead th"))


def test_the_word_document_is_whole_and_landscape(word: bytes) -> None:
    with zipfile.ZipFile(BytesIO(word)) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))
    document = Document(BytesIO(word))
    paper = document.sections[0]
    assert paper.orientation == WD_ORIENT.LANDSCAPE
    assert (paper.page_width or 0) > (paper.page_height or 0) > 0
    assert document.core_properties.title.startswith("Review of a privacy notice: ")
    assert document.core_properties.language == "en-GB"
    styles = [str(paragraph.style.name) for paragraph in document.paragraphs if paragraph.style]
    levels = [style for style in styles if style.startswith("Heading")]
    assert levels[0] == "Heading 1" and set(levels[1:]) == {"Heading 2"} and len(levels) > 8


def test_each_text_of_the_word_document_has_its_language(word: bytes) -> None:
    document = Document(BytesIO(word))
    wanted = {1: "fi-FI", 2: "sv-FI", 3: "en-GB"}
    own = [table for table in document.tables if table.rows[0].cells[1].text == "suomi"]
    assert len(own) > 8
    seen = 0
    for table in own:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
        for row in table.rows:
            for at, tag in wanted.items():
                for mark in row.cells[at]._tc.iter(f"{W}lang"):
                    is_note = "own words" in row.cells[at].text and mark.get(f"{W}val") == "en-GB"
                    assert mark.get(f"{W}val") == tag or is_note
                    seen += 1
    assert seen > 200
    for run_ in document.element.body.iter(f"{W}r"):
        assert run_.find(f"{W}rPr/{W}lang") is not None or run_.find(f"{W}rPr/{W}noProof") is not None


def test_it_is_signed_in_each_language_for_one_version(page: BeautifulSoup, word: bytes, site: Path) -> None:
    (file,) = (site / "review").glob("*.docx")
    version = file.stem.removeprefix("customers-")
    sign = Document(BytesIO(word)).tables[-1]
    heads = ["Language", "Name and title", "Date", "Signature", "Remarks"]
    assert [cell.text for cell in sign.rows[0].cells] == heads
    assert [row.cells[0].text for row in sign.rows[1:]] == ["suomi", "svenska", "English"]
    assert f"Reviewed text: {version}" in Document(BytesIO(word)).paragraphs[-1].text
    assert [head.text for head in page.select("table.sign thead th")] == heads
    assert f"Reviewed text: {version}" in squeezed(page.text)


def edited(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / "content" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_text_is_the_same_bytes_and_another_text_another_file(site: Path, tmp_path: Path) -> None:
    copytree(site, tmp_path / "site")
    out = tmp_path / "out"
    assert run("review", tmp_path / "site", "--output", out).exit_code == 0
    first = {file.name: file.read_bytes() for file in out.iterdir()}
    assert first == {file.name: file.read_bytes() for file in (site / "review").iterdir()}
    for file in out.iterdir():
        file.write_bytes(b"with remarks")
    assert "already exists" in run("review", tmp_path / "site", "--output", out).output
    assert {file.read_bytes() for file in out.iterdir()} == {b"with remarks"}
    edited(tmp_path / "site", "sv/customers.yaml", "name: ", "name: Nya ")
    run("review", tmp_path / "site", "--output", out)
    assert len(list(out.iterdir())) == 4
    edited(tmp_path / "site", "registers/customers.yaml", "3 years", "4 years")
    run("review", tmp_path / "site", "--output", out)
    assert len(list(out.iterdir())) == 6


@pytest.mark.parametrize("folder", ["content/review", "templates", "build", "build/review"])
def test_it_is_never_among_the_sources_or_what_is_published(site: Path, tmp_path: Path, folder: str) -> None:
    copytree(site, tmp_path / "site")
    (tmp_path / "site/templates").mkdir()
    assert run("build", tmp_path / "site", "--html-only", "--as-of", "2026-11-22").exit_code == 0
    done = run("review", tmp_path / "site", "--output", tmp_path / "site" / folder)
    assert done.exit_code == 2 and "name another one" in done.stderr
    assert not list((tmp_path / "site" / folder).glob("customers-*"))


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_its_own_words_are_in_the_language_of_the_run(site: Path, tmp_path: Path, language: str) -> None:
    assert run("review", site, "--output", tmp_path, language=language).exit_code == 0
    (file,) = tmp_path.glob("*.html")
    page = BeautifulSoup(file.read_bytes(), "html.parser")
    assert only(page, "html")["lang"] == language
    for part in page.select("td[lang], h2[lang], th"):
        part.decompose()
    assert not re.search(r"\b(the|notice|read|Name|Date|Answers|own)\b", only(page, "main").text)


@pytest.mark.slow
def test_the_page_has_no_barrier_and_is_valid_html(
    visit: Visitor, axe: None, nu_checker: Callable[[Path], list[str]], site: Path
) -> None:
    (file,) = (site / "review").glob("*.html")
    with served(file.parent) as address, visit(f"{address}/{file.name}") as seen:
        assert seen.barriers() == []
        assert seen.console == []
    assert nu_checker(file.parent) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_headings_are_in_the_language_of_the_run(language: str, tmp_path: Path) -> None:
    copytree(BASE, tmp_path / "site")
    assert run("review", tmp_path / "site", "--output", tmp_path / "out", language=language).exit_code == 0
    (file,) = (tmp_path / "out").glob("*.html")
    made = BeautifulSoup(file.read_bytes(), "html.parser")
    (notice,) = (loaded := load(tmp_path / "site")).notices
    document = compose(notice, derive(notice), loaded.words[notice.id, language]).document
    titles = [f"{one.title} ({one.term})" if one.term else one.title for one in document.sections]
    headings = [one.get_text() for one in made.select("h2")]
    assert set(titles) <= set(headings)
    assert document.title in only(made, "h1").get_text()
    (word,) = (tmp_path / "out").glob("*.docx")
    in_word = [one.text for one in Document(str(word)).paragraphs if one.style and one.style.name == "Heading 2"]
    assert set(titles) <= set(in_word)
