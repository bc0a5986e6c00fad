"""Paths, names and line ends of Windows, where another system can make them."""

import ntpath
import os
from pathlib import Path, PureWindowsPath
from shutil import copytree

import pytest
from click.testing import CliRunner
from windows.like_windows import refusing_open

from notice.cli import main
from notice.cli.places import from_here
from notice.cli.streams import is_reader_gone
from notice.files import create_file, replace_file
from notice.findings import texts
from notice.publish.folder import claim

STARTER = Path(__file__).resolve().parents[2] / "notice" / "starter"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    copytree(STARTER, tmp_path / "shop")
    return tmp_path / "shop"


def test_paths_in_messages_have_forward_slashes() -> None:
    assert texts({"folder": PureWindowsPath(r"C:\shops\one")}) == (("folder", "C:/shops/one"),)


def test_a_path_on_another_drive_is_printed_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "relpath", ntpath.relpath)
    elsewhere = Path("D:/shops/one")
    assert from_here(elsewhere) == elsewhere


def test_a_site_on_another_drive_is_checked(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From another drive no relative path leads there: `os.path.relpath` raises `ValueError`."""
    register = site / "content/registers/customers.yaml"
    register.write_bytes(register.read_bytes().replace(b", after: order-delivered", b"", 1))

    def on_another_drive(path: str, start: str = "") -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", on_another_drive)
    done = CliRunner().invoke(main, ["check", str(site / "content"), "--language", "en"])
    assert done.exit_code == 1, done.stderr
    assert f"--> {register.as_posix()}:" in done.stdout


@pytest.mark.parametrize(
    "path",
    [
        "con",
        "fi/aux.html",
        "fi/LPT1.pdf",
        "fi/Nul",
        "fi/a.",
        "fi/a ",
        "a./index.html",
        "a?b",
        'a"b',
        "a<b",
        "a|b",
        "a*b",
    ],
)
def test_no_file_is_published_under_a_name_that_windows_cannot_have(path: str) -> None:
    with pytest.raises(ValueError, match="The artifact path"):
        claim(path, {})


@pytest.mark.parametrize("path", ["console.html", "fi/auxiliary/index.html", "_headers", ".nojekyll", "com10/lpt.pdf"])
def test_names_that_only_resemble_those_are_published(path: str) -> None:
    names: dict[str, str] = {}
    claim(path, names)
    assert path in names.values()


def test_a_closed_pipe_is_no_lost_output(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows reports it as an invalid argument, which elsewhere is another fault."""
    assert is_reader_gone(BrokenPipeError(32, "Broken pipe"))
    assert not is_reader_gone(OSError(22, "Invalid argument"))
    monkeypatch.setattr("notice.cli.streams.WINDOWS", True)
    assert is_reader_gone(OSError(22, "Invalid argument"))
    assert not is_reader_gone(OSError(28, "No space left on device"))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are looked up there")
def test_a_file_that_was_begun_is_closed_before_it_is_deleted(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(handle: int) -> None:
        raise OSError(28, "No space left on device")

    before = sorted(site.rglob("*"))
    monkeypatch.setattr(os, "unlink", refusing_open(os.unlink))
    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OSError, match="No space"):
        create_file(site, "content/new.yaml", b"new")
    with pytest.raises(OSError, match="No space"):
        replace_file(site, "content/site.yaml", b"new", 1 << 20)
    assert sorted(site.rglob("*")) == before


def test_line_ends_of_windows_change_no_byte_of_the_site(site: Path, tmp_path: Path) -> None:
    run = CliRunner()
    assert run.invoke(main, ["build", str(site), "--out", str(tmp_path / "lf")]).exit_code == 0
    for file in site.rglob("*.yaml"):
        body = file.read_bytes()
        assert b"\r" not in body
        file.write_bytes(body.replace(b"\n", b"\r\n"))
    done = run.invoke(main, ["build", str(site), "--out", str(tmp_path / "crlf")])
    assert done.exit_code == 0, done.output
    one, other = (site_of(tmp_path / name) for name in ("lf", "crlf"))
    assert len(one) > 10
    assert one == other


def test_a_finding_has_the_same_place_in_a_file_with_line_ends_of_windows(site: Path) -> None:
    register = site / "content/registers/customers.yaml"
    shown = []
    for end in (b"\n", b"\r\n"):
        body = (STARTER / "content/registers/customers.yaml").read_bytes()
        register.write_bytes(body.replace(b", after: order-delivered", b"", 1).replace(b"\n", end))
        shown.append(CliRunner().invoke(main, ["check", str(site), "--language", "en"]).stdout)
    assert "error[N504]" in shown[0]
    assert shown[0] == shown[1]


def site_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
