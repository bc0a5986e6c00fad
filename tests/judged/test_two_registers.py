"""A site of two registers in three languages in a real browser: small, large, dark, by keyboard."""

import gzip
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from judges.browser import served
from judges.fixtures import Visitor
from judges.lighthouse import GOOD, Judgement
from rules.overlay import STARTER
from verify.two_sites import DAY

from notice.build import build

pytestmark = pytest.mark.slow

SLUGS = {
    "fi": ("asiakasrekisteri", "kumppanit"),
    "sv": ("kundregister", "partner"),
    "en": ("customer-register", "partners"),
}
NOTICES = [f"{code}/{slug}/index.html" for code, slugs in SLUGS.items() for slug in slugs]
PAGES = [*NOTICES, *(f"{code}/index.html" for code in SLUGS), "index.html", "404.html"]
EACH_PAGE = pytest.mark.parametrize("page", PAGES)
EACH_NOTICE = pytest.mark.parametrize("page", NOTICES)

FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const look = getComputedStyle(one), box = one.getBoundingClientRect();
  const seen = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight;
  return [one.outerHTML.slice(0, 80), seen && look.boxShadow !== 'none', one.href || ''];
}"""


def two_registers(folder: Path) -> Path:
    """The invented firm's site with its register twice, the second under names of its own."""
    shutil.copytree(STARTER, folder)
    content = folder / "content"
    shutil.copy(content / "registers/customers.yaml", content / "registers/partners.yaml")
    for code, (slug, other) in SLUGS.items():
        words = (content / code / "customers.yaml").read_text(encoding="utf-8")
        (content / code / "partners.yaml").write_text(
            words.replace(f"slug: {slug}", f"slug: {other}"), encoding="utf-8"
        )
    site = content / "site.yaml"
    site.write_text(site.read_text(encoding="utf-8").replace("[customers]", "[customers, partners]"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("two")
    outcome = build(two_registers(root / "site"), root / "out", DAY)
    assert [finding.message for finding in outcome.findings] == []
    return root / "out"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with served(folder) as there:
        yield there


def test_every_page_is_looked_at(folder: Path) -> None:
    assert sorted(PAGES) == sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


@EACH_PAGE
def test_axe_finds_no_barrier_by_day_by_night_and_on_a_telephone(
    visit: Visitor, axe: None, address: str, page: str
) -> None:
    with visit(f"{address}/{page}") as seen:
        for width, scheme in ((1280, "light"), (1280, "dark"), (320, "light")):
            seen.page.set_viewport_size({"width": width, "height": 900})
            seen.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert seen.barriers() == [], (width, scheme)


@EACH_PAGE
@pytest.mark.parametrize("width", [320, 640])
def test_nothing_scrolls_sideways_on_a_telephone_or_at_twice_the_size(
    visit: Visitor, address: str, page: str, width: int
) -> None:
    """A window of 1280 pixels at 200 % has 640 (WCAG 1.4.4, 1.4.10); the page logs nothing to the console."""
    with visit(f"{address}/{page}", width) as seen:
        assert seen.scroll_width() <= width
        assert seen.console == []
        assert seen.strangers() == []
        assert seen.page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em \"Source Sans 3\"'))")
        assert any(one.endswith(".woff2") for one in seen.requests)


@EACH_PAGE
def test_the_keyboard_reaches_every_link_and_shows_where_it_is(visit: Visitor, address: str, page: str) -> None:
    with visit(f"{address}/{page}") as seen:
        links = seen.page.evaluate("[...document.querySelectorAll('a[href]')].filter(a => a.checkVisibility()).length")
        reached = 0
        seen.page.keyboard.press("Tab")
        while (focus := seen.page.evaluate(FOCUS)) is not None and reached <= links:
            html, shown, _ = focus
            assert shown, html
            reached += 1
            seen.page.keyboard.press("Tab")
        assert reached == links > 0


@EACH_NOTICE
def test_the_switch_of_languages_keeps_the_section(visit: Visitor, address: str, page: str) -> None:
    with visit(f"{address}/{page}") as seen:
        sections = seen.page.evaluate("[...document.querySelectorAll('.sections > section')].map(one => one.id)")
        assert len(sections) > 9
        for section in ("", *sections):
            seen.page.evaluate("where => { location.hash = where }", section)
            shown = seen.page.evaluate(
                "[...document.querySelectorAll('.languages a')].filter(a => a.checkVisibility()).map(a => a.hash)"
            )
            assert shown == [f"#{section}" if section else ""] * 3


@EACH_NOTICE
def test_a_place_within_a_section_keeps_it_too(visit: Visitor, address: str, page: str) -> None:
    with visit(f"{address}/{page}#purpose-orders") as seen:
        other = seen.page.locator(".languages a:visible:not([aria-current])").first
        assert str(other.get_attribute("href")).endswith("#purposes")


@EACH_NOTICE
def test_the_printed_page_has_the_notice_and_no_navigation(visit: Visitor, address: str, page: str) -> None:
    with visit(f"{address}/{page}", 800) as seen:
        seen.page.emulate_media(media="print")
        shown = "one => [...document.querySelectorAll(one)].filter(a => a.checkVisibility()).length"
        assert seen.page.evaluate(shown, "nav, .skip, .drawing.narrow") == 0
        assert seen.page.evaluate(shown, ".sections > section") > 9
        assert seen.page.evaluate(shown, ".drawing.wide") == 2
        assert seen.page.evaluate(shown, "table thead") > 1


@EACH_NOTICE
def test_one_drawing_of_two_is_shown(visit: Visitor, address: str, page: str) -> None:
    for width, kind in ((1280, "wide"), (320, "narrow")):
        with visit(f"{address}/{page}", width) as seen:
            kinds = seen.page.evaluate(
                "[...document.querySelectorAll('.drawing')].filter(a => a.checkVisibility()).map(a => a.classList[1])"
            )
            assert kinds == [kind, kind]


@pytest.mark.parametrize("page", [f"{code}/index.html" for code in SLUGS])
def test_a_person_finds_the_notices_that_concern_her(visit: Visitor, address: str, page: str) -> None:
    with visit(f"{address}/{page}") as seen:
        groups = seen.page.locator("section[aria-labelledby='find-yourself'] dt")
        assert groups.count() == 3
        assert seen.page.locator("section[aria-labelledby='find-yourself'] dd").first.locator("a").count() == 2


@pytest.mark.parametrize("page", [f"{code}/index.html" for code in SLUGS])
def test_the_list_of_notices_leads_to_the_same_list_in_each_language(visit: Visitor, address: str, page: str) -> None:
    with visit(f"{address}/{page}") as seen:
        links = seen.page.locator(".languages a:visible")
        assert [link.get_attribute("hreflang") for link in links.all()] == [*SLUGS]
        other = links.locator("visible=true").nth((([*SLUGS].index(page[:2])) + 1) % 3)
        language = other.get_attribute("hreflang")
        other.click()
        assert seen.page.url.endswith(f"/{language}/index.html")


def test_html_validate_finds_nothing(html_validate: Callable[[Path], list[str]], folder: Path) -> None:
    assert html_validate(folder) == []


def test_the_html_checker_finds_nothing(nu_checker: Callable[[Path], list[str]], folder: Path) -> None:
    assert nu_checker(folder) == []


@EACH_NOTICE
def test_a_page_with_its_style_and_font_is_small_as_hosts_send_it(folder: Path, page: str) -> None:
    """Hosts send text compressed; a font in WOFF2 is compressed already."""
    texts = [(folder / name).read_bytes() for name in (page, "style.css", "font.css")]
    fonts = [(folder / name).stat().st_size for name in ("fonts/source-sans-3-latin.woff2", "favicon.svg")]
    assert sum(len(gzip.compress(one)) for one in texts) + sum(fonts) < 64 * 1024


@pytest.mark.parametrize("page", ["fi/asiakasrekisteri/"])
def test_lighthouse_gives_full_marks(lighthouse: Callable[[str], Judgement], address: str, page: str) -> None:
    """Only the performance, which is measured on a busy machine, may lack a few points."""
    judgement = lighthouse(f"{address}/{page}")
    assert {name: score for name, score in judgement.scores.items() if name != "performance"} == {
        "accessibility": 100,
        "best-practices": 100,
        "seo": 100,
    }, judgement.faults
    assert judgement.scores["performance"] >= GOOD, judgement.faults
    assert judgement.shift < 0.01
