"""Count the files that a fact, a word and a finding pass through in one checkout, and the compositions of a build.

Run by `structure.py` in a process of its own. A site is made of the starter, with one retention period, one name and
one fault marked by values that occur nowhere else; a profiler records each function that takes or returns the value.
"""

import dataclasses
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import FrameType

CHECKOUT = Path(sys.argv[1])
sys.path.insert(0, str(CHECKOUT))

DAY = date(2026, 11, 22)
PERIOD, WORD, FAULT = "1723 days", "Qvarntorpsnimi", "qvarnfel"


def main() -> None:
    """Print the figures as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(CHECKOUT / "notice" / "starter", site)
        _mark(site)
        figures = {
            "files on the walk of a fact": len(walk(lambda: build(site), _holds("1723"))),
            "files on the walk of a word": len(walk(lambda: build(site), _holds(WORD))),
            "compositions of a document per build": compositions(site),
            "files on the walk of a finding": len(walk(lambda: report(site), _holds(FAULT))),
        }
    print(json.dumps(figures))


def _mark(site: Path) -> None:
    register = site / "content" / "registers" / "customers.yaml"
    text = register.read_text(encoding="utf-8")
    assert "for: 3 years" in text
    register.write_text(text.replace("for: 3 years", f"for: {PERIOD}", 1), encoding="utf-8")
    words = site / "content" / "fi" / "customers.yaml"
    lines = words.read_text(encoding="utf-8").splitlines()
    marked = [f"name: {WORD}" if line.startswith("name:") else line for line in lines]
    assert marked != lines
    words.write_text("\n".join(marked) + "\n", encoding="utf-8")


def build(site: Path) -> object:
    """Build the site, pages and PDFs."""
    from notice.build import build as run

    return run(site, site / "build", DAY)


def report(site: Path) -> None:
    """Check the site with one unknown word of a closed list, and report it as SARIF through the command line."""
    register = site / "content" / "registers" / "customers.yaml"
    text = register.read_text(encoding="utf-8")
    assert "basis: contract" in text
    register.write_text(text.replace("basis: contract", f"basis: {FAULT}", 1), encoding="utf-8")
    from click.testing import CliRunner

    from notice.cli import main as command

    ran = CliRunner().invoke(command, ["check", str(site), "--output-format", "sarif", "--as-of", DAY.isoformat()])
    assert FAULT in ran.output, ran.output


def compositions(site: Path) -> float:
    """How often each document is composed in one build."""
    calls: dict[str, int] = {}

    def count(frame: FrameType, event: str, argument: object) -> None:
        del argument
        code = frame.f_code
        if event == "call" and code.co_name == "compose" and "document" in code.co_filename:
            language = str(getattr(frame.f_locals.get("words"), "language", ""))
            calls[language] = calls.get(language, 0) + 1

    sys.setprofile(count)
    try:
        build(site)
    finally:
        sys.setprofile(None)
    return max(calls.values())


def walk(run: Callable[[], object], holds: Callable[[object], bool]) -> set[str]:
    """The files of the package in which a function takes or returns the value while `run` runs."""
    package = str(CHECKOUT / "notice")
    found: set[str] = set()

    def look(frame: FrameType, event: str, argument: object) -> None:
        file = frame.f_code.co_filename
        if file in found or not file.startswith(package):
            return
        if event == "return" and holds(argument):
            found.add(file)
        elif event == "call":
            count = frame.f_code.co_argcount + frame.f_code.co_kwonlyargcount
            names = frame.f_code.co_varnames[:count]
            if any(holds(frame.f_locals.get(name)) for name in names):
                found.add(file)

    import threading

    threading.setprofile(look)
    sys.setprofile(look)
    try:
        run()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)  # type: ignore[arg-type]
    return found


def _holds(mark: str) -> Callable[[object], bool]:
    def holds(value: object, depth: int = 2) -> bool:
        if isinstance(value, str):
            return mark in value and len(value) < 2000
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value) == mark
        if depth == 0 or value is None:
            return False
        if isinstance(value, Mapping):
            return len(value) < 20 and any(holds(one, depth - 1) for one in value.values())
        if isinstance(value, tuple | list | set | frozenset):
            return len(value) < 20 and any(holds(one, depth - 1) for one in value)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = dataclasses.fields(value)
            return len(fields) < 12 and any(holds(getattr(value, one.name, None), depth - 1) for one in fields)
        return False

    return holds


if __name__ == "__main__":
    main()
