"""The command where POSIX's modules, flags and habits are missing: what it needs of a system, Windows has."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("like_windows.py")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="open files are looked up in /proc"),
]


def notice(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command, run in the folder."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "NOTICE_LANGUAGE": "en", **variables}
    command = [sys.executable, str(DRIVER), *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def site_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_module_is_imported_without_what_only_posix_has(tmp_path: Path) -> None:
    done = notice(tmp_path)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 200


def test_a_site_is_made_built_and_built_again_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    """The second build exchanges two folders; the same bytes come out as here."""
    for arguments in (("init", "--example", "shop"), ("build", "shop"), ("build", "shop")):
        done = notice(tmp_path, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
    assert {path.name for path in (tmp_path / "shop").iterdir()} == {".notice", "content", "build"}
    here = [sys.executable, "-m", "notice", "build", "shop", "--out", "here"]
    subprocess.run(here, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
    built = site_of(tmp_path / "shop" / "build")
    assert len(built) > 10
    assert built == site_of(tmp_path / "here")


def test_files_of_the_owner_are_corrected_and_added(tmp_path: Path) -> None:
    assert notice(tmp_path, "init", "--example", "shop").returncode == 0
    register = tmp_path / "shop/content/registers/customers.yaml"
    right = register.read_bytes()
    register.write_bytes(right.replace(b"recipients: [", b"recipeints: [", 1))
    done = notice(tmp_path, "check", "shop", "--fix")
    assert done.returncode == 0, done.stdout + done.stderr
    assert register.read_bytes() == right
    for arguments in (("add", "register", "job-applicants", "shop"), ("theme", "copy", "page.html", "shop")):
        done = notice(tmp_path, *arguments)
        assert done.returncode == 0, done.stderr
    hidden = [path.relative_to(tmp_path / "shop") for path in (tmp_path / "shop").rglob(".*")]
    assert sorted(map(str, hidden)) == [".notice", ".notice/schema/.gitignore"]


def test_a_build_that_is_refused_leaves_the_last_site(tmp_path: Path) -> None:
    for arguments in (("init", "--example", "shop"), ("build", "shop", "--html-only")):
        assert notice(tmp_path, *arguments).returncode == 0
    before = site_of(tmp_path / "shop" / "build")
    register = tmp_path / "shop/content/registers/customers.yaml"
    register.write_bytes(register.read_bytes().replace(b", after: order-delivered", b"", 1))
    assert notice(tmp_path, "build", "shop", "--html-only").returncode == 1
    assert site_of(tmp_path / "shop" / "build") == before


def test_the_command_for_the_release_can_be_pasted_and_paths_have_forward_slashes(tmp_path: Path) -> None:
    assert notice(tmp_path, "init", "--example", "my shop").returncode == 0
    register = tmp_path / "my shop/content/registers/customers.yaml"
    register.write_bytes(register.read_bytes().replace(b"{for: 3 years, after: order-delivered}", b"unknown", 1))
    done = notice(tmp_path, "build", "my shop", "--html-only")
    assert done.returncode == 0, done.stderr
    assert 'notice build "my shop" --html-only --release' in done.stdout
    assert "my shop/build/" in done.stdout


def test_what_is_piped_or_written_to_a_file_is_utf_8(tmp_path: Path) -> None:
    """Whatever the code page of the machine is; a variable of Python's own still decides."""
    assert notice(tmp_path, "init", "--example", "shop").returncode == 0
    register = tmp_path / "shop/content/registers/customers.yaml"
    register.write_bytes(register.read_bytes().replace(b", after: order-delivered", b"", 1))
    arguments = ("check", "shop", "--output-format", "concise", "--language", "fi")
    done = notice(tmp_path, *arguments)
    assert "Tarkoituksen ”orders” säilytysajasta" in done.stdout
    assert "Lainsäädännön" in done.stderr
    done = notice(tmp_path, *arguments, PYTHONIOENCODING="latin-1:strict")
    assert "Tarkoituksen \\u201dorders\\u201d" in done.stdout
