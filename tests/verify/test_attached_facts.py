"""The facts that a PDF carries for machines are those that its page tells."""

import json
from pathlib import Path

from rules.laid import lay
from verify.finished import DAY, as_composed, contexts

from notice.check import check
from notice.load import load
from notice.model.answers import FOR_THE_OWNER
from notice.outputs.facts import facts

ANSWERED = """
children-service: no
purposes:
  orders: {impact-assessment: 2026-10-01, expression: unknown}
  bookkeeping: {condition: {ground: non-profit-body, non-profit-aim: yes, members-only: yes}}
sources: {customer: {told-in-advance: yes}}
"""
UNKNOWN = "purposes: {orders: {balancing: unknown, keep: unknown}}\nsite: {address: unknown}"


def test_nothing_that_no_page_tells_is_in_the_facts(tmp_path: Path) -> None:
    """Where the site is published is for the building of the notice, and the balancing for the owner."""
    for number, (example, not_yet) in enumerate((("{}", []), (UNKNOWN, ["purposes.orders.keep"]))):
        [case] = contexts(check(load(lay(example, tmp_path / str(number))), DAY))
        told = json.loads(facts(as_composed(case), case.composed["fi"].document))
        assert told["not-yet-stated"] == not_yet
        assert len(told["register"]["purposes"]) == len(case.notice.register.purposes or {}) > 1
        assert [id for id, purpose in told["register"]["purposes"].items() if "balancing" in purpose] == []


def test_what_the_owner_answers_to_a_rule_is_in_no_facts(tmp_path: Path) -> None:
    """Neither at the top nor within a thing, and not among what is not stated yet."""
    [case] = contexts(check(load(lay(ANSWERED, tmp_path / "site")), DAY))
    told = facts(as_composed(case), case.composed["fi"].document).decode()
    assert case.notice.controller.large_scale_monitoring is False
    assert '"ground": "non-profit-body"' in told
    assert [key for key in sorted(FOR_THE_OWNER) if f'"{key}":' in told] == []
    assert json.loads(told)["not-yet-stated"] == []
