"""The documentation is correct: examples, dependencies, commands and links."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import copytree

import click
import pytest
import yaml

from notice.build import build
from notice.check import check
from notice.cli import main
from notice.files import LARGEST_TEMPLATE
from notice.findings import Finding, Level
from notice.load import load, logo, png, svg
from notice.model.texts import LONGEST
from notice.presets import starter
from notice.presets import write_new_files as write_new
from notice.prose import DEEPEST, MOST_OPEN
from notice.prose import LONGEST as LONGEST_WORD
from notice.reports import Report, render
from notice.reports.texts import summary
from notice.rules import RULES
from notice.rules.wording.matcher import MOST_OF_A_TEXT
from notice.schema import KINDS
from notice.schema.modelines import modeline, schema_of
from notice.yamlreader import nodes
from notice.yamlreader.source import LARGEST as LARGEST_YAML

ROOT = Path(__file__).resolve().parents[1]
STARTER = ROOT / "notice" / "starter"
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
DAY = date(2026, 11, 22)

MADE_BY_OWNERS = {
    "content/de/",
    "content/de/site.yaml",
    "content/sv/site.yaml",
    "content/vocabulary.yaml",
    "content/waivers.yaml",
}
"""Files that a site may have and the invented firm's lacks."""


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def part(page: str, heading: str) -> str:
    """The text under a heading, up to the next."""
    prose = re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#+ |\Z)", prose, re.MULTILINE | re.DOTALL)
    assert found, f"no heading “{heading}”"
    return found[1]


def rows(table: str) -> dict[str, str]:
    """The rows of the tables by the code in the first cell."""
    return dict(re.findall(r"^\| `([^`]+)`[^|]*\|(.*)$", table, re.MULTILINE))


def test_the_guide_lists_no_keys_by_hand() -> None:
    """They are in docs/keys/, generated from the model; words are not keys."""
    guide = text("docs/writing-facts.md")
    assert "](keys/en.md)" in guide
    assert "| key |" not in guide


def test_the_page_on_editors_names_every_schema_and_its_files() -> None:
    page = text("docs/editor.md")
    rows = dict(re.findall(r"^\| `([\w<>-]+)\.json` \| `(content/[^`]+)` \|$", page, re.MULTILINE))
    assert rows == {kind: files for kind, (_, files) in KINDS.items()} | {
        "words-<language>": "content/<language>/*.yaml"
    }
    for files in rows.values():
        assert schema_of(files.replace("*", "customers").replace("<language>", "fi"))
    assert modeline("content/registers/customers.yaml") in page.splitlines()


def test_the_examples_applied_to_the_invented_firm_have_no_error(tmp_path: Path) -> None:
    """All of them at once, and the site is built: each fact of the examples finds its place on the page."""
    folder = tmp_path / "site"
    copytree(STARTER, folder)
    shown = re.findall(r"^```yaml\n# (content/\S+)\n(.*?)^```", text("docs/writing-facts.md"), re.MULTILINE | re.DOTALL)
    assert len(shown) > 9
    assert all((folder / file).is_file() or file in MADE_BY_OWNERS for file, _ in shown)
    for file, example in shown:
        path = folder / file
        before = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if path.is_file() else {}
        laid = merged(before, yaml.load(example, Loader=yaml.BaseLoader))
        path.write_text(yaml.safe_dump(laid, allow_unicode=True, sort_keys=False), encoding="utf-8")
    outcome = build(folder, tmp_path / "build", DAY, html_only=True)
    assert errors(outcome.findings) == []
    assert outcome.published


def merged(before: object, after: object) -> object:
    if not isinstance(before, dict) or not isinstance(after, dict):
        return after
    return before | {key: merged(before.get(key), value) for key, value in after.items()}


def errors(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.level is Level.ERROR]


def test_the_readme_shows_the_invented_firms_own_yaml() -> None:
    (shown,) = re.findall(r"^```yaml\n(purposes:\n.*?)^```", text("README.md"), re.MULTILINE | re.DOTALL)
    register_file = (STARTER / "content/registers/customers.yaml").read_text(encoding="utf-8")
    assert len(shown.splitlines()) > 5
    assert shown in register_file


def test_the_readme_shows_a_finding_as_it_is_printed(tmp_path: Path) -> None:
    """The retention of the first purpose loses its start, as the page says."""
    (shown,) = re.findall(r"^```text\n(error.*?)^```", text("README.md"), re.MULTILINE | re.DOTALL)
    write_new(tmp_path / "demo", starter(DAY))
    _change(tmp_path / "demo", "keep: {for: 3 years, after: order-delivered}", "keep: {for: 3 years}")
    checked = check(load(tmp_path / "demo"), DAY)
    report = Report(checked.findings, checked.loaded.sources, DAY, 1, shown=lambda file: f"demo/{file}")
    printed = render("text", report)
    assert shown == f"{printed}\n{summary(checked.findings, 1, '22 November 2026')}\n"


