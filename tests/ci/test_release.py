"""`.ci/release` refuses what is no release before it builds anything, and the source archive is complete."""

import subprocess
import sys
import tarfile
from pathlib import Path
from shutil import copy2

import pytest
from ci.runner import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose version is 0.2.0 and has its heading in the changelog."""
    (tmp_path / ".ci").mkdir()
    copy2(ROOT / ".ci/release", tmp_path / ".ci/release")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "notice"\nversion = "0.2.0"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## 0.2.0 – 2026-11-28\n", encoding="utf-8")
    (tmp_path / "constraints.txt").write_text("hatchling==0.0.0\n", encoding="utf-8")
    return tmp_path


def refusal(checkout: Path, *tag: str) -> str:
    """The line with which it ends."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHON": sys.executable}
    command = ["bash", str(checkout / ".ci/release"), *tag]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert not (checkout / "dist" / "notice-0.2.0.tar.gz").exists()
    return done.stderr


@pytest.mark.parametrize("tag", ["v0.1.0", "0.2.0", "v0.2.0rc1", "v0.2.0; touch hacked"])
def test_a_tag_that_is_not_the_version_is_refused(checkout: Path, tag: str) -> None:
    assert refusal(checkout, tag) == f"The tag {tag} is not the version 0.2.0 of pyproject.toml.\n"
    assert not (checkout / "hacked").exists()


def test_a_release_without_a_tag_is_refused(checkout: Path) -> None:
    assert "the tag of the release" in refusal(checkout)


@pytest.mark.parametrize("heading", ["## Unreleased", "## 0.2.0rc1", "## 0x2y0", "### 0.2.0"])
def test_a_version_without_its_heading_in_the_changelog_is_refused(checkout: Path, heading: str) -> None:
    (checkout / "CHANGELOG.md").write_text(f"# Changelog\n\n{heading}\n", encoding="utf-8")
    assert refusal(checkout, "v0.2.0") == "CHANGELOG.md has no heading for 0.2.0.\n"


def test_files_of_an_earlier_build_are_not_released(checkout: Path) -> None:
    (checkout / "dist").mkdir()
    assert refusal(checkout, "v0.2.0").startswith("dist/ is there already")


@pytest.mark.slow
def test_a_wheel_can_be_made_from_the_source_archive(tmp_path: Path) -> None:
    """It holds what the wheel needs, and no more of the repository's own matters."""
    hatchling = [sys.executable, "-m", "hatchling", "build"]
    subprocess.run([*hatchling, "-t", "sdist", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
        opened.extractall(tmp_path, filter="data")
    assert {"integrations/notice-ci", "constraints.txt", "CHANGELOG.md", "notice/starter/content/site.yaml"} <= names
    assert not any(name.startswith((".ci", ".github", "content/")) for name in names)
    inner = tmp_path / archive.name.removesuffix(".tar.gz")
    subprocess.run([*hatchling, "-t", "wheel", "-d", str(tmp_path)], cwd=inner, check=True, capture_output=True)
    assert len(list(tmp_path.glob("*.whl"))) == 1
