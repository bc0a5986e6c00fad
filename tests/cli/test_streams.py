"""Closed or full output streams and undecodable names cause neither a defect nor a traceback."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from rules.overlay import site_with
from verify.two_sites import ROOT

from notice.cli import main
from notice.reports import FORMATS

FULL = Path("/dev/full")
BROKEN = "purposes: {orders: {basis: }}"
NOTICE = f"{sys.executable} -m notice"

COMMANDS = {
    "check": ("check", 0),
    "check of a broken site": ("check broken", 1),
    "build": ("build --html-only", 0),
    "build of a broken site": ("build broken --html-only", 1),
    "help": ("--help", 0),
    "rules": ("rules", 0),
    "explain": ("explain N2", 0),
    "vocabulary": ("vocabulary email", 0),
    "a command that is none": ("chekc", 2),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = site_with("{}", tmp_path / "site")
    site_with(BROKEN, made / "broken")
    return made


def shell(line: str, within: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-c", line], cwd=within, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_no_exit_code(closed: str, command: str, site: Path) -> None:
    arguments, code = COMMANDS[command]
    done = shell(f"{NOTICE} {arguments} {closed}", site)
    assert done.returncode == code
    assert "Traceback" not in done.stderr and "defect" not in done.stderr


@pytest.mark.parametrize("arguments", ["init made --preset newsletter", "init made --ask"])
def test_a_command_that_may_ask_needs_no_standard_input(arguments: str, tmp_path: Path) -> None:
    done = shell(f"{NOTICE} {arguments} <&-", tmp_path)
    assert done.returncode == (2 if "--ask" in arguments else 0)
    assert "Traceback" not in done.stderr and "bug" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_who_goes_away_changes_no_exit_code(command: str, site: Path) -> None:
    arguments, code = COMMANDS[command]
    done = shell(f"{{ {NOTICE} {arguments}; echo $? >&2; }} | head -0", site)
    assert done.stderr.splitlines()[-1] == str(code)
    assert "Traceback" not in done.stderr and "defect" not in done.stderr and "Errno" not in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("command", [command for command in COMMANDS if "none" not in command])
def test_a_full_disk_is_said_in_one_sentence_with_exit_code_2(command: str, site: Path) -> None:
    done = shell(f"{NOTICE} {COMMANDS[command][0]} > {FULL}", site)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "error: The output cannot be written: No space left on device."
    assert "Traceback" not in done.stderr and "defect" not in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
def test_a_report_in_a_file_is_written_though_nobody_reads_the_output(site: Path) -> None:
    for number, goal in enumerate(("| head -0", f"> {FULL}", ">&-")):
        shell(f"{NOTICE} check --output json={number}.json {goal}", site)
        assert (site / f"{number}.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no /dev/full")
def test_a_report_that_finds_no_room_is_said_in_one_sentence(site: Path) -> None:
    done = shell(f"{NOTICE} check --output json={FULL}", site)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr and "defect" not in done.stderr


def test_a_pipe_that_does_not_block_is_waited_for(site: Path) -> None:
    code = (
        "import fcntl, os, subprocess, sys, time\n"
        "read, write = os.pipe()\n"
        "fcntl.fcntl(write, fcntl.F_SETFL, fcntl.fcntl(write, fcntl.F_GETFL) | os.O_NONBLOCK)\n"
        "run = subprocess.Popen([sys.executable, '-m', 'notice', 'explain', 'N', 'C', 'L'], stdout=write)\n"
        "os.close(write)\n"
        "time.sleep(1)\n"
        "size = 0\n"
        "while part := os.read(read, 1 << 16): size += len(part)\n"
        "print(size, run.wait())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    size, exit_code = map(int, done.stdout.split())
    whole = CliRunner().invoke(main, ["explain", "N", "C", "L"]).stdout_bytes
    assert (size, exit_code, done.stderr) == (len(whole), 0, "")
    assert size > 1 << 16


@pytest.mark.slow
@pytest.mark.parametrize("name", [b"caf\xe9", b"\xff\xfe", b"a\xc3"])
@pytest.mark.parametrize("broken", [True, False])
def test_a_site_whose_folder_has_no_utf_8_name_is_checked_and_built(
    broken: bool, name: bytes, site: Path, tmp_path: Path
) -> None:
    folder = tmp_path / os.fsdecode(name)
    shutil.copytree(site / "broken" if broken else site, folder, ignore=shutil.ignore_patterns("broken"))
    argument = f"$'{''.join(f'{chr(92)}x{byte:02x}' for byte in name)}'"
    for format in FORMATS:
        done = shell(f"{NOTICE} check {argument} --output-format {format} --output {format}=report", tmp_path)
        assert done.returncode == broken, done.stderr
        (tmp_path / "report").read_text(encoding="utf-8")
        (tmp_path / "report").unlink()
    done = shell(f"{NOTICE} build {argument}", tmp_path)
    assert done.returncode == broken, done.stderr
    assert (folder / "build/index.html").exists() != broken
    for line in (f"{NOTICE} theme copy page.html {argument}", f"{NOTICE} add register job-applicants {argument}"):
        done = shell(line, tmp_path)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_an_output_that_lacks_a_letter_gets_an_escape(encoding: str, site: Path) -> None:
    done = shell(f"PYTHONIOENCODING={encoding} {NOTICE} check broken --language fi | cat -v", site)
    assert done.returncode == 0
    assert "N202" in done.stdout and "defect" not in done.stderr and "Traceback" not in done.stderr


def test_what_the_system_refuses_is_no_defect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", os.fsencode(folder))

    monkeypatch.setattr("notice.cli.check.load", refusing)
    done = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert (done.exit_code, done.stderr) == (2, f"error: {tmp_path}: Permission denied.\n")
