"""The facts attached to a PDF are those on its page."""

import json
from pathlib import Path

from rules.overlay import site_with
from verify.two_sites import DAY, as_composed, contexts

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
UNKNOWN = "purposes: {orders: {means: unknown, keep: unknown}}\nsite: {address: unknown}"


def test_only_facts_of_the_page_are_attached(tmp_path: Path) -> None:
    """The site's address and the means of processing only control how the notice is made."""
    for number, (example, not_yet) in enumerate((("{}", []), (UNKNOWN, ["purposes.orders.keep"]))):
        [case] = contexts(check(load(site_with(example, tmp_path / str(number))), DAY))
        attached = json.loads(facts(as_composed(case), case.composed["fi"].document))
        assert attached["not-yet-stated"] == not_yet
        assert len(attached["register"]["purposes"]) == len(case.notice.register.purposes or {}) > 1
        assert [id for id, purpose in attached["register"]["purposes"].items() if "means" in purpose] == []


def test_what_the_owner_answers_to_a_rule_is_in_no_facts(tmp_path: Path) -> None:
    """Neither at the top level nor nested, and not among `not-yet-stated`."""
    [case] = contexts(check(load(site_with(ANSWERED, tmp_path / "site")), DAY))
    attached = facts(as_composed(case), case.composed["fi"].document).decode()
    assert case.notice.controller.large_scale_monitoring is False
    assert '"ground": "non-profit-body"' in attached
    assert [key for key in sorted(FOR_THE_OWNER) if f'"{key}":' in attached] == []
    assert json.loads(attached)["not-yet-stated"] == []
