"""Files of the site are opened only inside its folder, without blocking, and up to a limit of size."""

import os
import socket
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from texts import refusing

from notice.files import FolderEntry, TooLarge, Unopened, check_file, is_inside, printable, read_file, read_given, walk

SECRET = b"a line that nobody may see"

Lay = Callable[[Path, Path], object]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one file, beside a folder with a secret."""
    (tmp_path / "site/content/fi").mkdir(parents=True)
    (tmp_path / "site/content/site.yaml").write_bytes(b"languages: [fi]\n")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/x.yaml").write_bytes(SECRET)
    return tmp_path / "site"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def bound_socket(path: Path) -> None:
    os.chdir(path.parent)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)


def two_links(path: Path, outside: Path) -> None:
    path.with_name("y").symlink_to(outside / "x.yaml")
    path.symlink_to("y")


def large(path: Path) -> None:
    path.touch()
    os.truncate(path, 2 << 30)


UNFIT: dict[str, tuple[Lay, str]] = {
    "a link to a file outside": (lambda x, out: x.symlink_to(out / "x.yaml"), "`x.yaml` is a symbolic link to a place"),
    "an absent file outside": (lambda x, out: x.symlink_to(out / "none"), "`x.yaml` is a symbolic link to a place"),
    "a link by way of `..`": (lambda x, out: x.symlink_to("../outside/x.yaml"), "`x.yaml` is a symbolic link to a"),
    "a link to a link": (two_links, "`x.yaml` is a symbolic link to a place outside"),
    "a device": (lambda x, out: x.symlink_to("/dev/zero"), "`x.yaml` is a symbolic link to a place outside"),
    "a link that leads nowhere": (
        lambda x, out: x.symlink_to("none"),
        "`x.yaml` is a broken symbolic link",
    ),
    "a link to itself": (lambda x, out: x.symlink_to("x.yaml"), "`x.yaml` is a broken symbolic link"),
    "a folder": (lambda x, out: x.mkdir(), "`x.yaml` is a folder, not a regular file"),
    "a named pipe": (lambda x, out: pipe(x), "`x.yaml` is a named pipe, not a regular file"),
    "a socket": (lambda x, out: bound_socket(x), "`x.yaml` is a socket, not a regular file"),
    "a large file": (lambda x, out: large(x), "`x.yaml` has 2147483648 bytes"),
}


@pytest.mark.parametrize("unfit", UNFIT)
@pytest.mark.parametrize("opens", [read_file, check_file])
def test_what_is_no_small_regular_file_inside_is_not_opened(
    unfit: str, opens: Callable[[Path, str, int], object], site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lay, reason = UNFIT[unfit]
    lay(site / "x.yaml", tmp_path / "outside")
    with refusing(Unopened) as refused:
        opens(site, "x.yaml", 100)
    assert refused.said.startswith(reason)
    assert isinstance(refused.value, TooLarge) == (unfit == "a large file")


def test_the_link_on_the_way_is_named(site: Path, tmp_path: Path) -> None:
    (site / "content/sv").symlink_to(tmp_path / "outside")
    for name in ("content/sv/x.yaml", "content/sv/none.yaml"):
        with pytest.raises(Unopened) as refused:
            read_file(site, name, 100)
        assert refused.value.file == "content/sv"


@pytest.mark.parametrize("name", ["../outside/x.yaml", "content/../../outside/x.yaml"])
def test_a_name_cannot_lead_outside(name: str, site: Path) -> None:
    with refusing(Unopened, "lies outside the site"):
        read_file(site, name, 100)


def test_a_link_inside_the_site_is_followed_and_the_site_may_be_named_by_a_link(site: Path, tmp_path: Path) -> None:
    (site / "content/shared.yaml").symlink_to("site.yaml")
    (site / "content/sv").symlink_to(site / "content/fi", target_is_directory=True)
    (site / "content/fi/a.yaml").write_bytes(b"a")
    (tmp_path / "link").symlink_to(site)
    for folder in (site, tmp_path / "link"):
        assert read_file(folder, "content/shared.yaml", 100) == b"languages: [fi]\n"
        assert read_file(folder, "content/sv/a.yaml", 100) == b"a"


@pytest.mark.parametrize("name", ["none", "content/site.yaml/x", "x" * 300, "a\0b", "\ud800"])
def test_a_file_that_is_not_there_is_missing_and_so_is_one_that_cannot_be(name: str, site: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_file(site, name, 100)


@pytest.mark.parametrize("size", [0, 1, 99, 100])
def test_a_file_of_the_largest_size_is_read_whole(size: int, site: Path) -> None:
    (site / "x.yaml").write_bytes(b"a" * size)
    assert read_file(site, "x.yaml", 100) == read_given(site / "x.yaml", 100) == b"a" * size


def test_a_file_that_grows_while_it_is_read_is_not_read_without_end(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = site / "x.yaml"
    file.write_bytes(b"a" * 50)
    real = os.fstat

    def growing(handle: int) -> os.stat_result:
        status = real(handle)
        with file.open("ab") as more:
            more.write(b"a" * 200)
        return status

    monkeypatch.setattr(os, "fstat", growing)
    with pytest.raises(TooLarge):
        read_file(site, "x.yaml", 100)


def test_a_folder_that_became_a_link_after_it_was_looked_at_is_not_followed(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path is resolved and then opened step by step: no step may have become a link in between."""
    (site / "content/fi/x.yaml").write_bytes(b"a")
    real = os.path.realpath

    def swapping(path: str) -> str:
        found = str(real(path))
        if found.endswith("x.yaml"):
            (site / "content/fi").rename(site / "away")
            (site / "content/fi").symlink_to(tmp_path / "outside")
        return found

    monkeypatch.setattr(os.path, "realpath", swapping)
    with pytest.raises(OSError):
        read_file(site, "content/fi/x.yaml", 100)


