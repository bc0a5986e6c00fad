"""The owner's choice of font: the package's, or the visitor's own, for which no file is published."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import site_with
from verify.two_sites import rendered

from notice.check import check
from notice.load import load


def made(stated: str, folder: Path) -> dict[str, bytes]:
    """The files of the invented firm's site with these settings."""
    checked = check(load(site_with(stated, folder / "site")), date(2026, 11, 22))
    assert checked.findings == ()
    return {one.path: one.body for one in rendered(checked)}


@pytest.mark.parametrize(("stated", "shipped"), [("{}", True), ("site: {theme: {font: system}}", False)])
def test_a_font_is_shipped_and_named_or_neither(stated: str, shipped: bool, tmp_path: Path) -> None:
    files = made(stated, tmp_path)
    assert ("font.css" in files) is shipped
    assert any(path.endswith(".woff2") for path in files) is shipped
    pages = [body for path, body in files.items() if path.endswith(".html")]
    assert len(pages) > 6
    assert all((b"font.css" in body) is shipped for body in pages)
