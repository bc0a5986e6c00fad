"""Start-up: each command imports only what it uses, measured in new processes."""

import subprocess
import sys
from pathlib import Path

import pytest
from rules.overlay import site_with
from verify.two_sites import ROOT

from notice import __version__

HEAVY = {
    "pydantic",
    "pydantic_core",
    "jinja2",
    "typst",
    "yaml",
    "pikepdf",
    "pypdfium2",
    "selectolax",
    "bs4",
    "markdown",
    "babel",
    "starlette",
    "uvicorn",
    "watchfiles",
    "anyio",
}
FOR_SERVING = {"starlette", "uvicorn", "watchfiles", "anyio", "asyncio"}
FOR_BUILDING = {"typst", "pikepdf", "pypdfium2", "selectolax", "jinja2", "bs4"}

LOADED = """
import sys
from notice.cli import main
main({arguments!r}, standalone_mode=False)
print("loaded:", *sorted({{name.partition(".")[0] for name in sys.modules}}))
"""


def fresh(*command: str, within: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=within,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT)},
    )


def loaded(*arguments: str, within: Path) -> set[str]:
    """The packages that a process has imported when the command ends."""
    done = fresh("-c", LOADED.format(arguments=list(arguments)), within=within)
    assert done.returncode == 0, done.stderr
    packages = set(done.stdout.rpartition("loaded:")[2].split())
    assert {"click", "notice"} <= packages
    return packages


@pytest.mark.parametrize(("option", "needed"), [("--version", set()), ("--help", {"yaml"})])
def test_asking_for_the_version_or_help_loads_nothing_heavy(option: str, needed: set[str], tmp_path: Path) -> None:
    assert loaded(option, within=tmp_path) & HEAVY <= needed  # help: the texts of the catalogue


def test_making_a_new_site_loads_only_what_its_schemas_need(tmp_path: Path) -> None:
    assert loaded("init", "demo", within=tmp_path) & HEAVY <= {"yaml", "pydantic", "pydantic_core", "babel", "markdown"}


@pytest.mark.parametrize(
    "arguments", [("rules",), ("explain", "N202"), ("vocabulary", "email"), ("check", "site")], ids=lambda row: row[0]
)
def test_what_builds_nothing_loads_nothing_for_building(arguments: tuple[str, ...], tmp_path: Path) -> None:
    site_with("{}", tmp_path / "site")
    assert loaded(*arguments, within=tmp_path) & (FOR_BUILDING | FOR_SERVING) == set()


def test_pages_alone_need_no_pdf_engine(tmp_path: Path) -> None:
    site_with("{}", tmp_path / "site")
    found = loaded("build", "site", "--html-only", within=tmp_path)
    assert "jinja2" in found
    assert found & {"typst", "pikepdf", "pypdfium2", "bs4", *FOR_SERVING} == set()


def test_python_runs_the_package_as_the_command(tmp_path: Path) -> None:
    done = fresh("-m", "notice", "--version", within=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"notice {__version__}\n", "")


def test_exit_codes_reach_the_shell(tmp_path: Path) -> None:
    assert fresh("-m", "notice", "check", str(site_with("{}", tmp_path / "good")), within=tmp_path).returncode == 0
    broken = fresh("-m", "notice", "check", str(site_with("people: [costumers]", tmp_path / "bad")), within=tmp_path)
    assert (broken.returncode, broken.stderr) == (1, "")
    nowhere = fresh("-m", "notice", "check", within=tmp_path)
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
