"""The notice of 2020, stated unchanged: the rules report what a lawyer found in it, by code and place."""

from datetime import date
from functools import cache
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from notice.check import check
from notice.cli.catalogue import catalogue
from notice.findings import Finding
from notice.load import load

HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
FAULTS: dict[str, dict[str, dict[str, list[str]]]] = TABLE["faults"]
ONCE: dict[str, dict[str, str]] = {name: fault["once"] for name, fault in TABLE["faults"].items() if "once" in fault}

FILES = {
    "controller": "content/controller.yaml",
    "register": "content/registers/customers.yaml",
    "site": "content/site.yaml",
    "words": "content/fi/customers.yaml",
}


@cache
def findings(site: Path = HERE / "site") -> tuple[Finding, ...]:
    return check(load(site), date(2026, 11, 26)).findings


def codes(*faults: str) -> set[str]:
    """The codes that the table gives to the faults."""
    return {code for fault in faults for listed in FAULTS[fault].get("codes", {}).values() for code in listed}


def test_the_table_has_all_faults_each_with_codes_or_a_reason() -> None:
    assert [*FAULTS] == [f"S{number:02}" for number in range(1, 33)]
    assert all(fault.get("says") and bool(codes(name)) != bool(fault.get("reason")) for name, fault in FAULTS.items())
    assert sum(bool(codes(name)) for name in FAULTS) >= 20


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_by_its_codes_in_their_files(fault: str) -> None:
    found = {(finding.code, Path(finding.span.file).as_posix()) for finding in findings()}
    named = {(code, FILES[file]) for file, listed in FAULTS[fault].get("codes", {}).items() for code in listed}
    assert named - found == set()


def test_nothing_else_is_found() -> None:
    assert {finding.code for finding in findings()} == codes(*FAULTS) | {*TABLE["besides"]}
    assert all(TABLE["besides"].values()) and codes(*FAULTS).isdisjoint(TABLE["besides"])


def test_the_codes_are_rules_of_the_catalogue() -> None:
    known = {rule.code for rule in catalogue()}
    assert codes(*FAULTS) | {*TABLE["besides"]} | {once["finds"] for once in ONCE.values()} <= known


@pytest.mark.parametrize("fault", ONCE)
def test_what_the_notice_left_unsaid_is_found_once_it_is_said(fault: str, tmp_path: Path) -> None:
    once = ONCE[fault]
    assert once["finds"] not in {finding.code for finding in findings()}
    file = copytree(HERE / "site", tmp_path / "site") / FILES[once["file"]]
    text = file.read_text(encoding="utf-8")
    assert text.count(once["reads"]) == 1
    file.write_text(text.replace(once["reads"], once["as"]), encoding="utf-8")
    assert once["finds"] in {finding.code for finding in findings(tmp_path / "site")}


def test_every_purpose_source_and_cookie_is_found_lacking() -> None:
    """The finding is reported at every one of them, not only at the first."""
    lines = {code: {one.span.line for one in findings() if one.code == code} for code in ("N501", "N701", "N301")}
    assert len(lines["N501"]) == len(lines["N701"]) == 12
    assert len(lines["N301"]) == 5


def test_the_owner_is_invented() -> None:
    """Every address is in a domain reserved for examples, and no number is in use."""
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((HERE / "site").rglob("*.yaml")))
    assert "shop.example.fi" in text and "kalvo" not in text.lower()
    assert text.count("@") == text.count("@shop.example.fi") and "010 000 0000" in text
