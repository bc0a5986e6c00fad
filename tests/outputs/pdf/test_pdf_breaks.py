"""Words of a PDF are broken at the joints of compounds, and its text has every word whole."""

import re

import pypdfium2  # type: ignore[import-untyped]
import pytest
from outputs.pdf.specimen_pdf import compared, short

from notice.outputs.joints import SOFT_HYPHEN, WORD_JOINER, with_joints
from notice.verify.structure import read_structure

FINNISH = "toimitusosoite sähköpostiosoite Kansaneläkelaitos tapaturmavakuutusyhtiö yhteydenotto"
SWEDISH = "leveransadress e-postadress faktureringsadress personuppgiftsansvarig arbetspensionsförsäkring"

BROKEN = "\ufffe"
"""The character that PDFium gives for a hyphen at the end of a line, within a word."""


def text_of(pdf: bytes) -> str:
    file = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in file)


@pytest.mark.parametrize(("language", "words"), [("fi", FINNISH), ("sv", SWEDISH)])
def test_lines_end_at_joints_and_the_text_has_whole_words(language: str, words: str) -> None:
    html = "".join(f"<p>{'x' * length} {words}</p>" for length in range(1, 60))
    marked = with_joints(html, language)
    main, pdf = short(marked, language=language)
    assert compared(main, pdf) == []
    text = text_of(pdf)
    assert SOFT_HYPHEN not in text and WORD_JOINER not in text
    breaks = set(re.findall(rf"\w+{BROKEN}\w+", text))
    assert len(breaks) >= 4
    joints = {
        (word[: at.start()].replace(SOFT_HYPHEN, ""), word[at.end() :].replace(SOFT_HYPHEN, ""))
        for word in re.findall(r"[\w\u00ad]+", marked)
        for at in re.finditer(SOFT_HYPHEN, word)
    }
    assert {tuple(word.split(BROKEN)) for word in breaks} <= joints
    assert not re.search(r"\be-\s", text)


def test_a_search_finds_every_word_that_is_on_one_line() -> None:
    _, pdf = short(with_joints(f"<p>{FINNISH}</p>", "fi"), language="fi")
    found = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    for word in FINNISH.split()[:3]:
        assert found.search(word).get_next(), word
    assert FINNISH in [block.text for block in read_structure(pdf).blocks]


def test_an_unknown_compound_is_broken_only_where_its_column_is_too_narrow() -> None:
    unknown = "kuntosaliharjoittelupäiväkirja"
    _, pdf = short("".join(f"<p>{'x' * length} {unknown} {unknown} {unknown}</p>" for length in range(40)))
    assert BROKEN not in text_of(pdf)
    cells = "".join(f"<td>{unknown}</td>" for _ in range(5))
    main, narrow = short(f"<table><tr>{cells}</tr></table>", language="fi")
    assert BROKEN in text_of(narrow)
    assert compared(main, narrow) == []


def test_a_table_with_room_breaks_no_word() -> None:
    cells = with_joints("<td>toimitusosoite ja laskutusosoite sekä sähköpostiosoite</td>" * 3, "fi")
    _, pdf = short(f"<table><tr>{cells}</tr></table>", language="fi")
    assert BROKEN not in text_of(pdf)
