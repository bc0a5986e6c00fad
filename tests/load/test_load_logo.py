"""The owner's logo: pictures that pages and PDFs can show are accepted, any other is a finding with help."""

from pathlib import Path

import pytest
from load.pictures import png
from rules.overlay import site_with
from texts import help, message
from verify.two_sites import DAY

from notice.build import build
from notice.load import load

GOOD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" fill="#0b6b3a"/></svg>'
)


def site(folder: Path, name: str, body: bytes) -> Path:
    made = site_with(f'site: {{theme: {{logo: {name}, accent: "#0b6b3a"}}}}', folder / "site")
    (made / "content" / name).write_bytes(body)
    return made


def test_a_logo_stands_on_every_page_and_in_every_pdf(tmp_path: Path) -> None:
    outcome = build(site(tmp_path, "logo.svg", GOOD.encode()), tmp_path / "out", DAY)
    assert [message(finding) for finding in outcome.findings] == []
    pages = list((tmp_path / "out").rglob("*.html"))
    assert len(pages) == 8
    assert all('logo.svg" alt="" width="120" height="40"' in page.read_text() for page in pages)
    assert (tmp_path / "out/logo.svg").read_text() == GOOD
    assert "--accent: #0b6b3a" in (tmp_path / "out/theme.css").read_text()


def test_a_png_has_its_size_from_the_file(tmp_path: Path) -> None:
    loaded = load(site(tmp_path, "logo.png", png(2, 1)))
    assert loaded.findings == ()
    assert loaded.logo and loaded.logo.ratio == 2


@pytest.mark.parametrize(
    "body",
    [
        GOOD.replace("<rect", "<script>x</script><rect"),
        GOOD.replace("<rect", '<image href="https://example.com/x.png"/><rect'),
        GOOD.replace("<rect", '<rect onclick="x"'),
        GOOD.replace("<rect", '<rect fill="url(https://example.com/#a)"'),
        GOOD.replace(' viewBox="0 0 120 40"', ""),
        "<!DOCTYPE svg []>" + GOOD,
        "<svg",
        "<html></html>",
        GOOD + " " * 60_001,
    ],
)
def test_what_cannot_be_shown_is_one_finding_at_its_line(tmp_path: Path, body: str) -> None:
    loaded = load(site(tmp_path, "logo.svg", body.encode()))
    assert [(one.code, one.span.file) for one in loaded.findings] == [("Y022", "content/site.yaml")]
    assert help(loaded.findings[0])
    assert loaded.logo is None


def test_a_missing_logo_and_one_outside_the_content_are_reported(tmp_path: Path) -> None:
    missing = site_with("site: {theme: {logo: other.svg}}", tmp_path / "one")
    outside = site_with("site: {theme: {logo: ../secret.svg}}", tmp_path / "two")
    assert [one.code for one in load(missing).findings] == ["Y022"]
    assert [one.code for one in load(outside).findings] == ["Y006"]


@pytest.mark.parametrize(
    "name", ["aux.svg", "nul.png", "CON.svg", "sub/com1.png", "lpt9/logo.svg", "..\\logo.svg", "C:/logo.svg"]
)
def test_a_logo_has_no_name_that_windows_reserves_and_no_backslash(name: str, tmp_path: Path) -> None:
    site = site_with(f"site: {{theme: {{logo: '{name}'}}}}", tmp_path / "site")
    assert [one.code for one in load(site).findings] == ["Y006"]
