"""The command line: exit codes, standard streams, one sentence per error."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rules.overlay import STARTER, site_with

from notice import __version__
from notice.cli import SECTIONS, main
from notice.cli.catalogue import catalogue

BROKEN = "purposes: {orders: {basis: }}"
WAITING = "controller: {business-id: unknown}"
AS_OF = ("--as-of", "2026-11-22")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def site(folder: Path, example: str = "{}") -> Path:
    return site_with(example, folder / "site")


def test_a_site_without_errors_is_exit_code_0(tmp_path: Path) -> None:
    done = run("check", site(tmp_path), *AS_OF)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "Found no errors and no warnings in 1 notice, by the law of 22 November 2026.\n"


def test_warnings_are_printed_and_are_exit_code_0(tmp_path: Path) -> None:
    done = run("check", site(tmp_path, WAITING), *AS_OF)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Waiting for your answer: 1\n")
    assert done.stdout.endswith("\nFound no errors and 1 warning in 1 notice, by the law of 22 November 2026.\n")


def test_an_error_is_exit_code_1_and_is_reported_on_standard_output(tmp_path: Path) -> None:
    done = run("check", site(tmp_path, BROKEN), *AS_OF)
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.startswith("error[N202] purpose-without-legal-basis: ")
    assert "   law: GDPR Art. " in done.stdout
    assert "   why: notice explain N202\n" in done.stdout
    assert done.stdout.endswith("\nFound 1 error and no warnings in 1 notice, by the law of 22 November 2026.\n")


def test_paths_are_printed_as_they_can_be_opened_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site(tmp_path, BROKEN)
    place = r"content/registers/customers\.yaml:\d+:\d+$"
    monkeypatch.chdir(tmp_path)
    assert re.search(rf"^ +--> site/{place}", run("check", "site").stdout, re.MULTILINE)
    assert re.search(rf"^ +--> site/{place}", run("check", folder).stdout, re.MULTILINE)
    monkeypatch.chdir(folder)
    assert re.search(rf"^ +--> {place}", run("check").stdout, re.MULTILINE)


def test_nothing_is_coloured_where_no_terminal_reads(tmp_path: Path) -> None:
    done = run("check", site(tmp_path, BROKEN))
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_without_a_site_is_exit_code_2(command: str, tmp_path: Path) -> None:
    done = run(command, tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    sentence = f"There is no site in {tmp_path}: it has no `content/site.yaml`. Create a site with `notice init DIR`."
    assert done.stderr == f"error: {sentence}\n"


USAGE = [
    (("chekc",), "chekc"),
    (("check", "--fast"), "--fast"),
    (("check", "/nowhere/at/all"), "no folder “/nowhere/at/all”"),
    (("check", ".", "--as-of", "yesterday"), "yesterday"),
    (("explain",), "CODE"),
    (("init",), "DIR"),
]


@pytest.mark.parametrize(("arguments", "named"), USAGE, ids=[" ".join(row[0]) for row in USAGE])
def test_a_command_that_is_none_is_exit_code_2_and_named(arguments: tuple[str, ...], named: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_says_what_it_made_where_and_what_comes_next(tmp_path: Path) -> None:
    done = run("build", site(tmp_path), "--out", tmp_path / "out", "--html-only", *AS_OF)
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.match(
        r"Found no errors and no warnings in 1 notice, by the law of 22 November 2026\.\n"
        rf"Built {re.escape(str(tmp_path))}/out/ in \d\.\d s\. Pages: 8\. PDFs: 0\. Open \S+/out/index\.html .*\n",
        done.stdout,
    )
    links = [line for line in done.stdout.splitlines() if line.startswith("  https://www.example.fi/")]
    assert len(links) == 3 and all(re.search(r" min\)  \w+: \d+$", line) for line in links), done.stdout
    assert (tmp_path / "out/index.html").is_file()


def test_a_build_goes_into_the_folder_build_of_the_site(tmp_path: Path) -> None:
    folder = site(tmp_path)
    assert run("build", folder, "--html-only").exit_code == 0
    assert (folder / "build/index.html").is_file()
    assert run("check", folder).exit_code == 0


def test_a_refused_build_is_exit_code_1_and_says_so_on_standard_error(tmp_path: Path) -> None:
    done = run("build", site(tmp_path, BROKEN), "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert done.stdout.startswith("error[N202]")
    assert done.stderr == f"Nothing was built: {tmp_path}/out/ has not changed. There are errors: see above.\n"
    assert not (tmp_path / "out").exists()


def test_a_draft_is_built_and_a_release_of_it_is_refused(tmp_path: Path) -> None:
    folder = site(tmp_path, WAITING)
    draft = run("build", folder, "--html-only")
    assert draft.exit_code == 0
    assert "draft" in draft.stdout and f"`notice build {folder} --html-only --release`" in draft.stdout
    release = run("build", folder, "--html-only", "--release")
    assert release.exit_code == 1
    assert "  business-id  from ytj.fi" in release.stdout
    assert "facts that are unknown or unconfirmed" in release.stderr


def test_a_folder_that_notice_did_not_make_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/cat.jpg").write_bytes(b"cat")
    done = run("build", site(tmp_path), "--html-only", "--out", tmp_path / "photos")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: ") and "Nothing in it was touched" in done.stderr
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["cat.jpg"]


def test_a_template_that_is_wrong_stops_the_build_with_one_sentence(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "templates/sections").mkdir(parents=True)
    (folder / "templates/sections/sources.html").write_text("{{ section.nothing }}", encoding="utf-8")
    done = run("build", folder, "--html-only", "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert re.fullmatch(r"error: .*templates/sections/sources\.html:1: .*nothing.*\n", done.stderr)


def test_init_example_makes_a_site_that_passes_and_builds(tmp_path: Path) -> None:
    done = run("init", "--example", tmp_path / "demo")
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"notice build {tmp_path}/demo" in done.stdout.splitlines()[-1]
    # Its date is the day on which it is made.
    assert f"delete `example: yes` from {tmp_path}/demo/content/site.yaml" in done.stdout
    assert run("check", tmp_path / "demo").exit_code == 0
    built = run("build", tmp_path / "demo", "--html-only", "--release")
    assert built.exit_code == 0
    assert "Every page says that it is an example" in built.stdout


def test_init_example_fills_an_empty_folder_and_refuses_one_that_is_not(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("init", "--example", tmp_path / "empty").exit_code == 0
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/diary.txt").write_text("secret", encoding="utf-8")
    for taken in ("empty", "mine"):
        done = run("init", "--example", tmp_path / taken)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "is not empty" in done.stderr
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["diary.txt"]


def test_every_rule_is_listed_once_with_its_level_and_name() -> None:
    done = run("rules")
    lines = done.stdout.splitlines()
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(lines) == len(catalogue()) > 60
    assert lines == sorted(lines)
    assert all(re.fullmatch(r"[A-Z]\d{3}  (error|warning|info) +[a-z0-9]+(-[a-z0-9]+)*", line) for line in lines)


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_every_rule_is_explained_by_code_and_by_name(rule: object) -> None:
    code, name = getattr(rule, "code", ""), getattr(rule, "name", "")
    by_code, by_name, small = run("explain", code), run("explain", name), run("explain", code.lower())
    assert by_code.exit_code == 0
    assert by_code.stdout.startswith(f"{code} {name} (")
    assert by_code.stdout == by_name.stdout == small.stdout


@pytest.mark.parametrize(
    ("asked", "meant"), [("N50x", "N50"), ("purpose-without-basis", "purpose-without-legal-basis")]
)
def test_a_rule_that_is_none_is_exit_code_2_with_the_nearest(asked: str, meant: str) -> None:
    done = run("explain", asked)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"no rule “{asked}”" in done.stderr
    assert f"Did you mean `{meant}" in done.stderr


def test_a_rule_like_no_other_leads_to_the_list() -> None:
    assert "`notice rules` lists them all" in run("explain", "zzzzzzzz").stderr


def test_help_names_the_commands_in_the_order_of_use() -> None:
    done = run("--help")
    assert done.exit_code == 0
    listed = re.findall(r"^  (\w+)  ", done.stdout, re.MULTILINE)
    assert listed == [name for names in SECTIONS.values() for name in names]
    assert run("-h").stdout == done.stdout


def test_the_version_is_printed() -> None:
    assert run("--version").stdout == f"notice {__version__}\n"


def test_a_defect_of_the_program_is_called_one_and_is_exit_code_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash must never look like findings."""

    def broken(folder: Path) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("notice.cli.check.load", broken)
    monkeypatch.delenv("NOTICE_TRACEBACK", raising=False)
    done = run("check", site(tmp_path))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "this is a bug in notice, not a fault in your files: ZeroDivisionError: oops" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_may_not_be_written_is_reported(tmp_path: Path) -> None:
    """The folder that should hold the output is a file."""
    shutil.copytree(STARTER, tmp_path / "site")
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    done = run("build", tmp_path / "site", "--html-only", "--out", tmp_path / "taken/build")
    assert done.exit_code == 2
    assert done.stderr.startswith("error: ")
    assert "defect" not in done.stderr


