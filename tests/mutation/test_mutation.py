"""Every fact of twelve complete registers is removed or made invalid in turn; each fault is found at its line.

`make figures` checks all of them; here every eighth is checked, and the figures are compared with the number of faults.
"""

import json
from pathlib import Path

import pytest
from mutation.completed import completed, every_preset
from mutation.expected import DEPENDS, MAY_BE_LEFT_OUT, WHEN_REMOVED
from mutation.fields import field_at
from mutation.judged import Verdict, false_alarms, judge_all
from mutation.mutants import facts_of, mutants

from notice.cli.catalogue import catalogue

pytestmark = pytest.mark.slow

FIGURES = Path(__file__).with_name("figures.json")
STEP = 8


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return judge_all(STEP)


def test_there_are_twelve_registers_and_thousands_of_faults() -> None:
    assert len(every_preset()) == 12
    assert all(sum(1 for _ in mutants(preset)) > 150 for preset in every_preset())


def test_every_field_of_the_ten_says_what_its_loss_is_called() -> None:
    fields = {
        field_at(file, path).name for preset in every_preset() for file, path, _ in facts_of(completed(preset))
    } - {""}
    named = {field for field in fields if not field.endswith("[]")}
    assert len(named) > 70
    assert named - set(MAY_BE_LEFT_OUT) - set(WHEN_REMOVED) == set()
    assert set(DEPENDS) <= set(WHEN_REMOVED)
    assert set(MAY_BE_LEFT_OUT) & set(WHEN_REMOVED) == set()


def test_every_code_that_is_awaited_is_a_rule() -> None:
    awaited = {code for codes in WHEN_REMOVED.values() for code in codes.split()}
    assert len(awaited) > 50
    assert awaited - {rule.code for rule in catalogue()} == set()


def test_no_complete_register_has_a_finding() -> None:
    assert false_alarms() == {preset: [] for preset in every_preset()}


def test_every_fault_is_found(verdicts: list[Verdict]) -> None:
    assert len(verdicts) > 400
    assert [one for one in verdicts if not one.found] == []


def test_every_fault_is_found_at_its_line(verdicts: list[Verdict]) -> None:
    assert [one for one in verdicts if not one.at_the_line] == []


def test_the_figures_are_those_of_these_registers() -> None:
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    assert figures["faults"] == sum(1 for preset in every_preset() for _ in mutants(preset))
    assert figures["registers"] == 12
    assert figures["found"] == figures["faults"] == figures["at_the_line"]
    assert figures["false_alarms"] == 0
