"""A build never overwrites an owner's files, by whichever path, link or spelling the folder is named."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rules.overlay import site_with
from texts import refusing
from verify.two_sites import DAY

from notice.build import build
from notice.errors import FolderNotOurs
from notice.publish import MARKER

Name = Callable[[Path], Path]


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def linked(site: Path, goal: str) -> Path:
    link = site.parent.parent / "link"
    link.symlink_to(site / goal, target_is_directory=True)
    return link


REFUSED: dict[str, Name] = {
    "the site": lambda site: site,
    "the folder above": lambda site: site.parent,
    "two folders above": lambda site: site.parent.parent,
    "the root": lambda site: Path("/"),
    "content": lambda site: site / "content",
    "below content": lambda site: site / "content/public",
    "far below content": lambda site: site / "content/a/b/c",
    "a folder of content": lambda site: site / "content/registers",
    "templates": lambda site: site / "templates",
    "below templates": lambda site: site / "templates/sections",
    "by steps": lambda site: site / "content/fi/../../../site/content",
    "above by steps": lambda site: site / "build/../..",
    "below a link to content": lambda site: linked(site, "content") / "public",
    "below a link to the site": lambda site: linked(site, "") / "content/fi",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with the marker of a published one in every folder, and in every folder above it."""
    (tmp_path / "above").mkdir()
    made = site_with("{}", tmp_path / "above/site")
    (made / "templates/sections").mkdir(parents=True)
    for folder in (tmp_path, tmp_path / "above", made, *(path for path in made.rglob("*") if path.is_dir())):
        (folder / MARKER).touch()
    return made


@pytest.mark.parametrize("name", REFUSED)
def test_a_folder_that_holds_the_site_or_lies_in_its_sources_is_refused(name: str, site: Path, tmp_path: Path) -> None:
    out = REFUSED[name](site)
    before = held(tmp_path)
    with refusing(FolderNotOurs, "Nothing in it was touched"):
        build(site, out, DAY, html_only=True)
    assert held(tmp_path) == before


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_before_the_facts_are_looked_at(name: str, site: Path) -> None:
    (site / "content/registers/customers.yaml").write_text("people: [", encoding="utf-8")
    with pytest.raises(FolderNotOurs):
        build(site, REFUSED[name](site), DAY, html_only=True)


def test_it_is_refused_when_named_from_within(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    for out in ("..", ".", "content", "./templates/x", "build/.."):
        with pytest.raises(FolderNotOurs):
            build(Path(), Path(out), DAY, html_only=True)


def test_where_the_sources_are_links_what_they_lead_to_is_not_replaced(site: Path) -> None:
    (site / "content/sv").rename(site / "swedish")
    (site / "content").rename(site / "facts")
    (site / "content").symlink_to("facts")
    for out in ("facts", "facts/public"):
        with pytest.raises(FolderNotOurs):
            build(site, site / out, DAY, html_only=True)


@pytest.mark.parametrize("inner", ["content/site.yaml", "shop/content/site.yaml", "a/b/c/facts.yml", "x/.git/HEAD"])
def test_a_marked_folder_that_holds_sources_of_another_site_is_not_replaced(
    inner: str, site: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    (out / inner).parent.mkdir(parents=True)
    (out / inner).write_bytes(b"")
    (out / MARKER).touch()
    with refusing(FolderNotOurs, "so it is not a published site"):
        build(site, out, DAY, html_only=True)
    assert set(held(out)) == {inner, MARKER}


@pytest.mark.parametrize("name", ["build", "contents", "content-old", "templates2/public", "../public", "../../out"])
def test_a_folder_beside_the_sources_is_free(name: str, site: Path) -> None:
    (site.parent.parent / "other").mkdir()
    assert build(site, site / name, DAY, html_only=True).published
    assert (site / name / "index.html").is_file()
    assert build(site, site / name, DAY, html_only=True).published


def test_two_spellings_of_one_folder_are_one_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `Content` and `content` on a case-insensitive disk: different paths of one folder."""
    real = os.path.samefile
    monkeypatch.setattr(os.path, "samefile", lambda one, other: real(str(one).lower(), str(other).lower()))
    with pytest.raises(FolderNotOurs):
        build(site, site / "Content" / "public", DAY, html_only=True)
