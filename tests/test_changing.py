"""The steps of docs/changing.md, followed in a copy of the project: a made-up rule, a fact and a JSON output work."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from verify.two_sites import ROOT

LANGUAGES = ("fi", "sv", "en")

RULE = '''@rule("N199", "13-1-a", level=Level.WARNING)
def controller_without_phone(context: RuleContext) -> Iterator[Violation]:
    """The controller can be called.

    Fails::

        controller:
          phone:
          requests: {channels: [email, post]}

    Passes::

        controller:
          phone: 010 000 0001
    """
    if context.controller.lacks(CONTROLLER.phone):
        yield context.controller[CONTROLLER.phone].missing(name=context.controller.facts.name)


'''

TEXTS = {
    "en": "N199:\n  message: There is no telephone number of {name}\n  help: write one\n",
    "fi": "N199:\n  title: Puhelinnumero puuttuu\n  duty: Rekisterinpitäjälle voi soittaa.\n"
    "  message: Puhelinnumeroa ei ole ({name})\n  help: kirjoita numero\n",
    "sv": "N199:\n  title: Telefonnumret saknas\n  duty: Man kan ringa den personuppgiftsansvarige.\n"
    "  message: Telefonnumret saknas ({name})\n  help: skriv numret\n",
}

LABELS = {"fi": "Kotipaikka", "sv": "Hemort", "en": "Domicile"}

OUTPUT = '''"""The list of the site's notices as JSON, for programs."""

import json

from notice.artifacts import Artifact, Kind
from notice.outputs.site_map import SiteMap


def notice_list(site: SiteMap) -> Artifact:
    """The address of every notice by language."""
    listed = {code: [one.page_path for one in documents] for code, documents in site.documents.items()}
    return Artifact("notices.json", json.dumps(listed).encode(), Kind.DATA)
