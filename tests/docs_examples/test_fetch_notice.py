"""The script that fetches a fragment keeps the last good copy unless all of a new one has come."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from judges.browser import served

SCRIPT = Path(__file__).parents[2] / "docs/examples/fetch-notice.sh"
OLD, NEW = '<div lang="fi">\n<p>vanha</p>\n</div>\n', '<div lang="fi">\n<p>uusi</p>\n</div>\n'

pytestmark = pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The file that is in the website already."""
    file = tmp_path / "shop" / "privacy.html"
    file.parent.mkdir()
    file.write_text(OLD, encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """The folder of the notices, and its address."""
    site = tmp_path / "site"
    site.mkdir()
    with served(site) as address:
        yield site, address


def fetched(address: str, page: Path) -> int:
    done = subprocess.run(["sh", str(SCRIPT), address, str(page)], capture_output=True, text=True, check=False)
    assert bool(done.stderr) == bool(done.returncode)
    assert [one.name for one in page.parent.iterdir()] == ["privacy.html"]
    return done.returncode


def test_a_whole_fragment_replaces_the_old_one(folder: tuple[Path, str], page: Path) -> None:
    site, address = folder
    (site / "plain.html").write_text(NEW, encoding="utf-8")
    assert fetched(f"{address}/plain.html", page) == 0
    assert page.read_text("utf-8") == NEW
    assert page.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("content", [None, "", '<div lang="fi">\n<p>uu', "<!DOCTYPE html>\n<html>\n</html>\n"])
def test_anything_else_leaves_the_old_one(content: str | None, folder: tuple[Path, str], page: Path) -> None:
    site, address = folder
    if content is not None:
        (site / "plain.html").write_text(content, encoding="utf-8")
    assert fetched(f"{address}/plain.html", page) != 0
    assert page.read_text("utf-8") == OLD


def test_a_server_that_does_not_answer_leaves_the_old_one(page: Path) -> None:
    assert fetched("http://127.0.0.1:1/plain.html", page) != 0
    assert page.read_text("utf-8") == OLD
