"""Waivers and the baseline in a report: always counted, shown on request."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with

from notice.cli import main

BROKEN = "purposes: {orders: {keep: {after: }}}"
WAIVER = "- {rule: N504, reason: The board decides in March., until: 2027-03-31}\n"
AS_OF = ("--as-of", "2026-11-22")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with(BROKEN, tmp_path / "site")


def test_a_waived_finding_is_counted_and_shown_on_request(site: Path) -> None:
    (site / "content/waivers.yaml").write_text(WAIVER, encoding="utf-8")
    plain, shown = run("check", site, *AS_OF), run("check", site, "--show-waived", *AS_OF)
    assert (plain.exit_code, shown.exit_code) == (0, 0)
    assert plain.stdout.endswith("by the law of 22 November 2026. Not counted: 1 waived.\n")
    assert "N504" not in plain.stdout
    assert shown.stdout.startswith("waived[N504] ")
    assert "reason: The board decides in March.\n" in shown.stdout


def test_a_build_with_a_waived_error_says_so_every_time(site: Path) -> None:
    (site / "content/waivers.yaml").write_text(WAIVER, encoding="utf-8")
    done = run("build", site, "--html-only", *AS_OF)
    assert done.exit_code == 0
    assert "Waived: N504 at " in done.stderr
    assert "until 2027-03-31: The board decides in March." in done.stderr
    assert "The board decides" not in "".join(
        path.read_text(encoding="utf-8") for path in (site / "build").rglob("*") if path.suffix in (".html", ".json")
    )


def test_known_findings_do_not_count_and_new_ones_do(site: Path) -> None:
    written = run("check", site, "--write-baseline", *AS_OF)
    assert (written.exit_code, "Known findings: 1." in written.stdout) == (0, True)
    known = run("check", site, *AS_OF)
    assert known.exit_code == 0
    assert known.stdout.endswith("Not counted: 1 known from the baseline.\n")
    register = site / "content/registers/customers.yaml"
    register.write_text("# moved\n\n" + register.read_text(encoding="utf-8").replace("basis: consent", "x: y"))
    again = run("check", site, *AS_OF)
    assert again.exit_code == 1
    assert "N202" in again.stdout and "N504" not in again.stdout
    assert "N504" in run("check", site, "--no-baseline", *AS_OF).stdout


def test_an_obsolete_entry_is_reported_and_pruned_on_request(site: Path) -> None:
    run("check", site, "--write-baseline")
    site_with("{}", site.parent / "whole")
    fixed = (site.parent / "whole/content/registers/customers.yaml").read_text(encoding="utf-8")
    (site / "content/registers/customers.yaml").write_text(fixed, encoding="utf-8")
    result = run("check", site)
    assert (result.exit_code, ": 1." in result.stderr, "--prune-baseline" in result.stderr) == (0, True, True)
    assert "findings that no longer occur: 1." in run("check", site, "--prune-baseline").stderr
    assert json.loads((site / "notice-baseline.json").read_text(encoding="utf-8")) == {"version": 1, "findings": []}
    assert "finding of" not in run("check", site).stderr


def test_a_baseline_may_stand_elsewhere_and_must_be_one(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "known.json"
    assert run("check", site, "--baseline", other).exit_code == 2
    run("check", site, "--write-baseline", "--baseline", other)
    assert not (site / "notice-baseline.json").exists()
    assert run("check", site, "--baseline", other).exit_code == 0
    other.write_text("[]", encoding="utf-8")
    done = run("check", site, "--baseline", other)
    assert (done.exit_code, "is not a baseline" in done.stderr) == (2, True)


def test_what_cannot_be_read_is_never_known(tmp_path: Path) -> None:
    site = site_with("safeguards: [encrypted-conection]", tmp_path / "site")
    written = run("check", site, "--write-baseline")
    assert "Known findings: 0." in written.stdout
    assert "unreadable files or waivers: 1." in written.stderr
    assert run("check", site).exit_code == 1


def test_a_build_knows_no_baseline(site: Path) -> None:
    run("check", site, "--write-baseline")
    assert run("build", site, "--html-only").exit_code == 1