def test_what_the_readme_marks_as_unknown_and_proposed_waits(tmp_path: Path) -> None:
    """The marks of the page make a draft, which a release refuses."""
    (shown,) = re.findall(r"^```yaml\n(recipients:\n.*?)^```", text("README.md"), re.MULTILINE | re.DOTALL)
    folder = tmp_path / "demo"
    copytree(STARTER, folder)
    file = folder / "content/registers/customers.yaml"
    before = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    laid = merged(before, yaml.load(shown, Loader=yaml.BaseLoader))
    file.write_text(yaml.safe_dump(laid, allow_unicode=True, sort_keys=False), encoding="utf-8")
    draft = build(folder, tmp_path / "build", DAY, html_only=True)
    assert draft.published and draft.is_draft
    release = build(folder, tmp_path / "build", DAY, html_only=True, release=True)
    assert not release.published
    assert {finding.code for finding in errors(release.findings)} == {"D001", "D002"}


def _change(folder: Path, old: str, new: str) -> None:
    file = folder / "content/registers/customers.yaml"
    before = file.read_text(encoding="utf-8")
    assert before.count(old) == 1
    file.write_text(before.replace(old, new), encoding="utf-8")


def test_every_command_and_option_that_the_pages_name_exists() -> None:
    named = [
        found
        for page in PAGES
        for found in re.findall(r"(?:`|^    )notice ([a-z]+)((?: [^`\n#]+)?)", page.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(named) > 8
    for command, rest in named:
        known = main.get_command(click.Context(main), command)
        assert known is not None, command
        inner = (
            known.get_command(click.Context(known), "".join(rest.split()[:1]))
            if isinstance(known, click.Group)
            else None
        )
        commands = [one for one in (known, inner) if one]
        parameters = [each for one in commands for each in one.get_params(click.Context(one))]
        options = {option for each in parameters for option in each.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= options


def test_every_dependency_has_its_row() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    page = text("docs/dependencies.md")
    groups = {"In use": project["dependencies"], **_by_heading(project["optional-dependencies"])}
    for heading, wanted in groups.items():
        assert set(rows(part(page, heading))) == {re.split(r"[><=]", one)[0] for one in wanted}


def _by_heading(extras: Mapping[str, list[str]]) -> dict[str, list[str]]:
    assert set(extras) == {"test", "lint"}
    return {"For the tests": extras["test"], "For the style": extras["lint"]}


def test_the_rule_that_is_shown_is_a_real_one() -> None:
    (shown,) = re.findall(r"^```python\n(.*?)^```", text("docs/writing-rules.md"), re.MULTILINE | re.DOTALL)
    assert "@rule(" in shown
    assert any(shown in file.read_text(encoding="utf-8") for file in (ROOT / "notice" / "rules").rglob("*.py"))


def test_the_rules_that_a_decision_names_exist() -> None:
    page = text("docs/decisions/0005-codes-of-rules.md")
    named = re.findall(r"([A-Z]\d{3}) ([a-z]+(?:-[a-z]+)+)", page)
    assert len(named) > 8
    assert set(named) <= {(rule.code, rule.name) for rule in RULES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    """Links, and paths of the project in code marks."""
    written = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", "", written, flags=re.MULTILINE | re.DOTALL)
    links = {target for target in re.findall(r"\]\(([^)#]+)\)", prose) if "://" not in target}
    assert {link for link in links if not (page.parent / link).exists()} == set()
    named = set(re.findall(r"`((?:docs|tests|notice|templates|content|\.ci)/[\w./-]+)`", written))
    assert {name for name in named - MADE_BY_OWNERS if not (ROOT / name).exists()} == set()


def test_the_limits_of_the_page_on_security_are_those_of_the_code() -> None:
    table = part(text("docs/security.md"), "Limits")
    for limit in (
        f"{LARGEST_YAML >> 20} MiB",
        f"{logo.MOST:,} bytes",
        f"{png.MOST_PIXELS // 1_000_000} million pixels",
        f"{svg.MOST_ELEMENTS:,} elements",
        f"{LARGEST_TEMPLATE >> 20} MiB",
        f"{LONGEST} characters",
        f"{nodes.MOST_VALUES:,}, those that aliases repeat included",
        f"aliases in a file | {nodes.MOST_ALIASES} |",
        f"{LONGEST_WORD:,} characters",
        f"do not end it | {MOST_OPEN} |",
        f"findings of one rule in one text | {MOST_OF_A_TEXT} |",
        f"nested lists in words | {DEEPEST} |",
    ):
        assert limit in table, limit


def test_every_test_that_the_page_on_security_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)(?: \d+)?`", text("docs/security.md"))
    assert len(named) > 10
    assert [one for one in named if not (ROOT / one).exists()] == []
