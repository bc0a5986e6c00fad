"""No page of a PDF but the last is less than two thirds full."""

import pypdfium2  # type: ignore[import-untyped]
import pytest
from verify.two_sites import files

HEADER, FOOTER = 50, 60
"""Points at the top and the bottom of a page that belong to its header and footer."""

LEAST = 2 / 3

PDFS = {
    f"{name}-{one.path.split('/')[0]}": one.body
    for name in ("starter", "kalvokeskus")
    for one in files(name)
    if one.path.endswith(".pdf")
}

UNBREAKABLE = {"kalvokeskus": 1}
"""Pages of each site that may end early, because a drawing as high as half a page follows."""


def fill(page: pypdfium2.PdfPage) -> float:
    """How much of the body's height is above the lowest line of text, from 0 to 1."""
    text = page.get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    lowest = min(
        (bottom for _, bottom, _, top in boxes if bottom > FOOTER and top < page.get_height() - HEADER), default=0
    )
    body = page.get_height() - HEADER - FOOTER
    return (page.get_height() - HEADER - lowest) / body if lowest else 0.0


@pytest.mark.parametrize("name", PDFS)
def test_every_page_but_the_last_is_two_thirds_full(name: str) -> None:
    filled = [fill(page) for page in pypdfium2.PdfDocument(PDFS[name])]
    assert len(filled) >= 4
    assert sum(share < LEAST for share in filled[:-1]) <= UNBREAKABLE.get(name.partition("-")[0], 0), filled


def test_a_page_with_one_line_is_nearly_empty() -> None:
    """The measure sees the space that is left."""
    filled = [fill(page) for page in pypdfium2.PdfDocument(PDFS["starter-fi"])]
    assert max(filled) > 0.9
    assert min(fill(page) for page in pypdfium2.PdfDocument(PDFS["kalvokeskus-sv"])) < 0.6
