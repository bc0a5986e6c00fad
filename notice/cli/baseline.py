"""The baseline of `notice check`: written, compared with, pruned."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

import click

from notice.check import Checked
from notice.cli.run import say
from notice.cli.worded import option
from notice.errors import CannotRun, by_system
from notice.files import LARGEST_BASELINE, Unopened, read_file, read_given, write_given
from notice.messages import refusal, text
from notice.reports.baseline import FILE, Compared, compared, entries, pruned, written


@dataclass(frozen=True)
class Baseline:
    """What was asked for. `file` is None where the site's own is taken, if it has one."""

    file: Path | None
    write: bool
    prune: bool
    off: bool

    def path(self, folder: Path) -> Path:
        """Where it is, or shall be."""

        return self.file or folder / FILE


def baseline_options(command: Callable[..., object]) -> Callable[..., object]:
    """All of these options; the command gets them as one `baseline`."""

    @option("--baseline", "file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
    @option("--no-baseline", is_flag=True, default=False)
    @option("--write-baseline", is_flag=True, default=False)
    @option("--prune-baseline", is_flag=True, default=False)
    @wraps(command)
    def wrapped(
        *args: object,
        file: Path | None,
        no_baseline: bool,
        write_baseline: bool,
        prune_baseline: bool,
        **others: object,
    ) -> object:
        asked = Baseline(file, write_baseline, prune_baseline, no_baseline)
        return command(*args, baseline=asked, **others)

    return wrapped


def write(checked: Checked, file: Path, language: str) -> None:
    """Write every finding down as known, and say how many."""
    body = written(checked.findings, checked.loaded.sources, language)
    _write(file, body)
    kept = len(entries(body, str(file)))
    say(text(language, "cli", "baseline-written", file=file, count=kept))
    if left := len(checked.findings) - kept:
        say(text(language, "cli", "baseline-left-out", count=left), err=True)


def compare(checked: Checked, asked: Baseline, folder: Path, language: str) -> Compared:
    """Compare the findings with the baseline asked for, or the site's own; all are new where there is none."""
    file = asked.path(folder)
    if asked.off or not (os.path.lexists(file) or asked.file or asked.prune):
        return Compared(checked.findings, 0, ())
    try:
        body = read_given(file, LARGEST_BASELINE) if asked.file else read_file(folder, FILE, LARGEST_BASELINE)
        rows = entries(body.decode("utf-8"), str(file))
    except Unopened as refused:
        raise CannotRun("unopened-help", what=refusal(refused), help=refusal(refused, "help")) from refused
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun("baseline-unreadable", file=file) from error
    found = compared(checked.findings, checked.loaded.sources, rows)
    if found.gone and asked.prune:
        _write(file, pruned(rows, found.gone))
        say(text(language, "cli", "baseline-pruned", file=file, count=len(found.gone)), err=True)
    elif found.gone:
        say(text(language, "cli", "baseline-gone", file=file, count=len(found.gone)), err=True)
    return found


def _write(file: Path, body: str) -> None:
    try:
        write_given(file, body.encode("utf-8"))
    except OSError as error:
        raise CannotRun("unwritable", file=file, why=by_system(error)) from error
