"""Reports and baselines overwrite an earlier one, and no other file."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with

from notice.cli import main
from notice.reports import FORMATS

BROKEN = "purposes: {orders: {basis: }}\ncontroller: {business-id: unknown}"
REGISTER = "content/registers/customers.yaml"


def run(*arguments: object, env: Mapping[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], env=env)


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = site_with(BROKEN, tmp_path / "site")
    (made / "templates").mkdir()
    (made / "notes.txt").write_text("my notes\n", encoding="utf-8")
    return made


SOURCES = [REGISTER, "content/site.yaml", "content/new.json", "content/a/b.json", "templates/new.json", "notes.txt"]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("file", SOURCES)
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_report_never_goes_where_the_owner_writes(format: str, file: str, command: str, site: Path) -> None:
    before = held(site)
    done = run(command, site, "--output", f"{format}={site / file}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Nothing was written" in done.stderr
    assert held(site) == before


@pytest.mark.parametrize("arguments", [("--baseline", "{}", "--write-baseline")])
@pytest.mark.parametrize("file", [*SOURCES, "notice.sarif"])
def test_a_baseline_never_goes_where_the_owner_writes(file: str, arguments: tuple[str, ...], site: Path) -> None:
    run("check", site, "--output", f"sarif={site / 'notice.sarif'}")
    before = held(site)
    done = run("check", site, *(one.format(site / file) for one in arguments))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Nothing was written" in done.stderr
    assert held(site) == before


def test_a_link_to_a_source_is_no_way_round(site: Path, tmp_path: Path) -> None:
    (tmp_path / "report.json").symlink_to(site / REGISTER)
    (tmp_path / "new.json").symlink_to(site / "content/new.json")
    (tmp_path / "notes.json").symlink_to(site / "notes.txt")
    before = held(site)
    for name in ("report.json", "new.json", "notes.json"):
        assert run("check", site, "--output", f"json={tmp_path / name}").exit_code == 2
        assert run("check", site, "--baseline", tmp_path / name, "--write-baseline").exit_code == 2
    assert held(site) == before


def test_the_summary_of_a_step_is_added_to_no_source(site: Path) -> None:
    before = held(site)
    done = run("check", site, "--output-format", "github", env={"GITHUB_STEP_SUMMARY": str(site / REGISTER)})
    assert done.exit_code == 2
    assert held(site) == before


@pytest.mark.parametrize("example", [BROKEN, "{}", "controller: {business-id: unknown}"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_report_replaces_an_earlier_one_of_any_format(example: str, language: str, tmp_path: Path) -> None:
    folder = site_with(example, tmp_path / "site")
    for before in FORMATS:
        for after in ("json", before):
            run("check", folder, "--language", language, "--output", f"{before}={tmp_path / before}")
            done = run("check", folder, "--language", language, "--output", f"{after}={tmp_path / before}")
            assert done.exit_code != 2, done.stderr
        (tmp_path / before).unlink()


def test_a_baseline_replaces_an_earlier_one(site: Path) -> None:
    for _ in range(2):
        assert run("check", site, "--write-baseline").exit_code == 0
    assert run("check", site).exit_code == 0
    (site / "notice-baseline.json").write_bytes(b"")
    assert run("check", site, "--write-baseline").exit_code == 0


def test_a_report_may_go_to_a_device(site: Path) -> None:
    assert run("check", site, "--output", f"json={os.devnull}").exit_code == 1


@pytest.mark.parametrize("body", ["[]", "{}", '{"runs": []}', "# A heading\n", "<?xml version='1.0'?><x/>", "a: b"])
def test_a_file_of_another_program_is_not_replaced(body: str, site: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text(body, encoding="utf-8")
    done = run("check", site, "--output", f"json={other}")
    if body != "[]":
        assert done.exit_code == 2
        assert other.read_text(encoding="utf-8") == body


@pytest.mark.parametrize("given", [False, True])
def test_a_baseline_that_is_no_regular_file_is_not_waited_for(given: bool, site: Path) -> None:
    file = site / "notice-baseline.json"
    os.mkfifo(file)
    done = run("check", site, *(("--baseline", file) if given else ()))
    assert done.exit_code == 2
    assert "is a named pipe" in done.stderr


def test_the_sites_own_baseline_is_not_read_outside_the_site(site: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a line that nobody may see", encoding="utf-8")
    (site / "notice-baseline.json").symlink_to(tmp_path / "secret")
    for arguments in ((), ("--prune-baseline",), ("--write-baseline",)):
        done = run("check", site, *arguments)
        assert done.exit_code == 2
        assert "nobody may see" not in done.output
    assert (tmp_path / "secret").read_text(encoding="utf-8") == "a line that nobody may see"


def test_nothing_is_added_or_copied_over_a_file_or_outside_the_site(site: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (site / "templates/page.html").symlink_to(outside / "page.html")
    assert run("theme", "copy", "page.html", site).exit_code == 2
    (site / "content/registers/job-applicants.yaml").symlink_to(outside / "new.yaml")
    assert run("add", "register", "job-applicants", site).exit_code == 2
    (site / "templates/page.html").unlink()
    (site / "templates").rmdir()
    (site / "templates").symlink_to(outside)
    assert run("theme", "copy", "page.html", site).exit_code == 2
    (site / "content/registers/job-applicants.yaml").unlink()
    (site / "content/fi").rename(site / "fi")
    (site / "content/fi").symlink_to(outside)
    done = run("add", "register", "job-applicants", site)
    assert done.exit_code == 2 and "`content/fi` is a symbolic link to a place outside the site" in done.stderr
    assert list(outside.iterdir()) == []
    assert not (site / "content/registers/job-applicants.yaml").exists()


def test_a_register_is_not_added_to_a_site_file_outside(site: Path, tmp_path: Path) -> None:
    (site / "content/site.yaml").rename(tmp_path / "site.yaml")
    (site / "content/site.yaml").symlink_to(tmp_path / "site.yaml")
    before = (tmp_path / "site.yaml").read_bytes()
    done = run("add", "register", "job-applicants", site)
    assert done.exit_code == 2
    assert (tmp_path / "site.yaml").read_bytes() == before
    assert not (site / "content/registers/job-applicants.yaml").exists()


def test_a_fix_is_written_through_a_link_inside_and_none_is_made_outside(site: Path, tmp_path: Path) -> None:
    register = site / REGISTER
    text = register.read_text(encoding="utf-8")
    broken = text.replace("purposes:", "purposse:", 1)
    (site / "facts.yaml").write_text(broken, encoding="utf-8")
    register.unlink()
    register.symlink_to("../../facts.yaml")
    run("check", site, "--fix")
    assert register.is_symlink()
    (tmp_path / "outside.yaml").write_text(broken, encoding="utf-8")
    register.unlink()
    register.symlink_to(tmp_path / "outside.yaml")
    run("check", site, "--fix")
    assert (tmp_path / "outside.yaml").read_text(encoding="utf-8") == broken


def refuse(*given: object) -> None:
    raise OSError(28, "No space left on device")


WRITTEN = {
    "a report": ("report.json", ("check", "{site}", "--output", "json={file}")),
    "a baseline": ("baseline.json", ("check", "{site}", "--baseline", "{file}", "--write-baseline")),
    "words for a translator": ("words.po", ("words", "export", "sv", "{file}", "{site}")),
}


@pytest.mark.parametrize(("name", "arguments"), WRITTEN.values(), ids=WRITTEN)
def test_a_file_that_finds_no_room_stays_as_it_was(
    name: str, arguments: tuple[str, ...], site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    file = tmp_path / "out" / name
    command = [one.format(site=site, file=file) for one in arguments]
    assert run(*command).exit_code in (0, 1)
    before = file.read_bytes()
    assert before
    monkeypatch.setattr(os, "fsync", refuse)
    done = run(*command)
    assert done.exit_code == 2
    assert "No space left on device" in done.stderr
    assert held(tmp_path / "out") == {name: before}


@pytest.mark.parametrize(("name", "arguments"), WRITTEN.values(), ids=WRITTEN)
def test_a_link_to_an_earlier_one_stays_a_link(
    name: str, arguments: tuple[str, ...], site: Path, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    file = tmp_path / "out" / name
    command = [one.format(site=site, file=file) for one in arguments]
    run(*command)
    before = file.read_bytes()
    file.chmod(0o600)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    assert run(*command).exit_code in (0, 1)
    assert file.is_symlink()
    assert (tmp_path / "elsewhere").read_bytes() == before
    assert (tmp_path / "elsewhere").stat().st_mode & 0o777 == 0o600


def test_a_report_may_go_to_a_pipe_and_into_a_file_of_a_folder_that_takes_no_other(site: Path, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir()
    file = tmp_path / "closed/report.json"
    run("check", site, "--output", f"json={file}")
    (tmp_path / "closed").chmod(0o500)
    try:
        assert run("check", site, "--output", f"json={file}").exit_code == 1
    finally:
        (tmp_path / "closed").chmod(0o700)
    assert file.read_bytes().startswith(b"{")
    read, write = os.pipe()
    with os.fdopen(read, "rb") as reader:
        assert run("check", site, "--output", f"concise=/dev/fd/{write}").exit_code == 1
        os.close(write)
        assert b" error: " in reader.read()
