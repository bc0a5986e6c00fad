"""`action.yml`: its steps run on an invented site, as a runner of GitHub runs them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ci.runner import ROOT, Runner, replace, runner_with_site, workflow

ACTION = workflow("action.yml")
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A runner on which the step that installs has run."""
    made = runner_with_site(tmp_path, "privacy")
    (made.work / "temp" / "notice").mkdir(parents=True)
    (made.work / "temp" / "notice" / "bin").symlink_to(made.commands)
    return made


def step(name: str) -> Any:
    (found,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == name]
    return found


def run(runner: Runner, given: Mapping[str, str]) -> tuple[int, str]:
    """The exit code and the output of the step that runs `notice`, with these inputs and the defaults of the others."""
    assert set(given) <= set(ACTION["inputs"])
    values = {name: given.get(name, one["default"]) for name, one in ACTION["inputs"].items()}
    made = step("Run notice")
    variables = {name: INPUT.sub(lambda found: values[found[1]], value) for name, value in made["env"].items()}
    variables["ACTION"] = variables["ACTION"].replace("${{ github.action_path }}", str(ROOT))
    own = {"RUNNER_TEMP": str(runner.work / "temp"), "GITHUB_ACTIONS": "true"}
    files = {"GITHUB_OUTPUT": str(runner.work / "outputs"), "GITHUB_STEP_SUMMARY": str(runner.work / "summary.md")}
    done = runner.run(made["run"], {**own, **files, **variables})
    return done.returncode, done.stdout + done.stderr


def test_the_action_builds_and_gives_the_folder_of_the_site(runner: Runner) -> None:
    code, text = run(runner, {"folder": "privacy"})
    assert code == 0, text
    assert ACTION["outputs"]["build"]["value"] == "${{ steps.run.outputs.build }}"
    assert runner.text("outputs") == "build=privacy/build\n"
    assert (runner.work / "privacy" / "build" / "index.html").is_file()


def test_the_action_annotates_what_is_missing_and_fails(runner: Runner) -> None:
    replace(runner.work / "privacy", ", after: order-delivered", "")
    code, text = run(runner, {"folder": "privacy", "command": "check", "language": "sv"})
    assert code == 1
    assert "::error title=notice N504 retention-incomplete,file=privacy/content/registers/customers.yaml" in text
    assert "N504" in runner.text("summary.md")


def test_every_input_of_the_action_does_something(runner: Runner) -> None:
    given = {
        "folder": "privacy",
        "out": "public",
        "release": "true",
        "as-of": "2026-11-22",
        "language": "fi",
        "output-format": "concise",
        "reports": "markdown=report.md",
        "command": "build",
    }
    assert set(given) == set(ACTION["inputs"])
    replace(runner.work / "privacy", "{for: 3 years, after: order-delivered}", "unknown")
    code, text = run(runner, given)
    assert code == 1
    assert "privacy/content/registers/customers.yaml:12:11: D002" in text
    assert "22. marraskuuta 2026" in text
    assert "public" in text
    assert "D002" in runner.text("report.md")


def test_an_input_with_shell_in_it_is_only_a_name(runner: Runner) -> None:
    code, text = run(runner, {"folder": "$(touch hacked); touch hacked", "command": "check"})
    assert code == 2, text
    assert not (runner.work / "hacked").exists()


def test_no_expression_is_in_a_shell_line() -> None:
    lines = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert len(lines) == 2
    assert [line for line in lines if "${{" in line] == []


def test_the_page_on_ci_lists_every_input_with_its_variable() -> None:
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (?:`(NOTICE_\w+)`)? ?\| `([\w-]+)` \|", page, re.MULTILINE))
    variables = {name: value for name, value in step("Run notice")["env"].items() if name.startswith("NOTICE_")}
    assert {name: f"${{{{ inputs.{given} }}}}" for name, given in rows.items() if name} == variables
    assert set(rows.values()) == set(ACTION["inputs"])
    script = (ROOT / "integrations/notice-ci").read_text(encoding="utf-8")
    assert set(variables) == set(re.findall(r"^#.*?(NOTICE_\w+)", script, re.MULTILINE)) | {"NOTICE_OUTPUT_FORMAT"}