def test_a_pipe_on_the_command_line_is_not_waited_for(tmp_path: Path) -> None:
    pipe(tmp_path / "pipe")
    with refusing(Unopened, "is a named pipe"):
        read_given(tmp_path / "pipe", 100)


def found(entries: Iterable[FolderEntry]) -> list[str]:
    return [entry.file for entry in entries]


def test_a_folder_is_listed_without_following_links(site: Path, tmp_path: Path) -> None:
    (site / "content/up").symlink_to("..")
    (site / "content/out").symlink_to(tmp_path / "outside")
    (site / "content/fi/a.yaml").write_bytes(b"a")
    listed = ["content/fi", "content/out", "content/site.yaml", "content/up", "content/fi/a.yaml"]
    assert found(walk(site, "content")) == listed
    assert found(walk(site, "templates")) == []
    (site / "templates").symlink_to(tmp_path / "outside")
    with refusing(Unopened, "`templates` is a symbolic link"):
        found(walk(site, "templates"))


def test_folders_as_deep_as_the_system_can_have_them_are_listed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "content")
    for _ in range(2500):
        os.mkdir("d")  # noqa: PTH102 - relative, since the whole path is longer than the system allows
        os.chdir("d")
    last = list(walk(site, "content"))[-1]
    for _ in range(2500):
        os.chdir("..")
        os.rmdir("d")  # noqa: PTH106 - as above
    assert last.error is not None


def test_a_folder_that_cannot_be_listed_is_named_with_the_reason(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("fi"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    errors = {entry.file: entry.error for entry in walk(site, "content") if entry.error}
    assert {file: error.strerror for file, error in errors.items()} == {"content/fi": "Permission denied"}


def test_inside_is_a_matter_of_where_a_path_leads(site: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(site / "content")
    inside = (site, site / "content/new/deep", tmp_path / "link/fi", tmp_path / "outside/../site/x")
    assert [path for path in inside if not is_inside(path, site)] == []
    outside = (tmp_path, tmp_path / "site2", site / "../outside", tmp_path / "none/at/all")
    assert [path for path in outside if is_inside(path, site)] == []


def test_a_name_that_is_not_utf_8_is_printed_with_its_bytes() -> None:
    assert printable(os.fsdecode(b"caf\xe9/\xffa")) == "caf\\xe9/\\xffa"
    assert printable("café") == "café"
