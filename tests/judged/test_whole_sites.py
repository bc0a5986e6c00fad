"""Both whole sites checked by the outside judges: pages, style sheet and PDFs as published.

In the browser only the owner's site is opened here: that of an invented firm with two registers has tests of its own.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from judges.browser import served
from judges.fixtures import PdfJudge, Visitor
from verify.two_sites import SITES, body, files, notice_paths

pytestmark = pytest.mark.slow

PAGES = [(name, one.path) for name in SITES for one in files(name, html_only=True) if one.path.endswith(".html")]
PDFS = [(name, paper) for name in SITES for _, _, paper in notice_paths(name)]
OWNERS = [(name, page) for name, page in PAGES if name == "kalvokeskus"]
EACH_PAGE = pytest.mark.parametrize(("name", "page"), OWNERS, ids=[f"{name}:{page}" for name, page in OWNERS])
EACH_PDF = pytest.mark.parametrize(("name", "paper"), PDFS, ids=[f"{name}:{paper}" for name, paper in PDFS])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both sites on disk, each in a folder of its name."""
    root = tmp_path_factory.mktemp("sites")
    for name in SITES:
        for one in files(name):
            path = root / name / one.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(one.body)
    return root


@pytest.fixture(scope="module")
def addresses(folder: Path) -> Iterator[dict[str, str]]:
    """Each site is served from its own root, to which the page not found links its style sheet."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(served(folder / name)) for name in SITES}


def test_there_are_pages_and_pdfs_to_judge() -> None:
    assert len(PAGES) == 16
    assert len(OWNERS) == 8
    assert len(PDFS) == 6


def test_the_html_checker_finds_no_error_in_pages_and_style_sheets(
    nu_checker: Callable[[Path], list[str]], folder: Path
) -> None:
    assert nu_checker(folder / "kalvokeskus") == []


@EACH_PDF
def test_every_pdf_is_accessible_and_can_be_archived(page_validation: PdfJudge, name: str, paper: str) -> None:
    assert page_validation(body(name, paper), "ua1") == []
    assert page_validation(body(name, paper), "3a") == []


@pytest.mark.parametrize("paper", [paper for name, paper in PDFS if name == "starter"])
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_verapdf_passes_a_pdf_of_each_language(verapdf: PdfJudge, paper: str, profile: str) -> None:
    assert profile in ("ua1", "3a")
    assert verapdf(body("starter", paper), "ua1" if profile == "ua1" else "3a") == []


@EACH_PAGE
def test_a_page_on_a_small_screen_logs_nothing_and_does_not_scroll_sideways(
    visit: Visitor, addresses: dict[str, str], name: str, page: str
) -> None:
    """No console message and no request to other hosts, at the width of 320 CSS pixels (WCAG 1.4.10)."""
    with visit(f"{addresses[name]}/{page}", 320) as seen:
        assert seen.scroll_width() <= 320
        assert seen.console == []
        assert seen.strangers() == []
        assert any(one.endswith("style.css") for one in seen.requests)


@EACH_PAGE
def test_axe_finds_no_barrier(visit: Visitor, axe: None, addresses: dict[str, str], name: str, page: str) -> None:
    """In light mode; dark mode is checked on the other site, which has the same style sheet."""
    with visit(f"{addresses[name]}/{page}") as seen:
        assert seen.barriers() == []
