"""The guided tours: every command runs, every change is made, and the last build publishes a release."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from notice.cli import main
from notice.languages import LANGUAGES

TOURS = Path(__file__).parents[2] / "docs" / "tour"

STEP = re.compile(
    r"^```console\n(?P<commands>.*?)^```$"
    r"|^```yaml file=(?P<file>\S+)\n(?P<lines>.*?)^```$"
    r"|^<!-- delete confirm: (?P<confirmed>.*) -->$",
    re.MULTILINE | re.DOTALL,
)


def answer(path: Path, line: str) -> None:
    """Put a line in the place of the one with its key; a key that the file lacks is added at the end."""
    indent, key = re.match(r"( *)([\w-]+):", line).groups()  # type: ignore[union-attr]
    pattern = rf"^{indent}{re.escape(key)}: .*unknown.*$"
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, lambda _: line, text, flags=re.MULTILINE)
    assert count == 1 or key == "example", line
    path.write_text(changed if count else f"{text}{line}\n", encoding="utf-8")


def confirm(path: Path) -> None:
    text, count = re.subn(r"\nconfirm:\n(  .*\n)+", "\n", path.read_text(encoding="utf-8"))
    assert count == 1, path
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tour_ends_with_a_published_release(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NOTICE_LANGUAGE", raising=False)
    outputs = []
    for step in STEP.finditer((TOURS / f"{language}.md").read_text(encoding="utf-8")):
        if step["commands"]:
            for command in step["commands"].splitlines():
                prompt, _, line = command.partition(" ")
                assert prompt == "$"
                _, *arguments = shlex.split(line)
                result = CliRunner().invoke(main, arguments, catch_exceptions=False)
                assert result.exit_code == 0, (command, result.output)
                outputs.append((arguments[0], result.output))
        elif step["file"]:
            for line in step["lines"].splitlines():
                answer(tmp_path / step["file"], line)
        else:
            for file in step["confirmed"].split():
                confirm(tmp_path / file)
    checks = [output for command, output in outputs if command == "check"]
    assert "confirm" in checks[0] or "vahvista" in checks[0] or "bekräfta" in checks[0]
    assert len(checks[-1].strip().splitlines()) == 1, checks[-1]
    assert len(list((tmp_path / "kutomo" / "build").glob("*/*/*.pdf"))) == len(LANGUAGES)
    assert outputs[-1][0] == "build"


def test_the_tours_have_the_same_steps() -> None:
    steps = {
        language: [
            re.sub(r" --language \w+|vocabulary \S+", "", step[0])
            for step in STEP.finditer((TOURS / f"{language}.md").read_text(encoding="utf-8"))
        ]
        for language in LANGUAGES
    }
    assert steps["fi"] == steps["sv"] == steps["en"]
    assert len(steps["en"]) >= 8
