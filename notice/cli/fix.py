"""`notice check --fix`, `--unsafe-fixes` and `--diff`: fixes written, or shown."""

from collections.abc import Callable, Mapping, Sequence
from difflib import unified_diff
from functools import wraps
from pathlib import Path

from notice.cli.worded import option, words
from notice.errors import CannotRun, by_system
from notice.files import Unopened, replace_file
from notice.messages import refusal
from notice.visible import visible
from notice.yamlreader.source import LARGEST


def fix_options(command: Callable[..., object]) -> Callable[..., object]:
    """The options; the command gets `fix`, `unsafe_fixes` and `diff`."""

    @option("--fix", is_flag=True, default=False)
    @option("--unsafe-fixes", is_flag=True, default=False)
    @option("--diff", is_flag=True, default=False)
    @wraps(command)
    def wrapped(*args: object, **others: object) -> object:
        return command(*args, **others)

    return wrapped


def differences(before: Mapping[str, bytes], after: Mapping[str, bytes], shown: Callable[[str], str]) -> str:
    """The unified diff of all files that would change."""
    lines: list[str] = []
    for file, body in sorted(after.items()):
        old, new = (_lines(source) for source in (before[file], body))
        lines += unified_diff(old, new, shown(file), shown(file))
    return "".join(_shown_line(line) for line in lines)


def write(after: Mapping[str, bytes], folder: Path) -> None:
    """Writes the files that changed."""
    for file, body in after.items():
        try:
            replace_file(folder, file, body, LARGEST)
        except Unopened as refused:
            raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
        except OSError as error:
            raise CannotRun("unwritable", file=folder / file, why=by_system(error)) from error


def summary(
    counts: Mapping[str, Mapping[str, int]],
    given_up: Sequence[str],
    shown: Callable[[str], str],
    key: str = "fixed",
) -> str:
    """What was fixed, or with the key `would-fix` would be, in each file, and which files were given up."""
    fixed = {
        file: ", ".join(f"{number} × {code}" for code, number in sorted(one.items())) for file, one in counts.items()
    }
    every = sum(sum(one.values()) for one in counts.values())
    lines = [words("cli", key, count=every) if every else words("cli", "fixed-none")]
    lines += [f"  {shown(file)}: {what}" for file, what in sorted(fixed.items())]
    lines += [words("cli", "given-up", file=shown(file)) for file in given_up]
    return "\n".join(lines) + "\n"


def _shown_line(line: str) -> str:
    """A line of the difference, made visible; its tabs and its end stay, so that the difference can be applied."""
    text = line.rstrip("\r\n")
    end = line[len(text) :]
    shown = "\t".join(visible(part) for part in text.split("\t"))
    return f"{shown}{end}" if end.endswith("\n") else f"{shown}\n\\ No newline at end of file\n"


def _lines(source: bytes) -> list[str]:
    return source.decode("utf-8").splitlines(keepends=True)
