"""Ctrl-C and kills: the old or the new site is complete, the exit code is 130, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import kills
import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with
from verify.two_sites import ROOT

from notice.cli import main
from notice.outputs.pdf import pdf

pytestmark = pytest.mark.slow

DISPLACED = ".build.building-77-0123abcd-old"

INTERRUPTED = """
import os, signal, sys

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job would ignore it
from notice.cli import main

left, after = int(sys.argv[1]), sys.argv[2]
counts = after == ""

def count(event, given):
    global left, counts
    if not counts:
        counts = event == "os.mkdir" and after in str(given[0])
    elif event.startswith(("open", "os.", "shutil.")):
        left -= 1
        if left == 0:
            signal.raise_signal(signal.SIGINT)

sys.addaudithook(count)
main(sys.argv[3:])
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def interrupted(call: int, after: str, *arguments: object) -> "subprocess.CompletedProcess[str]":
    """A run interrupted at one of its system calls, counted from the creation of a folder named `after`."""
    return subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(call), after, *(str(one) for one in arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(arguments[1])},
        timeout=60,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built once, and whose facts have changed."""
    made = site_with("{}", tmp_path / "site")
    assert run("build", made, "--html-only").exit_code == 0
    controller = made / "content/controller.yaml"
    controller.write_text(controller.read_text(encoding="utf-8").replace("Esimerkki", "Toinen"), encoding="utf-8")
    return made


@pytest.mark.parametrize("step", ["load", "check", "renderer", "verify", "publish"])
def test_an_interrupted_build_says_that_the_site_is_as_it_was(
    step: str, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(site)

    def stop(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"notice.build.{step}", stop)
    done = run("build", site, "--html-only")
    assert (done.exit_code, done.stdout) == (130, "")
    assert done.stderr == f"Interrupted: {site}/build/ has not changed.\n"
    assert held(site) == before


def test_an_interrupted_check_is_exit_code_130(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("notice.cli.check.run", stop)
    done = run("check", site)
    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "Interrupted.\n")


@pytest.mark.parametrize("call", [1, 5, 20, 60, 120, 200])
@pytest.mark.parametrize("command", ["check", "build"])
def test_wherever_a_run_is_interrupted_nothing_changes(command: str, call: int, site: Path) -> None:
    before = held(site)
    done = interrupted(call, "", command, site)
    assert "Traceback" not in done.stderr
    assert done.returncode in (130, 0)
    if done.returncode == 130:
        assert held(site) == before
    assert {path.name for path in site.iterdir()} == {"build", "content"}


def test_wherever_a_build_is_interrupted_while_it_publishes_the_site_is_the_old_or_the_new_one(site: Path) -> None:
    """Before the exchange the old site is kept, with a message; after it the build ends normally."""
    old, seen = held(site / "build"), set()
    for call in (1, 2, 5, 10, 20, 30, *range(40, 90, 3), 400):
        done = interrupted(call, ".build.building", "build", site, "--html-only")
        assert "Traceback" not in done.stderr
        seen.add(done.returncode)
        if done.returncode == 130:
            assert held(site / "build") == old
            assert "has not changed" in done.stderr
        else:
            assert done.returncode == 0
            assert held(site / "build") != old
            break
        assert {path.name for path in site.iterdir()} == {"build", "content"}
    assert seen == {130, 0}


def test_an_interrupt_while_pdfs_are_made_begins_no_other_and_leaves_no_folder(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = []

    def counted(*given: object) -> bytes:
        begun.append(given)
        if len(begun) == 1:
            signal.raise_signal(signal.SIGINT)
        return pdf(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("notice.outputs.site.pdf", counted)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    monkeypatch.setattr("tempfile.tempdir", str(site.parent / "temporary"))
    (site.parent / "temporary").mkdir()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        done = run("build", site)
    finally:
        signal.signal(signal.SIGINT, before)
    assert done.exit_code == 130
    assert len(begun) < 3
    assert list((site.parent / "temporary").iterdir()) == []


@pytest.mark.parametrize("broken", ["error", "no site", "unreadable", "release"])
def test_after_a_kill_a_refused_build_leaves_the_site_under_its_name(broken: str, site: Path) -> None:
    old = held(site / "build")
    (site / "build").rename(site / DISPLACED)
    (site / ".build.building-lock").touch()
    register = site / "content/registers/customers.yaml"
    if broken == "error":
        register.write_text("purposes: {orders: {}}", encoding="utf-8")
    elif broken == "no site":
        (site / "content/site.yaml").unlink()
    elif broken == "unreadable":
        register.write_text("purposes: [", encoding="utf-8")
    else:
        controller = site / "content/controller.yaml"
        controller.write_text(
            f"{controller.read_text(encoding='utf-8')}\nconfirm: {{name: Asked.}}\n", encoding="utf-8"
        )
    done = run("build", site, "--html-only", "--release")
    assert done.exit_code in (1, 2)
    assert held(site / "build") == old
    assert {path.name for path in site.iterdir()} == {"build", "content"}


def test_builds_that_are_killed_at_some_moment_leave_one_whole_site(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["kills.py", "3"])
    assert kills.main() == 0
    assert capsys.readouterr().out.startswith("3 kills over ")


def test_after_a_kill_an_output_folder_elsewhere_comes_back_too(site: Path, tmp_path: Path) -> None:
    (site / "build").rename(tmp_path / ".public.building-1-89abcdef-old")
    old = held(tmp_path / ".public.building-1-89abcdef-old")
    (site / "content/registers/customers.yaml").write_text("purposes: [", encoding="utf-8")
    assert run("build", site, "--out", tmp_path / "public").exit_code == 1
    assert held(tmp_path / "public") == old


def test_an_interrupted_add_leaves_no_half_of_a_register(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(site)
    real, calls = os.fsync, []

    def stop(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(handle)

    monkeypatch.setattr(os, "fsync", stop)
    done = run("add", "register", "job-applicants", site)
    assert done.exit_code == 130
    assert held(site) == before


BEGUN = """
import signal, sys
signal.signal(signal.SIGINT, signal.{handler})
from notice.__main__ import main
sys.argv = ["notice", "--version"]
{interrupt}
main()
"""
AT_IMPORT = (
    "sys.addaudithook(lambda event, given: event == 'import' and given[0] == '{module}' and signal.raise_signal(2))"
)
AT_EXIT = "import atexit; atexit.register(lambda: signal.raise_signal(2))"


def begun(interrupt: str, handler: str = "default_int_handler") -> "subprocess.CompletedProcess[str]":
    code = BEGUN.format(interrupt=interrupt, handler=handler)
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60
    )


@pytest.mark.parametrize("module", ["notice.cli", "click", "notice.cli.run", "notice.files"])
def test_an_interrupt_while_the_command_is_loaded_is_exit_code_130_and_says_nothing(module: str) -> None:
    done = begun(AT_IMPORT.format(module=module))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_an_interrupt_after_the_command_has_ended_says_nothing() -> None:
    done = begun(AT_EXIT)
    assert (done.returncode, done.stderr) == (130, "")
    assert done.stdout.startswith("notice ")


@pytest.mark.parametrize("interrupt", [AT_IMPORT.format(module="click"), AT_EXIT])
def test_an_interrupt_that_is_ignored_stays_ignored(interrupt: str) -> None:
    done = begun(interrupt, "SIG_IGN")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("notice ")


def test_a_keyboard_interrupt_at_any_moment_prints_no_traceback(tmp_path: Path) -> None:
    """Ctrl-C from outside, after a number of milliseconds; Python's own start, in the first of them, is not ours."""
    site = site_with("{}", tmp_path / "site")
    for milliseconds in (40, 80, 120, 180):
        process = subprocess.Popen(
            [sys.executable, "-c", "from notice.__main__ import main; main()", "check", str(site)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        time.sleep(milliseconds / 1000)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert b", in main" not in errors, errors
