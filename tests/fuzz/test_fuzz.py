"""Hostile files end in findings: a sample of the inputs that `tests/fuzz/run.py` reads by the ten thousand."""

import pytest
from fuzz.inputs import KINDS, made
from fuzz.run import MEGABYTES, run, run_all


def test_an_input_is_the_same_each_time_and_inputs_differ() -> None:
    assert made(7) == made(7)
    assert len({made(number).body for number in range(50)}) > 45
    assert {made(number).kind for number in range(300)} == set(KINDS)


def test_a_few_hostile_inputs_leave_no_traceback() -> None:
    results = [run(number) for number in range(60)]
    assert [one for one in results if one.wrong and not one.wrong.endswith((" s", " MB"))] == []


@pytest.mark.slow
def test_hostile_inputs_leave_no_traceback_and_stay_small() -> None:
    """Seconds are left to the script: no test depends on the machine's speed."""
    results = list(run_all(range(10_000, 10_600)))
    assert [one for one in results if one.wrong and not one.wrong.endswith(" s")] == []
    assert MEGABYTES == 300
