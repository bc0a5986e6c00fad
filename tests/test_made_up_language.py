"""A fourth language of the package is a folder of words and one entry in `languages.py`, tried with a made-up one."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from verify.two_sites import ROOT

ENTRY = '    "en": Language("en", "en_GB", "GB"),\n'

COMPLETE = [
    "tests/test_house.py",
    "tests/test_messages.py",
    "tests/schema/test_key_texts.py",
    "tests/rules/wording/test_stems.py",
]
"""The tests that require all words of every language."""

ELSEWHERE = "not every_word_of_the_package and not every_file and not folder_of_a_machine and not page_on_architecture"
"""Tests that do not depend on languages are not run again."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with Dutch, whose words are a copy of the Finnish ones."""
    folder = tmp_path_factory.mktemp("made-up") / "project"
    for name in ("notice", "templates", "tests", "docs", "content"):
        copytree(ROOT / name, folder / name, ignore=ignore_patterns("__pycache__"))
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    copytree(folder / "notice/locales/fi", folder / "notice/locales/nl")
    languages = folder / "notice/languages.py"
    written = languages.read_text(encoding="utf-8")
    assert written.count(ENTRY) == 1
    made = written.replace(ENTRY, f'{ENTRY}    "nl": Language("nl", "nl", "NL"),\n')
    languages.write_text(made, encoding="utf-8")
    return folder


def run(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the tests with the copy before the project on the path."""
    paths = os.pathsep.join((str(package), str(package / "tests")))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=package, env=environment, capture_output=True, text=True, timeout=300
    )


def test_the_copy_has_the_language_and_is_what_is_run(package: Path) -> None:
    listed = run(package, "-c", "import notice.languages as it; print(it.__file__, *it.LANGUAGES)").stdout
    assert listed.split() == [str(package / "notice/languages.py"), "fi", "sv", "en", "nl"]


@pytest.mark.parametrize("tests", COMPLETE)
def test_it_passes_the_tests_of_completeness(package: Path, tmp_path: Path, tests: str) -> None:
    options = (
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        f"--basetemp={tmp_path / 'inner'}",
        "-k",
        ELSEWHERE,
        tests,
    )
    done = run(package, "-m", "pytest", *options)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_site_of_the_invented_firm_is_built_in_it(package: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    copytree(package / "notice/starter", site)
    copytree(site / "content/fi", site / "content/nl")
    file = site / "content/site.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("languages: [fi, sv, en]\n", "languages: [nl, en]\nfindings-language: nl\n")
    file.write_text(text.replace("default-language: fi", "default-language: nl"), encoding="utf-8")
    for unused in ("fi", "sv"):
        (site / "content" / unused / "customers.yaml").unlink()
    done = run(package, "-m", "notice", "build", str(site), "--out", str(tmp_path / "build"), "--as-of", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "build/nl/asiakasrekisteri/index.html").read_text(encoding="utf-8")
    assert '<html lang="nl"' in page
    assert "22 november 2026" in page  # CLDR's format of the day in Dutch
    assert "Tietosuojaseloste, Asiakasrekisteri" in page


def test_the_schemas_and_the_page_of_keys_are_made_in_it(package: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    copytree(package / "notice/starter", site)
    done = run(package, "-m", "notice", "schema", str(site), "--language", "nl")
    assert done.returncode == 0, done.stderr
    assert "Tarkoituksen oikeusperuste" in (site / ".notice/schema/register.json").read_text(encoding="utf-8")
    assert run(package, "-c", "from notice.schema import page; print(page('nl'))").stdout.startswith("# Avaimet")
