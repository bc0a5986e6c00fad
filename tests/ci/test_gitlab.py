"""The GitLab template: its jobs run on an invented site, with the variables of the template and of the example."""

from pathlib import Path
from typing import Any

import pytest
from ci.runner import Runner, replace, runner_with_site, workflow

TEMPLATE = workflow("integrations/gitlab/notice.gitlab-ci.yml")
EXAMPLE = workflow("integrations/gitlab/example.gitlab-ci.yml")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return runner_with_site(tmp_path, "privacy")


def run(runner: Runner, name: str) -> tuple[int, str]:
    """The exit code and the output of a job."""
    job: Any = TEMPLATE[name]
    assert job["extends"] == ".notice"
    variables = {**TEMPLATE["variables"], **EXAMPLE["variables"], **job.get("variables", {})}
    done = runner.run("\n".join(job["script"]), {"CI": "true", "GITLAB_CI": "true", **variables})
    return done.returncode, done.stdout + done.stderr


def test_the_check_writes_the_reports_that_the_job_names(runner: Runner) -> None:
    replace(runner.work / "privacy", ", after: order-delivered", "")
    code, text = run(runner, "notice-check")
    assert code == 1
    assert "virhe[N504]" in text
    reports = TEMPLATE["notice-check"]["artifacts"]["reports"]
    assert set(reports) == {"codequality", "junit"}
    assert all("N504" in runner.text(file) for file in reports.values())


def test_pages_are_built_where_gitlab_publishes_them_from(runner: Runner) -> None:
    code, text = run(runner, "pages")
    assert code == 0, text
    (published,) = TEMPLATE["pages"]["artifacts"]["paths"]
    assert (runner.work / published / "index.html").is_file()


def test_a_draft_is_not_published(runner: Runner) -> None:
    replace(runner.work / "privacy", "{for: 3 years, after: order-delivered}", "unknown")
    assert run(runner, "pages")[0] == 1
    assert not (runner.work / "public").exists()


def test_the_scheduled_job_checks_by_the_law_of_today(runner: Runner) -> None:
    code, text = run(runner, "notice-law")
    assert code in (0, 1), text  # 1 once a table is overdue for review
    replace(runner.work / "privacy", ", after: order-delivered", "")
    assert run(runner, "notice-law")[0] == 1


def test_each_kind_of_pipeline_runs_the_jobs_that_belong_to_it() -> None:
    rules = {name: [rule["if"] for rule in job["rules"]] for name, job in TEMPLATE.items() if "rules" in job}
    main = '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'
    assert rules == {
        "notice-check": ['$CI_PIPELINE_SOURCE == "merge_request_event"', main],
        "pages": [main],
        "notice-law": ['$CI_PIPELINE_SOURCE == "schedule"'],
    }