def test_a_reader_who_goes_away_is_no_defect(tmp_path: Path) -> None:
    """As in `notice check | head -1`, where the reader closes the pipe early."""
    folder = site(tmp_path, BROKEN)
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-m", "notice", "check", folder], stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


def test_the_next_command_can_be_pasted_as_it_stands(tmp_path: Path) -> None:
    folder = site(tmp_path / "my shop", WAITING)
    done = run("build", folder, "--html-only", "--out", tmp_path / "new site")
    assert f"`notice build '{folder}' --out '{tmp_path}/new site' --html-only --release`" in done.stdout


def test_a_template_is_copied_into_the_site_and_holds_there(tmp_path: Path) -> None:
    folder = site(tmp_path)
    listed = run("theme", "copy").stdout.split()
    assert {"style.css", "page.html", "notice.typ", "sections/rights.html"} <= set(listed)
    assert run("theme", "copy", "rights", folder).exit_code == 0
    own = folder / "templates/sections/rights.html"
    assert own.read_bytes() == (STARTER.parents[1] / "templates/sections/rights.html").read_bytes()
    own.write_text(own.read_text(encoding="utf-8").replace("<section ", '<section class="mine" '), encoding="utf-8")
    assert run("build", folder, "--html-only", *AS_OF).exit_code == 0
    assert 'class="mine"' in (folder / "build/fi/asiakasrekisteri/index.html").read_text(encoding="utf-8")


