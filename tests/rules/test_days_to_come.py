"""Days of past events are not after the day of the check; days on which something begins may be."""

from datetime import date
from pathlib import Path

import pytest
from load.changed_site import REGISTER, Change, changed_site

from notice.check import check
from notice.findings import Finding, Level, Span
from notice.load import load
from notice.messages import help

TODAY = date(2026, 11, 22)

SCC = "US: {mechanism: scc, copy: request}"

AHEAD = [
    Change(REGISTER, "history: [2026-11-22]", 'history: [«"2027-11-28"»]'),
    Change(REGISTER, "history: [2026-11-22]", "history: [2026-11-22, «2026-11-23»]"),
    Change(REGISTER, "history: [2026-11-22]", "history: [«2036-11-22», 2026-11-22]"),
    Change(REGISTER, "    balancing: yes", "    balancing: yes\n    impact-assessment: «2027-01-01»"),
    Change(REGISTER, SCC, "US: {mechanism: scc, copy: request, verified: «2027-01-01»}"),
]


def found(folder: Path, change: Change, day: date = TODAY) -> tuple[list[Span], list[Finding]]:
    places = changed_site(folder, change)
    return places, [one for one in check(load(folder), day).findings if one.code == "P018"]


@pytest.mark.parametrize("change", AHEAD, ids=[row.new.strip() for row in AHEAD])
def test_a_day_of_something_done_that_lies_ahead_is_an_error(change: Change, tmp_path: Path) -> None:
    places, [finding] = found(tmp_path / "site", change)
    assert ([finding.span], finding.level) == (places, Level.ERROR)
    assert "--as-of" in help(finding, "en")


@pytest.mark.parametrize("change", AHEAD, ids=[row.new.strip() for row in AHEAD])
def test_it_is_none_once_the_day_has_come(change: Change, tmp_path: Path) -> None:
    assert found(tmp_path / "site", change, date(2036, 11, 22))[1] == []


LAWFUL = [
    Change(REGISTER, "history: [2026-11-22]", "history: [2026-11-01, 2026-11-22]"),
    Change(REGISTER, "    balancing: yes", "    balancing: yes\n    new-since: 2027-01-01"),
    Change(REGISTER, "    balancing: yes", "    balancing: yes\n    impact-assessment: 2026-11-22"),
    Change(REGISTER, SCC, "US: {mechanism: scc, copy: request, verified: 2026-11-22}"),
]


@pytest.mark.parametrize("change", LAWFUL, ids=[row.new.strip() for row in LAWFUL])
def test_today_and_what_begins_later_are_spared(change: Change, tmp_path: Path) -> None:
    assert found(tmp_path / "site", change)[1] == []


def test_a_certificate_seen_in_the_future_is_one_fault(tmp_path: Path) -> None:
    """C018 reports it already."""
    changed_site(tmp_path / "site", Change(REGISTER, SCC, "US: {mechanism: dpf, verified: 2027-01-01}"))
    codes = [one.code for one in check(load(tmp_path / "site"), TODAY).findings]
    assert "C018" in codes and "P018" not in codes
