"""The faults of form, by the examples of their pages."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from rules.overlay import REGISTER, STARTER, examples

from notice.check import check
from notice.load import load
from notice.rules import loading, reading
from notice.rules.rule import Rule

SHOWN = [rule for rule in (*reading.RULES, *loading.RULES) if examples(rule).fails]


def test_most_faults_of_form_have_an_example() -> None:
    assert len(SHOWN) > 10


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_a_file_with_the_fault_is_found_out(rule: Rule, tmp_path: Path) -> None:
    """The example is appended to a valid register, so the fault is the example's."""
    site = tmp_path / "site"
    shutil.copytree(STARTER, site)
    (site / f"content/registers/{REGISTER}.yaml").write_text(examples(rule).fails, encoding="utf-8")
    found = [finding for finding in check(load(site), date(2026, 11, 22)).findings if finding.code == rule.code]
    assert found
    assert {finding.name for finding in found} == {rule.name}
    assert all(finding.span.file.endswith(f"{REGISTER}.yaml") for finding in found)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_a_file_without_the_fault_is_not(rule: Rule, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(STARTER, site)
    (site / f"content/registers/{REGISTER}.yaml").write_text(examples(rule).passes, encoding="utf-8")
    assert rule.code not in {finding.code for finding in check(load(site), date(2026, 11, 22)).findings}
