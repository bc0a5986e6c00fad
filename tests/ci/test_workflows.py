"""The workflows, the examples and the hook agree with each other and with the version of the package."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from ci.runner import ROOT, replace, runner_with_site, workflow

import notice

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
EXAMPLES = sorted((ROOT / "integrations/github").glob("*.yml"))
NAMING_A_VERSION = (
    *(path.relative_to(ROOT).as_posix() for path in EXAMPLES),
    "integrations/gitlab/notice.gitlab-ci.yml",
    "integrations/pre-commit/pre-commit-config.yaml",
)
USES = re.compile(r"uses: (\S+)@(\S+)(?: # (\S+))?$", re.MULTILINE)


def uses(path: Path) -> list[tuple[str, str, str]]:
    """Each action of the file with its reference and the comment behind it."""
    return USES.findall(path.read_text(encoding="utf-8"))


def test_actions_of_others_are_pinned_by_one_commit_each_with_its_tag_beside_it() -> None:
    seen: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for path in (ROOT / "action.yml", *WORKFLOWS, *EXAMPLES):
        for action, reference, tag in uses(path):
            if action != "OWNER/notice":
                seen[action].add((reference, tag))
    assert len(seen) > 6
    assert {action: refs for action, refs in seen.items() if len(refs) != 1} == {}
    for ((reference, tag),) in seen.values():
        assert re.fullmatch(r"[0-9a-f]{40}", reference)
        assert re.fullmatch(r"v\d+\.\d+\.\d+", tag)


def test_the_package_and_its_metadata_have_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == notice.__version__


@pytest.mark.parametrize("name", NAMING_A_VERSION)
def test_an_example_names_the_version_of_the_package(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"(?:OWNER/notice@v|notice==|rev: v)(\d\S*)", text)
    assert named
    assert set(named) == {notice.__version__}


@pytest.mark.parametrize("path", [*WORKFLOWS, *EXAMPLES], ids=lambda path: path.name)
def test_a_workflow_has_no_permission_that_a_job_does_not_ask_for(path: Path) -> None:
    """None for the whole workflow; each job names its own, and has an end."""
    made = workflow(path.relative_to(ROOT).as_posix())
    assert made["permissions"] == {}
    assert made["jobs"]
    assert [
        name for name, job in made["jobs"].items() if "timeout-minutes" not in job or "permissions" not in job
    ] == []


def test_only_what_publishes_may_write() -> None:
    writing = {
        (path.name, name, scope)
        for path in [*WORKFLOWS, *EXAMPLES]
        for name, job in workflow(path.relative_to(ROOT).as_posix())["jobs"].items()
        for scope, right in job["permissions"].items()
        if right != "read"
    }
    assert writing == {
        ("notice.yml", "publish", "pages"),
        ("notice.yml", "publish", "id-token"),
        ("release.yml", "build", "id-token"),
        ("release.yml", "build", "attestations"),
        ("release.yml", "publish", "id-token"),
    }


def test_a_release_is_published_from_its_own_environment_after_the_tests() -> None:
    jobs = workflow(".github/workflows/release.yml")["jobs"]
    assert jobs["publish"]["environment"]["name"] == "pypi"
    assert set(jobs["publish"]["needs"]) == {"test", "build"}
    assert not any("password" in str(step) or "secrets." in str(step) for job in jobs.values() for step in job["steps"])


@pytest.mark.parametrize("name", [".github/workflows/law.yml", "integrations/github/notice-law.yml"])
def test_the_law_is_looked_at_every_week(name: str) -> None:
    made = workflow(name)
    (schedule,) = made["on"]["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* 1", schedule["cron"])
    (step,) = [step for step in made["jobs"]["law"]["steps"] if "with" in step and "command" in step["with"]]
    assert step["with"] == {"command": "law"}


def test_actionlint_has_nothing_to_say_of_the_workflows(actionlint: Callable[[list[Path]], list[str]]) -> None:
    assert actionlint([*WORKFLOWS, *EXAMPLES]) == []


def test_actionlint_finds_an_unknown_output(actionlint: Callable[[list[Path]], list[str]], tmp_path: Path) -> None:
    text = (ROOT / "integrations/github/notice.yml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.yml"
    broken.write_text(text.replace("steps.pages.outputs", "steps.page.outputs"), encoding="utf-8")
    (found,) = actionlint([broken])
    assert "page" in found
    assert found.startswith("broken.yml:")


(HOOK,) = workflow(".pre-commit-hooks.yaml")


@pytest.mark.parametrize(
    ("file", "is_checked"),
    [
        ("content/site.yaml", True),
        ("privacy/content/fi/customers.yaml", True),
        ("templates/page.html", True),
        ("content.md", False),
        ("mycontent/site.yaml", False),
        ("docs/index.md", False),
    ],
)
def test_the_hook_runs_for_the_files_of_a_site(file: str, is_checked: bool) -> None:
    assert bool(re.search(HOOK["files"], file)) is is_checked


def test_the_hook_refuses_a_commit_with_an_error(tmp_path: Path) -> None:
    """Its entry is run with no file names, and with the arguments of the configuration behind it."""
    assert HOOK["pass_filenames"] == "false"
    runner = runner_with_site(tmp_path, "privacy")
    assert runner.run(f"{HOOK['entry']} privacy").returncode == 0
    replace(runner.work / "privacy", ", after: order-delivered", "")
    assert runner.run(f"{HOOK['entry']} privacy").returncode == 1


def test_the_example_of_the_hook_names_one_that_there_is() -> None:
    (repository,) = workflow("integrations/pre-commit/pre-commit-config.yaml")["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == [HOOK["id"]]
