"""Control characters in a site reach neither terminal nor log: every command prints their code points."""

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from rules.overlay import site_with

from notice.cli import main
from notice.cli import run as running
from notice.cli.build import _progress
from notice.errors import CannotRun
from notice.visible import visible

LINK = '"\\e]8;;https://example.com\\e\\\\x"'
"""A terminal hyperlink, escaped for YAML in double quotes."""

FORGED = '"x\\n::error file=a.py::forged"'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def shown(done: Result) -> Iterator[str]:
    """Every line of both streams, checked for control characters."""
    lines = (done.stdout + done.stderr).split("\n")
    assert [line for line in lines if visible(line) != line and not line.startswith(("::error ", "::warning "))] == []
    yield from lines


def replaced(site: Path, file: str, old: str, new: str) -> Path:
    path = site / "content" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return site


@pytest.mark.parametrize("format", ["text", "concise", "markdown", "junit", "github"])
@pytest.mark.parametrize("value", [LINK, FORGED, '"##[error]forged"'])
def test_a_basis_that_acts_is_shown(tmp_path: Path, format: str, value: str) -> None:
    site = replaced(
        site_with("{}", tmp_path / "site"), "registers/customers.yaml", "basis: contract", f"basis: {value}"
    )
    done = run("check", site, "--output-format", format)
    assert done.exit_code == 1
    assert any("\\u{" in line for line in shown(done))


def test_a_raw_control_character_is_shown_in_the_frame_of_its_own_finding(tmp_path: Path) -> None:
    site = replaced(site_with("{}", tmp_path / "site"), "controller.yaml", "name:", "name: \x1b[2J\n#:")
    done = run("check", site)
    assert "Y016" in done.stdout
    assert any("name: \\u{1b}[2J" in line for line in shown(done))


@pytest.mark.parametrize("name", ["a\n::error::forged.yaml", "a\x1b[2J.yaml", "a\u202eb.yaml"])
def test_a_file_name_that_acts_is_shown(tmp_path: Path, name: str) -> None:
    site = site_with("{}", tmp_path / "site")
    (site / "content/registers" / name).write_text("people: [customers]\n", encoding="utf-8")
    done = run("check", site)
    assert "Y018" in done.stdout
    assert any("\\u{" in line for line in shown(done))


def test_own_terms_are_shown_by_the_vocabulary(tmp_path: Path) -> None:
    site = site_with("{}", tmp_path / "site")
    (site / "content/vocabulary.yaml").write_text(
        'data: {"zz\\e[2Jid": {}}\nlaws: {zz-act: {number: "1\\e[2J"}}\n', encoding="utf-8"
    )
    text = run("vocabulary", "zz", "--site", site)
    assert text.exit_code == 0
    assert any("zz\\u{1b}[2Jid" in line for line in shown(text))
    result = run("vocabulary", "zz", "--site", site, "--output-format", "json")
    assert [line for line in shown(result) if "\\u{" in line] == []
    assert "zz\x1b[2Jid" in [one["id"] for one in json.loads(result.stdout)["entries"]]


def test_a_waived_errors_reason_is_shown_by_the_build(tmp_path: Path) -> None:
    site = site_with("purposes: {orders: {basis: }}", tmp_path / "site")
    (site / "content/waivers.yaml").write_text(
        'waivers: [{rule: N202, reason: "Board decides.\\n::error::forged \\e[2J in March", until: 2026-12-20}]\n',
        encoding="utf-8",
    )
    assert len(list(shown(run("build", site, "--html-only", "--as-of", "2026-11-22")))) > 1


def test_the_sentence_of_an_error_is_shown_on_one_line(tmp_path: Path) -> None:
    done = run("explain", "N\x1b[2J\n::error::x")
    assert done.exit_code == 2
    assert len([line for line in shown(done) if line]) == 1
    baseline = tmp_path / "a\n::error::b.json"
    baseline.write_text("{}", encoding="utf-8")
    done = run("check", site_with("{}", tmp_path / "site"), "--baseline", baseline)
    assert done.exit_code == 2
    assert len([line for line in shown(done) if line]) == 1


@pytest.mark.parametrize("arguments", [("check", "a\x1b[2J\n::error::b"), ("check", "--a\x1b[2J"), ("\x1b[2J",)])
def test_a_wrong_argument_is_shown(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert any("[2J" in line for line in shown(done))


def test_a_defect_names_itself_without_acting(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def broken() -> None:
        raise RuntimeError("\x1b[2J\n::error::forged")

    @click.command()
    def stopped() -> None:
        raise CannotRun("exists", file="a\n##[error]b")

    group = running.LazyGroup("x", commands={"broken": broken, "stopped": stopped})
    monkeypatch.setenv("NOTICE_TRACEBACK", "1")
    for name in ("broken", "stopped"):
        done = CliRunner().invoke(group, [name])
        assert done.exit_code == 2
        assert any("\\u{" in line for line in shown(done))


def test_the_line_of_progress_holds_the_path_only(monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr(click, "echo", lambda text, **_: printed.append(text))
    _progress()("fi/a\x1b[2J\nb/index.html")
    assert printed == ["\r\x1b[Kfi/a\\u{1b}[2J\\u{a}b/index.html"]


def test_a_difference_shows_words_that_hide(tmp_path: Path) -> None:
    site = site_with("purposes: {orders: {basis: contrct}}", tmp_path / "site")
    replaced(site, "registers/customers.yaml", "basis: contrct", "basis: contrct # a\u3000b")
    done = run("check", site, "--diff")
    assert done.exit_code == 1
    assert "+    basis: contract # a\\u{3000}b" in list(shown(done))
