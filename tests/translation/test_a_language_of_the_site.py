"""A site is published in a language that the package lacks, with the words that it needs and no others."""

import re
from datetime import date
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest
from judges.fixtures import PdfJudge
from judges.verapdf import Profile
from rules.overlay import BASE
from translation.german import new_site, run, translate, with_german

from notice.build import Outcome, build
from notice.check import check
from notice.load import load
from notice.messages import help
from notice.translation.needed import BY_CLDR
from notice.words import standard
from notice.yamlreader import read

DAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A complete site with German."""
    folder = tmp_path_factory.mktemp("german")
    copytree(BASE, folder / "site")
    count = translate(folder / "site", folder / "de.po")
    assert 200 < count < 400
    with_german(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def outcome(site: Path) -> Outcome:
    return build(site, site.parent / "build", DAY, release=True)


def test_it_is_released_without_any_finding_on_its_words(outcome: Outcome, site: Path) -> None:
    assert [f"{one.code} {one.span.file}:{one.span.line}" for one in outcome.findings] == []
    assert {"de", "en", "fi", "sv"} <= {path.partition("/")[0] for path in outcome.published}


def test_its_pages_and_pdfs_are_in_the_language(outcome: Outcome, site: Path) -> None:
    out = site.parent / "build"
    document = next(one for one in outcome.documents if one.language == "de")
    page = (out / document.page_path).read_text(encoding="utf-8")
    assert '<html lang="de"' in page
    assert "Dezember" in page or "November" in page or "Oktober" in page  # CLDR's names of months
    assert " Jahre" in page  # CLDR's durations
    with pikepdf.open(out / document.pdf_path) as pdf:
        assert pdf.Root.Lang == "de"
    choice = (out / "index.html").read_text(encoding="utf-8")
    assert 'lang="de"' in choice and "Deutsch" in choice
    assert (out / "de/index.html").is_file()


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_its_pdf_is_accessible_and_can_be_archived(
    outcome: Outcome, site: Path, page_validation: PdfJudge, profile: Profile
) -> None:
    document = next(one for one in outcome.documents if one.language == "de")
    assert page_validation(site.parent / "build" / document.pdf_path, profile) == []


def test_only_what_the_site_needs_is_to_be_translated(site: Path) -> None:
    words = standard("en").flat
    made = read((site / "content/de/site.yaml").read_bytes(), "site.yaml").tree
    assert isinstance(made, dict)
    assert not BY_CLDR & made.keys()
    count = sum(1 for path in words if _has(made, path))
    assert count < len(words) / 3


def _has(tree: object, path: tuple[str, ...]) -> bool:
    for step in path:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return isinstance(tree, str)


def test_each_missing_word_of_the_language_is_a_finding(site: Path, tmp_path: Path) -> None:
    copytree(site, tmp_path / "site")
    file = tmp_path / "site/content/de/site.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if line.startswith("  skip: "))
    file.write_text("".join([*lines[:at], "  skip:\n", *lines[at + 1 :]]), encoding="utf-8")
    found = check(load(tmp_path / "site"), DAY).findings
    assert [one.code for one in found] == ["T001"]
    status = run("words", "status", tmp_path / "site")
    assert status.exit_code == 1
    assert "content/de/site.yaml:ui.skip  Skip to" in status.output


def test_a_standard_word_that_is_no_longer_needed_is_no_finding_but_a_wrong_id_is(site: Path, tmp_path: Path) -> None:
    copytree(site, tmp_path / "site")
    file = tmp_path / "site/content/de/site.yaml"
    unused = "data:\n"
    text = file.read_text(encoding="utf-8")
    assert text.count(f"\n{unused}") == 1
    file.write_text(text.replace(f"\n{unused}", f"\n{unused}  health-data: x\n  helth-dta: y\n"), encoding="utf-8")
    assert ("data", "health-data") in standard("en").flat
    found = check(load(tmp_path / "site"), DAY).findings
    assert [(one.code, dict(one.arguments)["word"]) for one in found] == [("T004", "data.helth-dta")]


def test_further_words_are_added_when_the_facts_change(tmp_path: Path) -> None:
    site = new_site(tmp_path / "site")
    translate(site, tmp_path / "de.po")
    assert re.fullmatch(r"Nothing is missing in de\. Words needed: \d+\.\n", run("words", "start", "de", site).output)
    file = site / "content/registers/webshop-customers.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("data: [name, ", "data: [name, birth-date, "), encoding="utf-8"
    )
    before = (site / "content/de/site.yaml").read_text(encoding="utf-8").splitlines()
    assert "To be translated: 1." in run("words", "start", "de", site).output
    after = (site / "content/de/site.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ["  # date of birth", "  birth-date:"]
    assert [line for line in after if line not in ("  # date of birth", "  birth-date:")] == before


def test_a_standard_word_that_changes_with_the_package_makes_its_translation_stale(site: Path, tmp_path: Path) -> None:
    """The record is of the English text, wherever that is."""
    copytree(site, tmp_path / "site")
    own = tmp_path / "site/content/en/site.yaml"
    assert not own.exists()
    own.write_text("ui: {skip: Go to the notice}\n", encoding="utf-8")
    assert "content/de/site.yaml:ui.skip  Go to the notice" in run("words", "status", tmp_path / "site").output
    done = run("words", "accept", "de", "ui.skip", "--site", tmp_path / "site")
    assert done.output == "Recorded: 1.\n"
    assert "ui.skip" not in run("words", "status", tmp_path / "site").output


@pytest.mark.parametrize("language", ["et", "el", "uk", "no", "ga"])
def test_any_language_that_the_font_can_show_is_begun(site: Path, tmp_path: Path, language: str) -> None:
    copytree(site, tmp_path / "site")
    assert run("words", "start", language, tmp_path / "site").exit_code == 0
    assert (tmp_path / "site/content" / language / "site.yaml").is_file()


@pytest.mark.parametrize("language", ["ar", "ja", "xx", "../x", "DE", "deutsch"])
def test_a_language_that_cannot_be_written_is_refused(site: Path, language: str) -> None:
    before = sorted(site.rglob("*"))
    done = run("words", "start", language, site)
    assert done.exit_code == 2 and done.stderr.startswith("error: ")
    assert sorted(site.rglob("*")) == before


def test_a_begun_language_waits_for_its_translation_and_each_command_names_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    copytree(BASE, folder)
    assert run("words", "start", "de", folder).exit_code == 0
    status = run("words", "status", folder).stdout
    assert "To be translated into de; the keys are in `content/de/`" in status
    assert f"notice words start de {folder}" not in status
    unnamed = [one for one in check(load(folder), DAY).findings if one.code == "Y018"]
    assert unnamed and all("add `de` to `languages:`" in help(one, "en") for one in unnamed)
    with_german(folder)
    missing = [one for one in check(load(folder), DAY).findings if one.code == "T001"]
    assert missing and all("`notice words start de`" in help(one, "en") for one in missing)


def test_a_language_without_words_names_the_command_that_begins_it(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    copytree(BASE, folder)
    with_german(folder)
    (finding,) = [one for one in check(load(folder), DAY).findings if one.code == "Y014"]
    for language in ("fi", "sv", "en"):
        assert "`notice words start de`" in help(finding, language)
    assert f"`notice words accept sv {folder}`" in run("words", "status", folder).stdout


def test_words_are_accepted_in_the_folder_as_by_the_other_commands(site: Path, tmp_path: Path) -> None:
    copytree(site, tmp_path / "site")
    for arguments in (
        ("sv", tmp_path / "site"),
        ("sv", "--site", tmp_path / "site"),
        ("sv", "name", tmp_path / "site"),
    ):
        done = run("words", "accept", *arguments)
        assert (done.exit_code, done.stderr) == (0, "")
    refused = run("words", "accept", "sv", "zzzz", tmp_path / "site")
    assert refused.exit_code == 2
    assert "`zzzz`" in refused.stderr and f"`notice words status {tmp_path / 'site'}`" in refused.stderr
