"""The terminal: sections and examples of help, suggestions, colours, quiet runs, completion, the language of the locale."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with
from verify.two_sites import ROOT

from notice.cli import COMMANDS, SECTIONS, main
from notice.cli.completion import SHELLS
from notice.cli.worded import Option
from notice.languages import LANGUAGES
from notice.messages import text, texts_of

BROKEN = "purposes: {orders: {basis: }}"
WAITING = "controller: {business-id: unknown}"


def run(*arguments: object, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(main, [str(one) for one in arguments])


def examples(language: str) -> dict[str, dict[str, str]]:
    found = texts_of(language, "help")["examples"]
    assert isinstance(found, dict)
    return found


def test_every_command_is_in_one_section_of_the_help() -> None:
    assert sorted(name for listed in SECTIONS.values() for name in listed) == sorted(COMMANDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_lists_the_sections_in_order_with_examples(language: str) -> None:
    output = run("--help", "--language", language).stdout
    headings = [f"\n{text(language, 'sections', id)}:\n" for id in (*SECTIONS, "examples")]
    places = [output.index(heading) for heading in headings]
    assert places == sorted(places)
    assert all(re.search(rf"^  {name} +\S", output, re.MULTILINE) for name in COMMANDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_a_command_that_can_run(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site_with("{}", tmp_path / "site"))
    site_with("{}", tmp_path / "site/shop")
    for id, lines in examples(language).items():
        assert lines == {line: meaning for line, meaning in lines.items() if meaning}
        for line in lines:
            words = shlex.split(line.removeprefix('eval "$(').removesuffix(')"'))
            assert words[0] == "notice"
            command: click.Command = main
            parsed: click.Context | None = None
            names, rest = [], words[1:]
            while isinstance(command, click.Group):
                names.append(rest[0])
                found = command.get_command(click.Context(command), rest[0])
                assert found is not None, line
                command, rest = found, rest[1:]
            parsed = command.make_context("x", list(rest))
            assert parsed is not None
            assert id in ("notice", "-".join(names)), line


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("chekc",), "'check'"),
        (("biuld",), "'build'"),
        (("add", "regster"), "'register'"),
        (("check", "--fxi"), "'--fix'"),
    ],
)
def test_a_mistyped_word_gets_a_suggestion(arguments: tuple[str, ...], meant: str) -> None:
    for language, asked in (("en", "Did you mean"), ("fi", "Tarkoititko"), ("sv", "Menade du")):
        done = run(*arguments, "--language", language)
        assert done.exit_code == 2
        assert f"{asked} {meant}?" in done.stderr


def test_a_word_like_no_command_gets_no_suggestion() -> None:
    done = run("zzzzzz")
    assert (done.exit_code, "Did you mean" in done.stderr) == (2, False)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
    ids=str,
)
def test_colours_can_be_forced_and_forbidden(environment: dict[str, str], coloured: bool, tmp_path: Path) -> None:
    site = site_with(BROKEN, tmp_path / "site")
    given = {**dict.fromkeys(("NO_COLOR", "FORCE_COLOR"), ""), "TERM": "xterm", **environment}
    assert ("\x1b[31m" in run("check", site, **given).stdout) is coloured


def test_colours_are_left_out_of_reports_in_files(tmp_path: Path) -> None:
    run(
        "check",
        site_with(BROKEN, tmp_path / "site"),
        "--output",
        f"text={tmp_path}/a.txt",
        FORCE_COLOR="1",
        NO_COLOR="",
    )
    assert "\x1b" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
@pytest.mark.parametrize(("variable", "coloured"), [("", True), ("NO_COLOR", False)])
def test_a_terminal_gets_colours_and_lines_that_fit_it(variable: str, coloured: bool, tmp_path: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    run("init", tmp_path / "shop", "--preset", "webshop-customers")
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm",
        **({variable: "1"} if variable else {}),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "notice", "check", "shop"], cwd=tmp_path, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:  # Linux says so where the other end is closed
            pass
    os.close(ours)
    assert process.returncode == 0
    output = shown.decode()
    assert ("\x1b[" in output) is coloured
    assert "Waiting for your answer" in output
    assert max(len(re.sub("\x1b\\[[0-9;]*m", "", line)) for line in output.splitlines()) <= 80


def test_a_quiet_run_prints_what_makes_it_fail_and_a_quieter_one_nothing(tmp_path: Path) -> None:
    site = site_with(f"{{{BROKEN}, {WAITING}}}", tmp_path / "site")
    loud, quiet, silent = (run("check", site, *options) for options in ((), ("-q",), ("-qq",)))
    assert (loud.exit_code, quiet.exit_code, silent.exit_code) == (1, 1, 1)
    assert "Waiting for" in loud.stdout and "Found 1 error" in loud.stdout
    assert quiet.stdout.startswith("error[N202]")
    assert "Waiting for" not in quiet.stdout and "Found" not in quiet.stdout
    assert (silent.stdout, silent.stderr, quiet.stderr) == ("", "", "")
    warned = run("check", site, "--quiet", "--fail-level", "warning").stdout
    assert "Waiting for" in warned


def test_a_quiet_run_still_writes_its_files(tmp_path: Path) -> None:
    done = run("check", site_with(BROKEN, tmp_path / "site"), "-qq", "--output", f"json={tmp_path}/a.json")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "")
    assert "N202" in (tmp_path / "a.json").read_text(encoding="utf-8")
    for form, start in (("json", "{"), ("concise", tmp_path.as_posix())):
        done = run("check", tmp_path / "site", "--quiet", "--output-format", form)
        assert done.stdout.startswith(start) and done.stderr == ""


def test_a_quiet_build_says_only_why_nothing_was_built(tmp_path: Path) -> None:
    good, bad = site_with("{}", tmp_path / "good"), site_with(BROKEN, tmp_path / "bad")
    done = run("build", good, "--html-only", "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    assert (good / "build/index.html").is_file()
    quiet, silent = run("build", bad, "--html-only", "-q"), run("build", bad, "--html-only", "-qq")
    assert (quiet.exit_code, silent.exit_code) == (1, 1)
    assert quiet.stdout.startswith("error[N202]") and quiet.stderr.startswith("Nothing was built")
    assert (silent.stdout, silent.stderr) == ("", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_completion_says_where_it_belongs(shell: str) -> None:
    done = run("completion", shell)
    assert (done.exit_code, done.stderr) == (0, "")
    first, *script = done.stdout.splitlines()
    assert first.startswith("# ") and SHELLS[shell][0] in first and f"notice completion {shell}" in first
    assert "_NOTICE_COMPLETE" in "\n".join(script)


def test_bash_takes_the_script() -> None:
    script = run("completion", "bash").stdout
    done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


COMPLETED = [
    ("notice ch", "check"),
    ("notice explain N50", "N504"),
    ("notice explain retention-inc", "retention-incomplete"),
    ("notice check --select N504,cookie-h", "N504,cookie-hardly-necessary"),
    ("notice check --output-f", "--output-format"),
    ("notice check --output-format ful", "full"),
    ("notice vocabulary parcel-c", "parcel-carrier"),
    ("notice vocabulary --kind recip", "recipients"),
    ("notice add register news", "newsletter"),
    ("notice init shop --preset webshop", "webshop-customers"),
]


@pytest.mark.parametrize(("typed", "expected"), COMPLETED, ids=[row[0] for row in COMPLETED])
def test_what_is_typed_is_completed(typed: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    environment = {
        "_NOTICE_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    done = CliRunner(env=environment).invoke(main, prog_name="notice")
    assert f"plain,{expected}" in done.stdout.splitlines()


def test_a_parameter_that_completes_in_its_own_way_is_left_to_it() -> None:
    own = Option(["--preset"], metavar="PRESET", shell_complete=lambda context, parameter, typed: ["mine"])
    assert [item.value for item in own.shell_complete(click.Context(main), "")] == ["mine"]


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LANG": "fi_FI.UTF-8", "LC_MESSAGES": "sv_FI.UTF-8"}, "sv"),
        ({"LANG": "fi_FI.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "SV"}, "sv"),
        ({"LANG": "fi_FI.UTF-8", "NOTICE_LANGUAGE": "en"}, "en"),
        ({}, "en"),
    ],
    ids=str,
)
def test_the_language_is_that_of_the_locale_where_nothing_else_names_one(
    environment: dict[str, str], language: str, tmp_path: Path
) -> None:
    given = {"LANG": "", **environment}
    start = {"en": "Error: ", "fi": "virhe: ", "sv": "fel: "}[language]
    assert f"\n{start}" in run("chekc", **given).stderr
    site = site_with("site: {findings-language: sv}", tmp_path / "site")
    done = run("check", site, "--fast", **given)
    assert "\nfel: " in done.stderr or "NOTICE_LANGUAGE" in given
