"""The notice of 2020, stated as facts just as it stood: what a lawyer found in it, the rules find, each by its code."""

from datetime import date
from functools import cache
from pathlib import Path

import yaml

from notice.check import check
from notice.cli.catalogue import catalogue
from notice.findings import Finding
from notice.load import load

HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
FAULTS: dict[str, dict[str, object]] = TABLE["faults"]


@cache
def findings() -> tuple[Finding, ...]:
    return check(load(HERE / "site"), date(2026, 11, 26)).findings


def codes_of(fault: dict[str, object]) -> set[str]:
    codes = fault.get("codes", [])
    assert isinstance(codes, list)
    return {*codes}


def test_the_table_has_all_faults_each_with_codes_or_a_reason() -> None:
    assert [*FAULTS] == [f"S{number:02}" for number in range(1, 33)]
    assert all(("codes" in fault) != ("reason" in fault) for fault in FAULTS.values())
    assert sum("codes" in fault for fault in FAULTS.values()) >= 20


def test_every_fault_that_facts_or_words_show_is_found_by_its_code() -> None:
    found = {finding.code for finding in findings()}
    assert {name: codes_of(fault) - found for name, fault in FAULTS.items() if codes_of(fault) - found} == {}


def test_nothing_else_is_found() -> None:
    expected = set[str]().union(*map(codes_of, FAULTS.values())) | {*TABLE["besides"]}
    assert {finding.code for finding in findings()} == expected


def test_the_codes_are_rules_of_the_catalogue() -> None:
    known = {rule.code for rule in catalogue()}
    assert {*TABLE["besides"]} | set[str]().union(*map(codes_of, FAULTS.values())) <= known


def test_every_purpose_source_and_cookie_is_found_lacking() -> None:
    """Not one of each is found and the others missed: the finding stands at each."""
    lines = {code: {one.span.line for one in findings() if one.code == code} for code in ("N501", "N701", "N301")}
    assert len(lines["N501"]) == len(lines["N701"]) == 9
    assert len(lines["N301"]) == 5


def test_the_owner_is_invented() -> None:
    """Every address is in a domain that is kept for examples, and every number is nobody's."""
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((HERE / "site").rglob("*.yaml")))
    assert "shop.example.fi" in text and "kalvo" not in text.lower()
    assert text.count("@") == text.count("@shop.example.fi") and "010 000 0000" in text