'''


def put(file: Path, before: str, text: str) -> None:
    """Put the text before the first place of another."""
    written = file.read_text(encoding="utf-8")
    assert before in written, f"{file} has no {before!r}"
    file.write_text(written.replace(before, text + before, 1), encoding="utf-8")


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def the_rule(project: Path) -> None:
    module = project / "notice/rules/required/context.py"
    put(module, "def _laws(", RULE)
    put(module, "    recipient_without_role,\n)", "    controller_without_phone,\n")


def its_messages(project: Path) -> None:
    for language in LANGUAGES:
        append(project / f"notice/locales/{language}/messages/N1.yaml", TEXTS[language])


def the_field(project: Path) -> None:
    put(project / "notice/model/controller.py", "    trade_name:", "    domicile: Text | None = None\n")


def its_row(project: Path) -> None:
    row = '        *_optional(writer, "domicile", facts.domicile, *at, "domicile"),\n'
    put(project / "notice/document/controller.py", "        *reach(writer, facts, *at),\n", row)


def its_label(project: Path) -> None:
    for language in LANGUAGES:
        file = project / f"notice/locales/{language}/notice/labels.yaml"
        put(file, "  phone: ", f"  domicile: {LABELS[language]}\n")


def its_description(project: Path) -> None:
    put(project / "notice/schema/keys.yaml", "  trade-name:", "  domicile: {example: Helsinki, law: [13-1-a]}\n")
    for language in LANGUAGES:
        put(project / f"notice/locales/{language}/keys.yaml", "  trade-name:", f"  domicile: {LABELS[language]}.\n")


def the_output(project: Path) -> None:
    (project / "notice/outputs/notice_list.py").write_text(OUTPUT, encoding="utf-8")


def its_call(project: Path) -> None:
    site = project / "notice/outputs/site.py"
    put(site, "from notice.outputs.pdf import", "from notice.outputs.notice_list import notice_list\n")
    put(site, "        yield web.robots(self.site)\n", "        yield notice_list(self.site)\n")


def the_pages(project: Path) -> None:
    done = run(project, "docs/make.py")
    assert done.returncode == 0, done.stderr


Step = Callable[[Path], None]

STEPS: tuple[Step, ...] = (
    the_rule,
    its_messages,
    the_field,
    its_row,
    its_label,
    its_description,
    the_output,
    its_call,
    the_pages,
)
"""The rule, the fact and the output, each with its steps in the order of the page; the made pages once, for all."""


def copied(folder: Path, *left_out: Step) -> Path:
    """A copy of the project after all steps but those left out."""
    for name in ("notice", "templates", "tests", "docs"):
        copytree(ROOT / name, folder / name, ignore=ignore_patterns("__pycache__", "pictures"))
    for name in ("pyproject.toml", "README.md"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    for step in STEPS:
        if step not in left_out:
            step(folder)
    return folder


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A Python that reads the copy before the project itself."""
    paths = os.pathsep.join((str(project), str(project / "tests")))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("PYTEST_ADDOPTS", None)
    return subprocess.run(
        [sys.executable, *arguments], cwd=project, env=environment, capture_output=True, text=True, timeout=300
    )


def notice(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(project, "-m", "notice", *arguments, "--as-of", "2026-11-22")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("changed") / "project")


def site(project: Path, folder: Path, old: str, new: str) -> Path:
    """The invented firm's site with a change in `content/controller.yaml`."""
    copytree(project / "notice/starter", folder)
    file = folder / "content/controller.yaml"
    written = file.read_text(encoding="utf-8")
    assert old in written
    file.write_text(written.replace(old, new), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "There is no telephone number of Maija Mallikas"),
        ("fi", "Puhelinnumeroa ei ole (Maija Mallikas)"),
        ("sv", "Telefonnumret saknas (Maija Mallikas)"),
    ],
)
def test_the_made_up_rule_finds_its_fault(project: Path, tmp_path: Path, language: str, expected: str) -> None:
    folder = site(project, tmp_path / "site", "phone: 010 000 0000\n", "")
    done = notice(project, "check", str(folder), "--language", language)
    assert "N199" in done.stdout and expected in done.stdout, done.stdout + done.stderr


def test_the_made_up_rule_has_its_page(project: Path) -> None:
    assert run(project, "-m", "notice", "explain", "N199").stdout.startswith("N199")
    assert "The controller can be called." in (project / "docs/rules/N199.md").read_text(encoding="utf-8")


def test_the_made_up_fact_stands_on_every_page_and_is_described(project: Path, tmp_path: Path) -> None:
    folder = site(project, tmp_path / "site", "email: asiakas", "domicile: Tampere\nemail: asiakas")
    done = notice(project, "build", str(folder), "--out", str(tmp_path / "build"))
    assert done.returncode == 0, done.stdout + done.stderr
    pages = {page.parts[-3]: page.read_text(encoding="utf-8") for page in (tmp_path / "build").glob("*/*/index.html")}
    assert sorted(pages) == sorted(LANGUAGES)
    for language, page in pages.items():
        assert LABELS[language] in page and "Tampere" in page
        assert "`domicile`" in (project / f"docs/keys/{language}.md").read_text(encoding="utf-8")


def test_the_made_up_fact_may_be_unknown_or_wrong(project: Path, tmp_path: Path) -> None:
    unknown = site(project, tmp_path / "unknown", "email: asiakas", "domicile: unknown\nemail: asiakas")
    assert "controller.domicile" in notice(project, "check", str(unknown), "--output-format", "json").stdout
    wrong = site(project, tmp_path / "wrong", "email: asiakas", "domicile: [Tampere]\nemail: asiakas")
    assert "Y005" in notice(project, "check", str(wrong)).stdout


def test_the_made_up_output_is_published(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "build"
    done = notice(project, "build", str(project / "notice/starter"), "--out", str(out), "--html-only")
    assert done.returncode == 0, done.stdout + done.stderr
    listed = json.loads((out / "notices.json").read_text(encoding="utf-8"))
    assert [*listed] == ["fi", "sv", "en"]
    assert all((out / path).is_file() for paths in listed.values() for path in paths)


def test_the_page_names_every_file_that_the_steps_change(project: Path) -> None:
    page = (ROOT / "docs/changing.md").read_text(encoding="utf-8")
    named = tuple(re.findall(r"`(notice/[^`]+)`", page))
    files = [path.relative_to(project).as_posix() for path in (project / "notice").rglob("*") if path.is_file()]
    changed = [file for file in files if not is_same(project / file, ROOT / file)]
    assert len(changed) == 15
    assert [file for file in changed if not file.startswith(named)] == []


def is_same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


NAMED = {
    "tests/rules/test_rule_examples.py": "N199",
    "tests/test_messages.py": "",
    "tests/test_made_pages.py": "committed",
    "tests/schema/test_key_texts.py": "",
    "tests/test_house.py": "not architecture",
}
"""The tests that the page names, with the part of each that is of these changes."""


def run_tests(project: Path, name: str, folder: Path) -> subprocess.CompletedProcess[str]:
    options = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not slow", f"--basetemp={folder / 'inner'}")
    return run(project, "-m", "pytest", *options, "-k", NAMED[name], name)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMED)
def test_the_tests_that_the_page_names_pass_after_all_steps(project: Path, name: str, tmp_path: Path) -> None:
    done = run_tests(project, name, tmp_path)
    assert done.returncode == 0, done.stdout[-3000:]


FORGOTTEN = [
    (its_messages, "tests/test_messages.py"),
    (its_description, "tests/schema/test_key_texts.py"),
    (the_pages, "tests/test_made_pages.py"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("step", "name"), FORGOTTEN, ids=[step.__name__ for step, _ in FORGOTTEN])
def test_a_forgotten_step_fails_the_test_that_the_page_names(step: Step, name: str, tmp_path: Path) -> None:
    left_out = {step, the_pages}
    done = run_tests(copied(tmp_path / "project", *left_out), name, tmp_path)
    assert done.returncode == 1, done.stdout[-3000:]


@pytest.mark.slow
@pytest.mark.parametrize(("step", "expected"), [(its_row, "B003"), (its_label, "T001")])
def test_a_fact_without_its_row_or_its_label_is_not_built(step: Step, expected: str, tmp_path: Path) -> None:
    project = copied(tmp_path / "project", step, its_description, the_pages)
    folder = site(project, tmp_path / "site", "email: asiakas", "domicile: Tampere\nemail: asiakas")
    done = notice(project, "build", str(folder), "--out", str(tmp_path / "build"), "--html-only")
    assert done.returncode == 1 and expected in done.stdout, done.stdout + done.stderr
