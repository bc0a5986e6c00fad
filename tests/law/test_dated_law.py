"""The law as dated data: every entry has its days and its source, and no rule rests on unread sources alone."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from rules.overlay import site_with

from notice.check import check
from notice.cli import main
from notice.cli.catalogue import catalogue
from notice.findings import Level
from notice.law.adequacy import ADEQUACY, adequacy, ended
from notice.law.rulings import RULINGS, Ruling
from notice.law.statutes import AMENDMENTS, REPEALED, SEEN_UNTIL
from notice.law.unconfirmed import OPEN
from notice.load import load
from notice.messages import catalogue as catalogue_of
from notice.messages import text

TO_BRITAIN = "recipients: {parcel-carrier: {country: GB, transfers: {GB: {mechanism: adequacy}}}}"


def arguments(site: Path, day: date) -> dict[str, dict[str, str]]:
    return {one.code: dict(one.arguments) for one in check(load(site), day).findings}


def test_a_check_of_a_later_day_shows_today_what_lapses_by_then(tmp_path: Path) -> None:
    site = site_with(TO_BRITAIN, tmp_path / "site")
    assert {"N411", "N414"} & set(arguments(site, date(2026, 11, 22))) == set()
    assert arguments(site, date(2031, 11, 1))["N414"]["end"] == "2031-12-27"
    assert arguments(site, date(2032, 1, 1))["N411"]["country"] == "GB"


def test_decisions_hold_on_their_days() -> None:
    assert adequacy("GB", date(2031, 12, 27)) and not adequacy("GB", date(2031, 12, 28))
    assert ended("GB", date(2032, 1, 1)) and not ended("GB", date(2026, 1, 1))
    assert not adequacy("BR", date(2026, 1, 25)) and adequacy("BR", date(2026, 1, 26))
    assert {one.country for one in ADEQUACY if one.partial} == set(catalogue_of("en")["law"]["scopes"])  # type: ignore[index]
    assert {one.country: one.number for one in ADEQUACY if one.number} == {"US": "(EU) 2023/1795"}, (
        "read in the Journal"
    )


def test_amendments_are_known_by_day() -> None:
    """A day is stated only where it was read; every entry was in force when the statute book was read."""
    days = {one.by: one.start for one in AMENDMENTS}
    assert days["1225/2023"] == date(2024, 1, 1) and days["1620/2015"] is None
    assert all(one.start is None or one.start <= SEEN_UNTIL for one in AMENDMENTS)
    assert REPEALED["523/1999"] == date(2019, 1, 1)


def test_every_decision_that_is_known_says_something_and_is_cited_by_a_rule_or_waits_for_one() -> None:
    cited = {str(one) for rule in catalogue() for one in rule.cites if isinstance(one, Ruling)}
    assert len(cited) > 12
    assert cited <= {str(one) for one in RULINGS.values()}
    assert all(one.says.endswith(".") and one.read in ("in full", "summary") for one in RULINGS.values())


def test_a_rule_that_nothing_but_guidance_asks_for_is_no_error() -> None:
    """An error has a provision or a decision behind it, or is one of reading, of words, or of the finished site."""
    without = [rule.code for rule in catalogue() if not rule.cites and rule.level is Level.ERROR]
    assert [code for code in without if code[0] not in "YTBDX"] == []


def test_unconfirmed_points_are_printed() -> None:
    result = CliRunner().invoke(main, ["law", "--as-of", "2032-01-01"])
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    said = " ".join(result.stdout.split())
    assert "27 December 2031: has ended, adequacy decision: United Kingdom" in said
    assert "C-703/25 P: may end the adequacy decision: United States" in said
    assert len(OPEN) > 8 and all(text("en", "law", "open", one.id, "point") in said for one in OPEN)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_decision_is_cited_in_the_owners_language(language: str) -> None:
    result = CliRunner().invoke(main, ["explain", "N802", "--language", language])
    assert "CJEU" not in result.stdout and "C-673/17" in result.stdout
