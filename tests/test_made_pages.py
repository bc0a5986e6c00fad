"""The generated pages are up to date, and every requirement of the law has an answer."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from notice.cli.catalogue import catalogue
from notice.languages import LANGUAGES
from notice.law.provisions import PROVISIONS

DOCS = Path(__file__).resolve().parents[1] / "docs"
COVERED = {"12", "13", "14", "22", "26", "49"}
"""The articles whose every paragraph and point in `PROVISIONS` must be in the table."""


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", DOCS / "make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows() -> list[dict[str, object]]:
    parts = yaml.safe_load((DOCS / "coverage.yaml").read_text(encoding="utf-8"))
    return [row for part in parts for row in part["rows"]]


def listed(row: dict[str, object], key: str) -> list[str]:
    value = row.get(key, [])
    assert isinstance(value, list)
    return [str(one) for one in value]


def test_what_is_committed_is_what_would_be_made(make: ModuleType) -> None:
    made = make.pages()
    assert len(made) > 150
    committed = {f"{folder}/{page.name}" for folder in ("rules", "keys") for page in (DOCS / folder).iterdir()}
    assert sorted(committed ^ {one for one in made if "/" in one}) == [], "pages missing or left over: run `make docs`"
    old = [path for path, text in made.items() if (DOCS / path).read_text(encoding="utf-8") != text]
    assert old == [], "pages out of date: run `make docs`"


def test_every_line_of_the_law_has_a_rule_or_a_reason(make: ModuleType) -> None:
    assert len(rows()) > 80
    assert [row["what"] for row in rows() if not make.rules_of(row, catalogue()) and not row.get("reason")] == []


def test_every_code_and_every_provision_of_the_table_exists() -> None:
    codes = {rule.code for rule in catalogue()}
    assert {code for row in rows() for code in listed(row, "rules")} - codes == set()
    unknown = {row["what"]: row.get("reason") for row in rows() if not set(listed(row, "cites")) <= set(PROVISIONS)}
    assert all(unknown.values()), unknown


def test_every_paragraph_and_point_that_is_known_stands_in_the_table() -> None:
    named = {key for row in rows() for key in listed(row, "cites")}
    known = {key for key, one in PROVISIONS.items() if one.act == "GDPR" and one.article in COVERED and one.paragraph}
    wholes = {key for key in known if any(other.startswith(f"{key}-") for other in known | named)} - {"49-1"}
    assert len(known) > 40
    assert known - wholes - named == set()


def test_the_families_are_those_of_the_codes(make: ModuleType) -> None:
    assert {rule.code[0] for rule in catalogue()} <= set(make.FAMILIES)


def test_all_21_requirements_are_there() -> None:
    assert sum(1 for row in rows() if str(row["what"]).split()[0] in map(str, range(1, 22))) == 21


def test_every_standard_sentence_of_law_is_listed_for_review(make: ModuleType) -> None:
    groups = yaml.safe_load((DOCS / "words-to-review.yaml").read_text(encoding="utf-8"))
    paths = [path for group in groups for path in group["words"]]
    assert all(key in PROVISIONS for group in groups for key in group["law"])
    for language in LANGUAGES:
        words = make.standard_words(language)
        assert [one for one in paths if not any(make.is_below(path, [one]) for path in words)] == []
        said = {path for path in words if path.startswith("rights.") and path.endswith((".text", ".absent"))}
        assert len(said) >= 15 and [path for path in said if not make.is_below(path, paths)] == []


def test_the_readme_tells_the_figures_as_they_are() -> None:
    figures = json.loads((DOCS.parent / "tests/mutation/figures.json").read_text(encoding="utf-8"))
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert f"how many of {figures['faults']:,} faults" in readme
    assert f"Some {round(len(catalogue()), -1)} rules" in readme
