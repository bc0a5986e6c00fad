"""The list of many notices, found without a script by group of people, by controller and by letter."""

import runpy
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bs4 import BeautifulSoup

from notice.build import build
from notice.check import check
from notice.languages import alphabetical
from notice.load import load
from notice.outputs.pages import MANY

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "municipality.py"
DAY = date(2026, 11, 28)
NUMBER = 30


def municipality(folder: Path, number: int) -> Path:
    """The example municipality with a number of registers."""
    for path, text in runpy.run_path(str(EXAMPLE))["files"](number).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@cache
def lists() -> dict[str, str]:
    """The list of notices in each language."""
    with TemporaryDirectory() as folder:
        site = municipality(Path(folder) / "site", NUMBER)
        assert build(site, Path(folder) / "out", DAY, html_only=True).findings == ()
        return {code: (Path(folder) / "out" / code / "index.html").read_text("utf-8") for code in ("fi", "sv", "en")}


def page(language: str) -> BeautifulSoup:
    return BeautifulSoup(lists()[language], "html.parser")


def test_every_register_of_the_example_is_without_fault(tmp_path: Path) -> None:
    loaded = load(municipality(tmp_path, 300))
    assert len(loaded.notices) == 300
    assert loaded.findings == ()
    assert len({words.find("slug") for words in loaded.words.values()}) == 300
    every_service = load(municipality(tmp_path / "few", 25))
    assert check(every_service, DAY).findings == ()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_notices_are_by_group_by_controller_and_by_letter(language: str) -> None:
    assert NUMBER > MANY
    found = page(language)
    assert [one["aria-labelledby"] for one in found.select("section.boxed")] == ["find-yourself", "by-controller"]
    by_controller = found.select("section[aria-labelledby='by-controller'] details")
    assert len(by_controller) == 5
    assert sum(len(one.select("a")) for one in by_controller) == NUMBER
    letters = [one.get_text() for one in found.select(".letters a")]
    assert letters == sorted(letters, key=lambda one: alphabetical(one, language)) and len(letters) > 5
    for link, letter in zip(found.select(".letters a"), letters, strict=True):
        target = found.select_one(str(link["href"]))
        assert target is not None
        titles = [one.get_text() for one in target.select("li a")]
        assert titles and all(title[0].upper() == letter for title in titles)
    assert len(found.select("section[id^='letter-'] li")) == NUMBER


def test_a_person_finds_the_notices_by_who_she_is() -> None:
    groups = {
        one.select("summary")[0].get_text(): [link.get_text() for link in one.select("a")]
        for one in page("sv").select("section[aria-labelledby='find-yourself'] details")
    }
    assert groups["bibliotekskunder (1)"] == ["Bibliotek: Centrum"]
    assert len(groups["vårdnadshavare (6)"]) == 6
    assert [*groups] == sorted(groups, key=lambda one: alphabetical(one, "sv"))


def test_the_list_of_a_language_has_the_names_of_the_language() -> None:
    assert "Fostransnämnden i Exempelby" in lists()["sv"] and "lautakunta" not in lists()["sv"]
    assert "Esimerkin kasvatuslautakunta" in lists()["fi"] and "nämnden" not in lists()["fi"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "a e z å ä ö"), ("fi", "a e z å ä ö"), ("en", "a ä å e ö z")],
)
def test_letters_with_signs_are_where_the_alphabet_has_them(language: str, expected: str) -> None:
    assert sorted("öäåzea", key=lambda one: alphabetical(one, language)) == expected.split()
