"""The PDF has the words of the page, in order, with role and language."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape
from outputs.pdf.specimen_pdf import compared, made, page, short
from texts import refusing

from notice.errors import CannotTypeset
from notice.verify.structure import read_structure

MARKUP = [*"#*_$@\\[]{}`~<>=-+/|&%^'\":;!?.,()", "#set ", "#let x = ", "//", "/*", "*/", "--", "---", "...", "\\u{41}"]
LETTERS = [*"abcäöåÄÖÅšžéfilxyz0123456789§€–… ", "\u00a0", "\u2011", "\u00ad", "ffi", "- "]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_page_and_pdf_say_the_same(language: str) -> None:
    reading = read_structure(made(language))
    assert len(reading.blocks) > 20
    assert compared(page(language), made(language)) == []


@given(
    texts=st.lists(
        st.text(st.sampled_from([*"abcäö #*_$@\\[]{}`~<>=-+/'\"§€fi."]), min_size=1), min_size=1, max_size=6
    ),
    pieces=st.lists(st.sampled_from(MARKUP + LETTERS), max_size=120),
)
@settings(max_examples=30)
def test_text_is_never_markup(texts: list[str], pieces: list[str]) -> None:
    """Owners' texts are in the PDF as written."""
    long = "".join(pieces)
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    main, made_of_it = short(
        f"<p>{escape(long)}</p><ul>{items}</ul><table><tr><th>{escape(long)}</th><td><em>{escape(texts[0])}</em></td></tr></table>"
    )
    assert compared(main, made_of_it) == []


def test_language_of_parts_is_kept() -> None:
    """A screen reader switches its voice for a name or a paragraph in another language."""
    main, body = short(
        '<p lang="sv">Hej <span lang="fi">moi</span> igen</p><h2 lang="fi">Otsikko</h2>'
        '<ul><li lang="sv">Svenska</li><li>The <span lang="fi">Tietosuojavaltuutettu</span> again</li></ul>'
        '<section lang="fi"><table><caption>Taulu</caption>'
        '<tr><th>Nimi</th><td lang="en-GB">Name</td></tr></table></section>'
    )
    reading = read_structure(body)
    spoken = {block.text: (block.lang.partition("-")[0], block.parts) for block in reading.blocks}
    assert spoken["Hej moi igen"] == ("sv", (("fi", "moi"),))
    assert spoken["Otsikko"] == ("fi", ())
    assert spoken["Svenska"] == ("sv", ())
    assert spoken["The Tietosuojavaltuutettu again"] == ("en", (("fi", "Tietosuojavaltuutettu"),))
    assert spoken["Taulu"] == spoken["Nimi"] == ("fi", ())
    assert spoken["Name"] == ("en", ())
    assert compared(main, body) == []


def test_lines_of_an_address_stay_apart() -> None:
    _, body = short("<address>Kehräämönkatu 12<br>00531 Helsinki</address>")
    assert "Kehräämönkatu 12 00531 Helsinki" in [block.text for block in read_structure(body).blocks]


def test_own_hyphens_stay_and_those_of_lines_go() -> None:
    words = "asiakas- ja sähköposti-osoitteiden yhdenvertaisuuslainsäädäntö verkkokauppa-alustan " * 12
    main, body = short(f"<p>{words}</p><p>{words.replace('ja', '<strong>ja</strong>')}</p>", language="fi")
    assert compared(main, body) == []


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<video></video>", "<video>"),
        ("<p>One <button>two</button></p>", "<button>"),
        ("<figure><p>x</p></figure>", "figure has no drawing"),
        ("Text", "Text outside any block: “Text”"),
        ("<div><span>Text</span></div>", "Text outside any block: “Text”"),
        ("<ul>Text<li>x</li></ul>", "directly in <ul>"),
        ("<table><tfoot><tr><td>x</td></tr></tfoot></table>", "<tfoot>"),
        ("<table><tr><td>x</td><td>y</td></tr><tr><td>z</td></tr></table>", "equally long"),
        ('<table><tr><td colspan="2">x</td></tr></table>', "may not span"),
        ("<dl><dt>Term</dt></dl>", "without a description"),
        ("<dl><dd>Description</dd></dl>", "come in pairs"),
        ('<p><a href="../sv/">på svenska</a></p>', "leads to ../sv/"),
        ('<p><a href="#nowhere">there</a></p>', "#nowhere"),
        ('<p><a href="javascript:x">there</a></p>', "javascript:x"),
        ("<h2></h2>", "heading has no words"),
        ("<h4>Too deep</h4>", "heading level"),
    ],
)
def test_what_the_pdf_cannot_say_is_refused(body: str, sentence: str) -> None:
    """No content of a page is lost silently."""
    with refusing(CannotTypeset, re.escape(sentence)):
        short(body)


@pytest.mark.parametrize("character", ["😀", "漢", "\u0001", "\ue000", "ا"])
def test_a_character_without_a_sign_is_named(character: str) -> None:
    main = f"<p>Yritys {character} Oy</p>"
    with refusing(CannotTypeset) as refused:
        short(main)
    assert f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip() in refused.said
    assert f"Yritys {character} Oy" in refused.said


def test_navigation_between_pages_is_left_out() -> None:
    _, body = short('<p data-print="no"><a href="../sv/">på svenska</a></p><p>Words</p>')
    assert [block.text for block in read_structure(body).blocks] == ["Register", "Words"]
