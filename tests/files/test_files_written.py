"""Files of the site are written atomically, inside its folder; a new file never overwrites another."""

import os
from pathlib import Path

import pytest

from notice.files import Unopened, create_file, replace_file


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/content").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    return tmp_path / "site"


def test_a_new_file_is_made_with_its_folders(site: Path) -> None:
    create_file(site, "templates/sections/a.html", b"a")
    assert (site / "templates/sections/a.html").read_bytes() == b"a"


def test_nothing_that_is_there_is_overwritten_by_a_new_file(site: Path, tmp_path: Path) -> None:
    (site / "content/a.yaml").write_bytes(b"mine")
    (site / "content/b.yaml").symlink_to(tmp_path / "outside/new.yaml")
    for name in ("content/a.yaml", "content/b.yaml"):
        with pytest.raises(FileExistsError):
            create_file(site, name, b"theirs")
    assert (site / "content/a.yaml").read_bytes() == b"mine"
    assert list((tmp_path / "outside").iterdir()) == []


def test_no_new_file_is_made_outside_the_site(site: Path, tmp_path: Path) -> None:
    (site / "templates").symlink_to(tmp_path / "outside")
    for name in ("templates/a.html", "templates/sections/a.html", "../outside/a.html"):
        with pytest.raises(Unopened):
            create_file(site, name, b"a")
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_file_is_replaced_where_a_link_leads_and_keeps_its_mode(site: Path) -> None:
    (site / "content/a.yaml").write_bytes(b"old")
    (site / "content/a.yaml").chmod(0o640)
    (site / "content/b.yaml").symlink_to("a.yaml")
    replace_file(site, "content/b.yaml", b"new", 100)
    assert (site / "content/b.yaml").is_symlink()
    assert (site / "content/a.yaml").read_bytes() == b"new"
    assert (site / "content/a.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("act", ["write", "fsync"])
def test_a_file_that_cannot_be_written_whole_stays_as_it_was(
    fault: BaseException, act: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "content/a.yaml").write_bytes(b"old")

    def failing(*given: object) -> int:
        raise fault

    monkeypatch.setattr(os, act, failing)
    with pytest.raises(type(fault)):
        replace_file(site, "content/a.yaml", b"new", 100)
    with pytest.raises(type(fault)):
        create_file(site, "content/b.yaml", b"new")
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in (site / "content").iterdir()} == {"a.yaml": b"old"}


def test_a_file_outside_is_not_replaced(site: Path, tmp_path: Path) -> None:
    (tmp_path / "outside/a.yaml").write_bytes(b"theirs")
    (site / "content/a.yaml").symlink_to(tmp_path / "outside/a.yaml")
    with pytest.raises(Unopened):
        replace_file(site, "content/a.yaml", b"new", 100)
    assert (tmp_path / "outside/a.yaml").read_bytes() == b"theirs"
