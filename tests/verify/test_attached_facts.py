"""The facts that a PDF carries for machines are those that its page tells."""

import json
from pathlib import Path

from rules.laid import lay
from verify.finished import DAY

from notice.check import check
from notice.load import load
from notice.outputs.facts import facts

UNKNOWN = "purposes: {orders: {means: unknown, keep: unknown}}\nsite: {address: unknown}"


def test_nothing_that_no_page_tells_is_in_the_facts(tmp_path: Path) -> None:
    """Where the site is published and by what means data are processed is for the building of the notice."""
    for number, (example, not_yet) in enumerate((("{}", []), (UNKNOWN, ["purposes.orders.keep"]))):
        [case] = check(load(lay(example, tmp_path / str(number))), DAY).cases
        told = json.loads(facts(case.notice, case.composed["fi"].document))
        assert told["not-yet-stated"] == not_yet
        assert len(told["register"]["purposes"]) == len(case.notice.register.purposes or {}) > 1
        assert [id for id, purpose in told["register"]["purposes"].items() if "means" in purpose] == []
