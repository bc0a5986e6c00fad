"""The page of a notice: complete, well nested, and faithful to the document."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag
from outputs.pages.page_specimen import PHRASE, document, neighbours

from notice.document.parts import FactText
from notice.outputs.pages import PdfLink, main_html, page
from notice.outputs.pdf.walk import walk
from notice.outputs.templates import environment

ENV = environment(None)


def built(**changed: str) -> BeautifulSoup:
    notice = document(**changed)
    return soup(
        page(
            notice, main_html(notice, ENV), neighbours(**changed), ENV, PdfLink("asiakasrekisteri.pdf", 2, 84_000)
        ).body
    )


def soup(body: bytes | str) -> BeautifulSoup:
    return BeautifulSoup(body, "html.parser")


def said(value: object) -> Iterator[FactText]:
    """Every `FactText` inside a value."""
    if isinstance(value, FactText):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from said(one)
    elif is_dataclass(value):
        for each in fields(value):
            yield from said(getattr(value, each.name))


def test_every_fact_of_the_document_stands_in_the_page_with_its_words() -> None:
    stated = [one for one in said(document().sections) if one.fact]
    assert len(stated) > 30
    elements = soup(main_html(document(), ENV)).select("[data-fact]")
    shown = {(str(one["data-fact"]), one.get_text().strip()) for one in elements}
    assert {(one.fact, one.text.replace("*", "")) for one in stated} <= shown


def test_no_word_of_the_document_is_left_out() -> None:
    written = {one for of in document().sections for one in words(of)}
    assert {"Not all yet.", "Outside the EEA:", "Free.", "Withdraw", "From nobody else."} <= written
    shown = soup(main_html(document(), ENV)).get_text()
    assert {one for one in written if one.replace("*", "") not in shown} == set()


def words(value: object) -> Iterator[str]:
    """Every visible text inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words(one)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in ("id", "fact", "lang", "href"):
                yield from words(getattr(value, each.name))


def test_a_page_states_no_fact_that_the_document_does_not() -> None:
    stated = {one.fact for one in said(document().sections)}
    assert {one["data-fact"] for one in soup(main_html(document(), ENV)).select("[data-fact]")} <= stated


def test_sections_come_in_the_documents_order_each_named_by_its_heading() -> None:
    sections = soup(main_html(document(), ENV)).select("main section")
    assert [one["id"] for one in sections] == [one.id for one in document().sections]
    for one, of in zip(sections, document().sections, strict=True):
        heading = one.find("h2")
        assert isinstance(heading, Tag) and heading["id"] == one["aria-labelledby"]
        assert heading.get_text() == of.title


def test_the_contents_lead_to_every_section() -> None:
    links = soup(main_html(document(), ENV)).select("nav.contents a")
    assert [one["href"] for one in links] == [f"#{one.id}" for one in document().sections]


def test_the_right_to_object_is_framed_and_apart() -> None:
    framed = soup(main_html(document(), ENV)).select("section.boxed")
    assert [one["id"] for one in framed] == ["objection"]


def test_no_id_stands_twice_and_every_anchor_leads_somewhere() -> None:
    tree = built()
    ids = Counter(str(one["id"]) for one in tree.select("[id]"))
    assert ids and set(ids.values()) == {1}
    anchors = {str(one["href"])[1:] for one in tree.select("a[href^='#']")}
    assert "purpose-orders" in anchors
    assert anchors <= set(ids)


def test_headings_go_down_one_step_at_a_time_below_one_title() -> None:
    levels = [int(one.name[1]) for one in built().select("h1, h2, h3, h4")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_table_has_a_caption_column_heads_and_row_heads() -> None:
    tables = built().select("table")
    assert len(tables) == 4
    for table in tables:
        assert table.find("caption")
        heads = [one.get_text() for one in table.select("thead th[scope=col]")]
        for row in table.select("tbody tr"):
            cells = row.find_all(["th", "td"])
            assert [one.name for one in cells] == ["th", *["td"] * (len(heads) - 1)]
            assert [one["data-label"] for one in cells[1:]] == heads[1:]


def test_elements_are_closed_in_the_order_in_which_they_were_opened() -> None:
    notice = document()
    body = page(notice, main_html(notice, ENV), neighbours(), ENV, None).body.decode()
    assert misnested(body) == []
    assert misnested("<p><em>a</p></em>") != []


def misnested(body: str) -> list[str]:
    class Nesting(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []
            self.wrong: list[str] = []

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 (the parser passes both)
            if tag in ("p", "ul", "dl", "div", "table") and "p" in self.open:
                self.wrong.append(f"<{tag}> inside <p>")
            if tag not in ("meta", "link", "br"):
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            if not self.open or self.open.pop() != tag:
                self.wrong.append(f"</{tag}> at {self.getpos()}")

    reader = Nesting()
    reader.feed(body)
    return reader.wrong + reader.open


def test_the_owners_words_never_become_markup() -> None:
    body = str(main_html(document(controller="<b>Bold & Sons</b>"), ENV))
    assert "&lt;b&gt;Bold &amp; Sons&lt;/b&gt;" in body and "<b>" not in body
    assert built(controller='"><script>').find("script") is None


def test_a_draft_says_so_in_the_part_that_the_pdf_shows_too() -> None:
    draft = soup(main_html(document(), ENV)).select_one("main aside.draft")
    assert draft is not None and "Draft" in draft.get_text() and "draft-note in fi" in draft.get_text()
    assert built().select("meta[name=robots][content=noindex]")


def test_a_finished_notice_carries_no_draft_mark() -> None:
    tree = built(draft="")
    assert tree.find("main") and not tree.select("aside") and not tree.select("meta[name=robots]")


def test_a_phrase_of_several_facts_reads_as_one() -> None:
    terms = [one for one in soup(main_html(document(), ENV)).select("dl > div") if "From" in one.get_text()]
    assert [one.get_text() for one in terms] == ["FromFinland and Sweden"]
    assert [one["data-fact"] for one in terms[0].select("span")] == [one.fact for one in PHRASE]


def test_words_in_another_language_are_marked() -> None:
    name = soup(main_html(document(), ENV)).select_one("[data-fact='controller.name']")
    assert name is not None and name["lang"] == "en"


def test_an_unsafe_address_of_a_fact_becomes_no_link() -> None:
    said_so = FactText("click", "x", href="javascript:alert(1)")
    shown = ENV.from_string("{% import 'parts.html' as parts %}{{ parts.say(said) }}").render(said=said_so)
    assert shown == '<span data-fact="x">click</span>'


@pytest.mark.parametrize("draft", ["Draft", ""])
def test_the_pdf_can_read_the_whole_notice(draft: str) -> None:
    read = walk(main_html(document(draft=draft), ENV), "fi", "Contents")
    kinds = Counter(kind for kind, _, _ in read.blocks)
    assert kinds["table"] == len(read.row_headers) == 4
    assert kinds["contents"] == 1
    assert kinds["box"] == (2 if draft else 1)
