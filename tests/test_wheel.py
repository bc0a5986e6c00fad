"""The installed package: a wheel has everything that the command needs, and builds the same site."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the installed wheel, and without the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def run(package: Path, *arguments: str, within: Path) -> subprocess.CompletedProcess[str]:
    """The command `notice` of the package in `package`, run in the folder `within`."""
    environment = os.environ | {"PYTHONPATH": str(package), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-m", "notice", *arguments]
    return subprocess.run(command, cwd=within, env=environment, capture_output=True, text=True, check=False)


def site_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_code_templates_words_vocabulary_and_the_invented_firm(installed: Path) -> None:
    for held in (
        "templates/page.html",
        "templates/notice.typ",
        "locales/fi/notice/rights.yaml",
        "locales/sv/notice/rights.yaml",
    ):
        assert (installed / "notice" / held).is_file()
    assert (installed / "notice/vocabulary/data.yaml").is_file()
    assert (installed / "notice/vocabulary/LICENSE-DPV.md").is_file()
    assert (installed / "notice/starter/content/site.yaml").is_file()
    assert (installed / "notice/locales/fi/messages/W.yaml").is_file()
    assert (installed / "notice/locales/sv/patterns.yaml").is_file()
    assert len([*(installed / "notice/presets").glob("*/register.yaml")]) >= 10
    assert (installed / "notice/py.typed").is_file()
    assert not list(installed.rglob("test_*.py"))


def test_the_installed_command_makes_and_builds_a_site(installed: Path, tmp_path: Path) -> None:
    made = run(installed, "init", "--example", "demo", within=tmp_path)
    assert made.returncode == 0, made.stderr
    built = run(installed, "build", "demo", within=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "demo/build/index.html").is_file()
    assert len(list((tmp_path / "demo/build").rglob("*.pdf"))) == 3


def test_the_installed_command_builds_the_same_bytes_as_the_checkout(installed: Path, tmp_path: Path) -> None:
    for package, name in ((installed, "wheel"), (ROOT, "checkout")):
        assert run(package, "init", "--example", name, within=tmp_path).returncode == 0
        assert run(package, "build", name, within=tmp_path).returncode == 0
    wheel, checkout = site_of(tmp_path / "wheel/build"), site_of(tmp_path / "checkout/build")
    assert len(wheel) > 10
    assert wheel == checkout
