"""A PDF that differs from its page is detected when it is read back, and the difference is named."""

import io
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from outputs.pdf.specimen_pdf import compared, made, page

from notice.messages import filled, text


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def changed(change: Callable[[pikepdf.Pdf, list[pikepdf.Object]], None]) -> list[str]:
    """The differences reported for the English PDF after a change."""
    with pikepdf.open(io.BytesIO(made("en"))) as file:
        change(file, list(elements(file.Root.StructTreeRoot)))
        out = io.BytesIO()
        file.save(out)
    return sentences(page("en"), out.getvalue())


def sentences(main: str, body: bytes) -> list[str]:
    return [
        filled(text("en", "B011", difference.kind, "message"), difference.arguments)
        for difference in compared(main, body)
    ]


def first(found: list[pikepdf.Object], role: str) -> pikepdf.Object:
    return next(each for each in found if str(each.S) == role)


def nothing(_file: pikepdf.Pdf, _found: list[pikepdf.Object]) -> None:
    """Save without a change."""


def heading_to_paragraph(_file: pikepdf.Pdf, found: list[pikepdf.Object]) -> None:
    first(found, "/H3").S = pikepdf.Name.P


def row_header_to_cell(_file: pikepdf.Pdf, found: list[pikepdf.Object]) -> None:
    first(found, "/TH").S = pikepdf.Name.TD


def wrong_language_of_the_file(file: pikepdf.Pdf, _found: list[pikepdf.Object]) -> None:
    file.Root.Lang = pikepdf.String("sv")


def wrong_language_of_a_paragraph(_file: pikepdf.Pdf, found: list[pikepdf.Object]) -> None:
    first(found, "/P").Lang = pikepdf.String("sv")


def lost_paragraph(_file: pikepdf.Pdf, found: list[pikepdf.Object]) -> None:
    first(found, "/P").K = pikepdf.Array()


def lost_text(file: pikepdf.Pdf, _found: list[pikepdf.Object]) -> None:
    contents = file.pages[0].Contents
    drawn = contents.read_bytes()
    start = drawn.index(b"BT", drawn.index(b"/MCID 1>>"))
    contents.write(drawn[:start] + drawn[drawn.index(b"ET", start) + 2 :])


def reversed_order(file: pikepdf.Pdf, _found: list[pikepdf.Object]) -> None:
    document = file.Root.StructTreeRoot.K
    document = document[0] if isinstance(document, pikepdf.Array) else document
    document.K = pikepdf.Array(list(reversed(list(document.K))))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (heading_to_paragraph, "“Transfers” is H3 on the page and P in the PDF"),
        (row_header_to_cell, "“Orders” is TH on the page and TD in the PDF"),
        (wrong_language_of_the_file, "“Customer register” is in en on the page and in sv in the PDF"),
        (wrong_language_of_a_paragraph, "is in en on the page and in sv in the PDF"),
        (lost_paragraph, "The PDF lacks P “How Metsäpolun Lankakauppa Oy uses"),
        (lost_text, "How Metsäpolun Lankakauppa Oy uses"),
        (reversed_order, "The page has H1 “Customer register” where the PDF has P"),
    ],
)
def test_a_change_is_noticed(change: Callable[[pikepdf.Pdf, list[pikepdf.Object]], None], sentence: str) -> None:
    said = changed(change)
    assert any(sentence in each for each in said), said


def test_no_change_is_no_difference() -> None:
    assert changed(nothing) == []


def test_another_page_is_noticed() -> None:
    assert sentences(page("en").replace("3 years", "6 years"), made("en")) == [
        "The page has TD “6 years after the last order” where the PDF has TD “3 years after the last order”"
    ]
