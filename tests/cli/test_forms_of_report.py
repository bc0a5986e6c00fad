"""Output formats: only the requested one on standard output, others in files, the same exit code."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with
from verify.two_sites import ROOT

from notice.cli import main
from notice.reports import FOR_TERMINALS, FORMATS

BROKEN = "purposes: {orders: {basis: }}"
WAITING = "controller: {business-id: unknown}"
AS_OF = ("--as-of", "2026-11-22")
FOUND = "Found 1 error and no warnings in 1 notice, by the law of 22 November 2026.\n"


def run(*arguments: object, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(main, [str(one) for one in arguments])


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return site_with(BROKEN, tmp_path / "site")


@pytest.fixture
def waiting(tmp_path: Path) -> Path:
    return site_with(WAITING, tmp_path / "site")


@pytest.mark.parametrize("format", sorted({*FORMATS} - FOR_TERMINALS))
@pytest.mark.parametrize("command", ["check", "build"])
def test_standard_output_is_the_report_alone_and_the_exit_code_is_the_same(
    format: str, command: str, broken: Path
) -> None:
    done = run(command, broken, "--output-format", format, *AS_OF)
    assert done.exit_code == 1
    assert "N202" in done.stdout
    assert format == "markdown" or FOUND not in done.stdout
    assert FOUND in done.stderr
    if format in ("json", "sarif", "gitlab"):
        assert json.loads(done.stdout)


def test_one_run_writes_several_reports(broken: Path, tmp_path: Path) -> None:
    done = run("check", broken, "--output", f"sarif={tmp_path}/a.sarif", "--output", f"junit={tmp_path}/b.xml", *AS_OF)
    assert done.exit_code == 1
    assert done.stdout.startswith("error[N202]")
    assert json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "b.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_the_environment_names_the_form_unless_the_command_does(broken: Path) -> None:
    assert json.loads(run("check", broken, NOTICE_OUTPUT_FORMAT="json").stdout)
    output = run("check", broken, "--output-format", "concise", NOTICE_OUTPUT_FORMAT="json").stdout
    assert re.search(r":\d+:\d+: N202 error: ", output)


WRONG = [
    (("--output-format", "sraif"), "sraif"),
    (("--output", "sraif=a"), "Did you mean `sarif`?"),
    (("--output", "json"), "json=PATH"),
    (("--select", "N999"), "no rule “N999”"),
    (("--ignore", "purpose-without-basis"), "Did you mean `purpose-without-legal-basis`?"),
    (("--fail-level", "fatal"), "fatal"),
    (("--output", "json=/nowhere/at/all.json"), "cannot be written"),
]


@pytest.mark.parametrize(("options", "named"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_what_cannot_be_done_is_exit_code_2_and_named(options: tuple[str, ...], named: str, broken: Path) -> None:
    done = run("check", broken, *options)
    assert done.exit_code == 2
    assert named in done.stderr
    assert "defect" not in done.stderr


def test_paths_for_machines_start_at_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "repository/.git").mkdir(parents=True)
    site = site_with(BROKEN, tmp_path / "repository/shops/one")
    expected = "shops/one/content/registers/customers.yaml"
    for here in (tmp_path, tmp_path / "repository", site):
        monkeypatch.chdir(here)
        output = json.loads(run("check", site, "--output-format", "json").stdout)
        assert [one["path"] for one in output["findings"]] == [expected]


def test_a_page_that_was_refused_stands_where_it_would_have_been_published(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    page = (ROOT / "templates/sections/sources.html").read_text(encoding="utf-8")
    (site / "templates/sections").mkdir(parents=True)
    (site / "templates/sections/sources.html").write_text(f"{page}<script>1</script>", encoding="utf-8")
    output = json.loads(run("build", site, "--html-only", "--output-format", "json").stdout)
    places = {one["path"] for one in output["findings"] if one["code"] == "B007"}
    assert len(places) == 3
    assert all(re.fullmatch(r"build/(fi|sv|en)/[a-z-]+/index\.html", path) for path in places)


def test_github_gets_the_whole_table_in_the_summary_of_the_step(broken: Path, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n", encoding="utf-8")
    run("check", broken, "--output-format", "github", *AS_OF, GITHUB_STEP_SUMMARY=str(file))
    output = file.read_text(encoding="utf-8")
    assert output.startswith("before\n### notice\n")
    assert "| N202 purpose-without-legal-basis |" in output


@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)], ids=lambda value: str(value)
)
def test_the_level_at_which_a_check_fails_can_be_chosen(level: str, code: int, waiting: Path) -> None:
    assert run("check", waiting, "--fail-level", level).exit_code == code


def test_a_check_that_never_fails_still_tells(broken: Path) -> None:
    done = run("check", broken, "--fail-level", "never")
    assert (done.exit_code, "N202" in done.stdout) == (0, True)


@pytest.mark.parametrize("wanted", ["N", "N2", "N202", "n202", "purpose-without-legal-basis", "purpose-", "D,N202"])
def test_rules_are_selected_and_ignored_by_code_family_and_name(wanted: str, broken: Path) -> None:
    selected, ignored = run("check", broken, "--select", wanted), run("check", broken, "--ignore", wanted)
    assert (selected.exit_code, "N202" in selected.stdout) == (1, True)
    assert (ignored.exit_code, "N202" in ignored.stdout) == (0, False)


def test_a_build_is_refused_by_an_error_whatever_is_ignored(broken: Path) -> None:
    for options in (("--ignore", "N202"), ("--select", "D"), ("--fail-level", "never")):
        done = run("build", broken, "--html-only", *options)
        assert done.exit_code == 1
        assert "error[N202]" in done.stdout
        assert not (broken / "build").exists()


def test_a_build_can_be_refused_by_warnings_too(waiting: Path) -> None:
    done = run("build", waiting, "--html-only", "--fail-level", "warning")
    assert done.exit_code == 1
    assert "Waiting for your answer: 1\n" in done.stdout
    assert not (waiting / "build").exists()
    assert run("build", waiting, "--html-only", "--fail-level", "warning", "--ignore", "D002").exit_code == 0


def test_every_finding_is_printed_in_full_where_that_is_asked_for(waiting: Path) -> None:
    brief, full = (run("check", waiting, "--output-format", form, *AS_OF) for form in ("text", "full"))
    assert "warning[D002]" not in brief.stdout and "  business-id  " in brief.stdout
    assert full.stdout.startswith("warning[D002] fact-not-known: ")
    assert brief.stdout.splitlines()[-1] == full.stdout.splitlines()[-1]
    assert (brief.exit_code, full.exit_code, full.stderr) == (0, 0, "")
