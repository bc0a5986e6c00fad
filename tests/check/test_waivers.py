"""Waivers: one with a reason and an end suppresses a finding for a time; an invalid one is a finding itself."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import examples, site_with
from texts import help, mark

from notice.check import Checked, check
from notice.findings import Finding
from notice.load import load
from notice.rules import waivers
from notice.rules.rule import Rule

BROKEN = "purposes: {orders: {keep: {after: }}, newsletter: {required: voluntary}}"
"""N504 at `customers.purposes.orders`."""
DAY = date(2026, 11, 22)
REASON = "reason: The board decides in March."
FILE = "content/waivers.yaml"


def checked(folder: Path, text: str, example: str = BROKEN, day: date = DAY) -> Checked:
    site = site_with(example, folder / "site")
    (site / FILE).write_text(text, encoding="utf-8")
    return check(load(site), day)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def test_without_waivers_the_fault_is_found(tmp_path: Path) -> None:
    done = checked(tmp_path, "")
    assert codes(done.findings) == ["N504"]
    assert done.waived == ()


@pytest.mark.parametrize("rule", ["N504", "n504", "retention-incomplete"])
@pytest.mark.parametrize(
    "at", ["", "at: customers, ", "at: customers.purposes.orders, ", "at: customers.purposes.orders.keep.after, "]
)
def test_a_waiver_takes_the_finding_out_and_keeps_its_reason(rule: str, at: str, tmp_path: Path) -> None:
    done = checked(tmp_path, f"- {{rule: {rule}, {at}{REASON}, until: 2027-03-31}}")
    assert done.findings == ()
    [one] = done.waived
    assert (one.finding.code, one.reason, one.until) == ("N504", "The board decides in March.", "2027-03-31")


@pytest.mark.parametrize("at", ["customers.purposes.order", "customers.purposes.bookkeeping", "purposes.orders"])
def test_a_waiver_of_another_place_takes_nothing_out(at: str, tmp_path: Path) -> None:
    done = checked(tmp_path, f"- {{rule: N504, at: {at}, {REASON}, until: 2027-03-31}}")
    assert codes(done.findings) == ["N504", "X001"]


def test_the_last_day_still_counts_and_the_day_after_does_not(tmp_path: Path) -> None:
    text = f"- {{rule: N504, {REASON}, until: 2026-11-22}}"
    assert checked(tmp_path / "last", text).findings == ()
    assert codes(checked(tmp_path / "after", text, day=date(2026, 11, 23)).findings) == ["N504", "X002"]


def test_words_and_the_controller_have_places_too(tmp_path: Path) -> None:
    words = "words: {fi: {purposes: {oders: Tilaukset}}}\ncontroller: {dpo: }"
    text = "".join(
        f"- {{rule: {rule}, at: {at}, {REASON}, until: 2027-03-31}}\n"
        for rule, at in (("T004", "customers.fi.purposes.oders"), ("N109", "controller.dpo"))
    )
    done = checked(tmp_path / "with", text, words)
    assert done.findings == ()
    assert sorted(one.finding.code for one in done.waived) == ["N109", "T004"]


def test_nothing_is_called_unused_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    done = checked(tmp_path, f"- {{rule: N202, {REASON}, until: 2027-03-31}}", "safeguards: [encrypted-conection]")
    assert codes(done.findings) == ["Y007"]


@pytest.mark.parametrize("rule", waivers.RULES, ids=lambda rule: rule.code)
def test_the_examples_of_each_rule_are_true(rule: Rule, tmp_path: Path) -> None:
    shown = examples(rule)
    failed, passed = (
        checked(tmp_path / name, text) for name, text in (("fails", shown.fails), ("passes", shown.passes))
    )
    found = [one for one in failed.findings if one.code == rule.code]
    assert [(one.span.file, one.span.line) for one in found] == [(FILE, 1)]
    assert all(help(one) and mark(one) and one.fact.startswith("waivers.0") for one in found)
    assert {one.code for one in failed.findings} <= {rule.code, "N504"}
    assert passed.findings == ()


@pytest.mark.parametrize("rule", ["D001", "D002", "T001", "N204", "N409", "N711", "Y007", "X001", "B003", "N601"])
def test_what_cannot_be_judged_or_is_only_waiting_is_never_waived(rule: str, tmp_path: Path) -> None:
    done = checked(tmp_path, f"- {{rule: {rule}, {REASON}, until: 2027-03-31}}", "controller: {business-id: unknown}")
    assert "D002" in codes(done.findings)
    assert {"X005", "X006"} & set(codes(done.findings))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("rule: N504", "Y005"),
        ("- N504", "Y006"),
        ("- {rule: N504, untill: 2027-03-31}", "Y004"),
        (f"- {{rule: N504, {REASON}, until: March}}", "Y006"),
        (f"- {{{REASON}, until: 2027-03-31}}", "X005"),
        ("- {rule: N504, reason: unknown, until: 2027-03-31}", "X003"),
    ],
)
def test_a_file_of_waivers_is_read_like_every_other(text: str, code: str, tmp_path: Path) -> None:
    found = [one for one in checked(tmp_path, text).findings if one.span.file == FILE]
    assert code in codes(tuple(found))
    assert "N504" in codes(checked(tmp_path / "again", text).findings)


def test_an_unreadable_end_is_one_finding(tmp_path: Path) -> None:
    done = checked(tmp_path, f"- {{rule: N504, {REASON}, until: March}}")
    assert codes(done.findings) == ["N504", "Y006"]