def test_an_existing_template_is_unchanged_and_a_wrong_name_is_reported(tmp_path: Path) -> None:
    folder = site(tmp_path)
    run("theme", "copy", "style.css", folder)
    (folder / "templates/style.css").write_text("mine", encoding="utf-8")
    again = run("theme", "copy", "style.css", folder)
    assert (again.exit_code, again.stdout) == (2, "")
    assert (folder / "templates/style.css").read_text(encoding="utf-8") == "mine"
    wrong = run("theme", "copy", "right", folder)
    assert wrong.exit_code == 2 and "Did you mean `rights`?" in wrong.stderr


@pytest.mark.parametrize(("language", "embed"), [("fi", True), ("sv", False), ("en", True)])
def test_a_build_ends_with_what_to_do_next(language: str, embed: bool, tmp_path: Path) -> None:
    """The addresses to link to, the fragments or how to get them, and where to read about hosting."""
    folder = site(tmp_path, "site: {embed: h2}" if embed else "{}")
    lines = run("build", folder, *AS_OF, "--html-only", "--language", language).stdout.splitlines()
    assert any("https://www.example.fi/fi/asiakasrekisteri/" in line for line in lines)
    assert "docs/publishing.md" in lines[-1] and f"{folder / 'build'}/" in lines[-1]
    assert any("embed: h2" in line for line in lines) is not embed
    assert any("plain.html" in line for line in lines) is embed
    first = next(line for line in lines if "plain.html" in line or "/fi/asiakasrekisteri/" in line)
    assert ("plain.html" in first) is embed
    pages = len([*folder.glob("build/**/*.html")]) - 6 * embed
    [built] = [line for line in lines if f"{folder / 'build'}/" in line and line is not lines[-1]]
    assert f": {pages}. " in built
