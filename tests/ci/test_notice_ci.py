"""`integrations/notice-ci` on an invented site: exit codes, annotations, the built site, what is refused."""

import json
from pathlib import Path

import pytest
from ci.runner import Runner, replace, runner_with_site, script

SITE = "privacy site"


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return runner_with_site(tmp_path, SITE)


def break_retention(runner: Runner) -> None:
    replace(runner.work / SITE, ", after: order-delivered", "")


def annotations(out: str, level: str = "error") -> list[str]:
    return [line for line in out.splitlines() if line.startswith(f"::{level} ")]


def test_a_site_without_errors_is_built_and_its_folder_named(runner: Runner) -> None:
    done = runner.on_github(NOTICE_FOLDER=SITE)
    assert done.returncode == 0, done.stderr
    assert runner.text("outputs") == f"build={SITE}/build\n"
    assert (runner.work / SITE / "build" / "index.html").is_file()
    assert annotations(done.stdout) == []


def test_the_site_is_built_into_the_folder_that_is_named(runner: Runner) -> None:
    assert runner.steps("build", NOTICE_FOLDER=f"{SITE}/", NOTICE_BUILD="public").returncode == 0
    assert (runner.work / "public" / "index.html").is_file()
    assert not (runner.work / SITE / "build").exists()


def test_an_error_is_annotated_once_and_nothing_is_built(runner: Runner) -> None:
    break_retention(runner)
    done = runner.on_github(NOTICE_FOLDER=SITE)
    assert done.returncode == 1
    (annotation,) = annotations(done.stdout)
    assert "title=notice N504 retention-incomplete," in annotation
    assert f"file={SITE}/content/registers/customers.yaml,line=" in annotation
    assert runner.text("summary.md").count("N504") == 1
    assert runner.text("outputs") == ""
    assert not (runner.work / SITE / "build").exists()


def test_a_check_builds_nothing(runner: Runner) -> None:
    done = runner.on_github("check", NOTICE_FOLDER=SITE)
    assert done.returncode == 0
    assert not (runner.work / SITE / "build").exists()
    break_retention(runner)
    assert runner.on_github("check", NOTICE_FOLDER=SITE).returncode == 1


def test_a_warning_is_annotated_and_summed_up_once_though_the_site_is_checked_and_built(runner: Runner) -> None:
    replace(runner.work / SITE, "3 years", "unknown")
    replace(runner.work / SITE, "{for: unknown, after: order-delivered}", "unknown")
    done = runner.on_github(NOTICE_FOLDER=SITE)
    assert done.returncode == 0, done.stdout + done.stderr
    warned = annotations(done.stdout, "warning")
    assert len(warned) == len(set(warned)) == 1
    assert runner.text("summary.md").count("### notice") == 1


def test_the_release_of_a_draft_is_refused_with_annotations_and_the_last_site_stays(runner: Runner) -> None:
    assert runner.on_github(NOTICE_FOLDER=SITE, NOTICE_RELEASE="true").returncode == 0
    before = runner.text(f"{SITE}/build/fi/index.html")
    (runner.work / "outputs").unlink()
    replace(runner.work / SITE, "{for: 3 years, after: order-delivered}", "unknown")
    done = runner.on_github(NOTICE_FOLDER=SITE, NOTICE_RELEASE="true")
    assert done.returncode == 1
    (annotation,) = annotations(done.stdout)
    assert "title=notice D002 fact-not-known," in annotation
    assert runner.text("outputs") == ""
    assert runner.text(f"{SITE}/build/fi/index.html") == before != ""


def test_reports_are_written_beside_the_annotations(runner: Runner) -> None:
    break_retention(runner)
    done = runner.on_github("check", NOTICE_FOLDER=SITE, NOTICE_REPORTS="sarif=notice.sarif gitlab=quality.json")
    assert done.returncode == 1
    assert json.loads(runner.text("notice.sarif"))["version"] == "2.1.0"
    assert [entry["check_name"] for entry in json.loads(runner.text("quality.json"))] == ["N504-retention-incomplete"]
    assert len(annotations(done.stdout)) == 1


def test_outside_github_people_read_the_findings_in_their_language(runner: Runner) -> None:
    break_retention(runner)
    done = runner.steps("check", NOTICE_FOLDER=SITE, NOTICE_LANGUAGE="fi")
    assert done.returncode == 1
    assert "virhe[N504]" in done.stdout
    assert annotations(done.stdout) == []


def test_variables_that_are_empty_count_as_unset(runner: Runner) -> None:
    """Inputs that were not given are empty."""
    empty = dict.fromkeys(("NOTICE_BUILD", "NOTICE_AS_OF", "NOTICE_LANGUAGE", "NOTICE_OUTPUT_FORMAT"), "")
    done = runner.on_github(NOTICE_FOLDER=SITE, NOTICE_REPORTS="", NOTICE_RELEASE="", **empty)
    assert done.returncode == 0, done.stderr


def test_a_folder_may_look_like_an_option(runner: Runner) -> None:
    (runner.work / SITE).rename(runner.work / "--release")
    assert runner.steps("check", NOTICE_FOLDER="--release").returncode == 0


@pytest.mark.parametrize(
    ("argument", "variables"),
    [
        ("publish", {}),
        ("build", {"NOTICE_RELEASE": "yes"}),
        ("build", {"NOTICE_BUILD": "build\nother=1"}),
        ("check", {"NOTICE_AS_OF": "yesterday"}),
        ("check", {"NOTICE_FOLDER": "elsewhere"}),
        ("check", {"NOTICE_REPORTS": "gitlab"}),
    ],
)
def test_what_cannot_run_ends_with_two(runner: Runner, argument: str, variables: dict[str, str]) -> None:
    done = runner.on_github(argument, **{"NOTICE_FOLDER": SITE, **variables})
    assert done.returncode == 2
    assert done.stderr
    assert runner.text("outputs") == ""


@pytest.mark.parametrize(("due", "check", "code"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1), (1, 2, 2), (2, 1, 2)])
def test_the_law_of_today_fails_by_a_review_or_by_a_finding(runner: Runner, due: int, check: int, code: int) -> None:
    """Both are run, whichever fails; a day that is set for other jobs is not used."""
    calls = runner.work / "calls"
    script(
        runner.commands / "notice",
        f'echo "$*" >>"{calls}"; case $1 in law) exit {due} ;; check) exit {check} ;; esac',
    )
    assert runner.steps("law", NOTICE_FOLDER=SITE, NOTICE_AS_OF="2026-11-22").returncode == code
    assert runner.text("calls").splitlines() == ["law --due", f"check -- {SITE}"]


def test_other_jobs_check_by_the_day_that_is_set(runner: Runner) -> None:
    done = runner.steps("build", NOTICE_FOLDER=SITE, NOTICE_AS_OF="2026-11-22", NOTICE_LANGUAGE="en")
    assert done.stdout.count("by the law of 22 November 2026") == 2
