"""A site from somebody else: no file outside it is read, no read blocks, and each fault has its place."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from load.changed_site import CONTROLLER, DAY, REGISTER, SITE, Change, changed_site, read_and_checked
from texts import help, message, refusing

from notice.build import build
from notice.check import check
from notice.errors import CannotRun
from notice.findings import Finding, Level
from notice.load import load
from notice.load.vocabulary import entries

SWEDISH = "content/sv/customers.yaml"
VOCABULARY = "content/vocabulary.yaml"
WAIVERS = "content/waivers.yaml"
SECRET = "a line that nobody may see"

READ = [SITE, CONTROLLER, REGISTER, SWEDISH, "content/sv/site.yaml", VOCABULARY, WAIVERS]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    changed_site(tmp_path / "site")
    (tmp_path / "secret").write_text(f"{SECRET}: [\n", encoding="utf-8")
    return tmp_path / "site"


def linked(path: Path) -> None:
    path.symlink_to(next(above for above in path.parents if above.name == "site").parent / "secret")


def dangling(path: Path) -> None:
    path.symlink_to("none.yaml")


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def piped(path: Path) -> None:
    os.mkfifo(path)


def foldered(path: Path) -> None:
    path.mkdir()


UNFIT: dict[str, Callable[[Path], None]] = {
    "a link to a file outside": linked,
    "a link that leads nowhere": dangling,
    "a link to a device": endless,
    "a named pipe": piped,
    "a folder": foldered,
}


def replaced(site: Path, file: str, unfit: Callable[[Path], None]) -> None:
    (site / file).unlink(missing_ok=True)
    unfit(site / file)


def places(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.span.file) for one in findings]


@pytest.mark.parametrize("unfit", UNFIT)
@pytest.mark.parametrize("file", READ)
def test_a_file_that_is_none_of_the_site_is_one_finding_at_its_place(file: str, unfit: str, site: Path) -> None:
    replaced(site, file, UNFIT[unfit])
    found = read_and_checked(site)
    assert places(found) == [("Y024", file)]
    assert found[0].level is Level.ERROR
    assert SECRET not in str(found)


@pytest.mark.parametrize("file", READ)
def test_a_file_of_two_gib_is_not_read(file: str, site: Path) -> None:
    (site / file).touch()
    os.truncate(site / file, 2 << 30)
    assert places(read_and_checked(site)) == [("Y012", file)]


@pytest.mark.parametrize("folder", ["content", "content/sv", "content/registers", "templates"])
def test_a_folder_that_is_a_link_to_outside_is_one_finding(folder: str, site: Path, tmp_path: Path) -> None:
    """Also if it has files with the right names."""
    if (site / folder).exists():
        shutil.move(site / folder, tmp_path / "away")
    (tmp_path / "away").mkdir(exist_ok=True)
    (site / folder).symlink_to(tmp_path / "away")
    assert places(read_and_checked(site)) == [("Y024", folder)]


def test_links_inside_the_site_are_followed_and_what_they_lead_to_is_read_once(site: Path) -> None:
    shutil.move(site / "content/sv", site / "content/swedish")
    (site / "content/sv").symlink_to("swedish", target_is_directory=True)
    shutil.move(site / REGISTER, site / "facts.yaml")
    (site / REGISTER).symlink_to("../../facts.yaml")
    assert read_and_checked(site) == ()


@pytest.mark.parametrize("unfit", UNFIT)
def test_a_logo_that_is_no_file_of_the_site_is_found_where_it_is_named(unfit: str, tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", Change(SITE, "", "theme: {logo: «logo.svg»}\n"))
    (tmp_path / "secret").write_text(SECRET, encoding="utf-8")
    UNFIT[unfit](tmp_path / "site/content/logo.svg")
    [found] = read_and_checked(tmp_path / "site")
    assert (found.code, found.span) == ("Y024", place)


def test_a_logo_of_two_gib_is_too_large(tmp_path: Path) -> None:
    [place] = changed_site(tmp_path / "site", Change(SITE, "", "theme: {logo: «logo.svg»}\n"))
    (tmp_path / "site/content/logo.svg").touch()
    os.truncate(tmp_path / "site/content/logo.svg", 2 << 30)
    [found] = read_and_checked(tmp_path / "site")
    assert (found.code, found.span) == ("Y022", place)


@pytest.mark.parametrize("file", ["frame.html", "sections/rights.html", "notice.typ", "fonts/a.woff2", "own.html"])
@pytest.mark.parametrize("unfit", [unfit for unfit in UNFIT if unfit != "a folder"])
def test_a_template_that_is_no_file_of_the_site_is_found_before_a_build(file: str, unfit: str, site: Path) -> None:
    (site / "templates" / file).parent.mkdir(parents=True)
    UNFIT[unfit](site / "templates" / file)
    assert places(read_and_checked(site)) == [("Y024", f"templates/{file}")]
    outcome = build(site, site.parent / "out", DAY, html_only=True)
    assert (outcome.published, [one.code for one in outcome.findings]) == ((), ["Y024"])


def test_a_template_that_became_a_link_after_the_check_is_not_published(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "templates").mkdir()
    (site / "templates/style.css").symlink_to(site.parent / "secret")
    monkeypatch.setattr("notice.load.unfit_templates", lambda _: ())
    with refusing(CannotRun, r"`templates/style\.css` is a symbolic link to a place outside the site"):
        build(site, site.parent / "out", DAY, html_only=True)
    assert not (site.parent / "out").exists()


def test_a_template_of_two_gib_is_not_read(site: Path) -> None:
    (site / "templates").mkdir()
    (site / "templates/style.css").touch()
    os.truncate(site / "templates/style.css", 2 << 30)
    assert places(read_and_checked(site)) == [("Y024", "templates/style.css")]


def test_files_that_nothing_names_are_not_opened(site: Path) -> None:
    """They do not belong to the site; links are not followed."""
    piped(site / "content/pipe.yaml")
    linked(site / "content/fi/link.yaml")
    (site / "content/up").symlink_to("..")
    (site / "content/root").symlink_to("/")
    assert places(read_and_checked(site)) == [("Y018", "content/fi/link.yaml"), ("Y018", "content/pipe.yaml")]


def test_own_terms_outside_the_site_are_not_searched(site: Path) -> None:
    replaced(site, VOCABULARY, linked)
    with refusing(CannotRun, r"`content/vocabulary.yaml` is a symbolic link") as refused:
        entries(site)
    assert SECRET not in refused.said


@pytest.mark.parametrize("name", [b"caf\xe9.yaml", b"\xff/customers.yaml", b"a\xc3.yml"])
@pytest.mark.parametrize("folder", ["content", "content/registers", "content/fi"])
def test_a_name_that_is_not_utf_8_is_shown_by_its_bytes(name: bytes, folder: str, site: Path) -> None:
    path = site / folder / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text("a: b\n", encoding="utf-8")
    [found] = read_and_checked(site)
    shown = name.decode("utf-8", "backslashreplace")
    assert (found.code, found.span.file) == ("Y018", f"{folder}/{shown}")
    assert "not UTF-8" in help(found)
    message(found).encode()


def test_a_template_whose_name_is_not_utf_8_is_no_defect(site: Path) -> None:
    (site / "templates").mkdir()
    linked(site / "templates" / os.fsdecode(b"\xff.html"))
    [found] = read_and_checked(site)
    assert found.span.file == "templates/\\xff.html"
    message(found).encode()


@pytest.mark.parametrize("file", [file for file in READ if file != "content/sv/site.yaml"])
def test_a_file_that_may_not_be_read_is_a_finding(file: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / file).touch()
    real = os.open

    def refusing(path: str, *given: int, **named: int) -> int:
        if path == Path(file).name and given[0] & os.O_NONBLOCK:
            raise PermissionError(13, "Permission denied", path)
        return real(path, *given, **named)

    monkeypatch.setattr(os, "open", refusing)
    monkeypatch.setattr(os, "supports_dir_fd", {*os.supports_dir_fd, refusing})
    found = [one for one in check(load(site), DAY).findings if one.span.file == file]
    assert [(one.code, message(one)) for one in found] == [("Y014", f"`{file}` cannot be opened: Permission denied")]


@pytest.mark.parametrize("folder", ["content", "content/sv"])
def test_a_folder_that_may_not_be_searched_is_a_finding(
    folder: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after `chmod 000`: neither the folder's list nor its files can be read."""
    real_stat, real_list, closed = Path.lstat, os.scandir, str(site / folder)

    def lstat(path: Path) -> os.stat_result:
        if str(path).startswith(closed + "/"):
            raise PermissionError(13, "Permission denied", str(path))
        return real_stat(path)

    def scandir(path: str) -> object:
        if str(path).startswith(closed):
            raise PermissionError(13, "Permission denied", path)
        return real_list(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    monkeypatch.setattr(os, "scandir", scandir)
    found = check(load(site), DAY).findings
    assert {one.code for one in found} == {"Y014"}
    assert all(one.span.file.startswith(folder) and "Permission denied" in message(one) for one in found)
