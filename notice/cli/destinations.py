"""Where reports and the baseline may be written: never over what an owner wrote."""

import os
import re
from pathlib import Path

from notice.cli.options import Wanted
from notice.errors import CannotRun
from notice.files import LARGEST_BASELINE, SOURCE_FOLDERS, Unopened, is_inside, read_given
from notice.languages import LANGUAGES
from notice.messages import text
from notice.reports.baseline import entries

_REPORTS = re.compile(
    r"""\s*\Z
    | \{\s*"version":\ \d+,\s*"tool":\ \{\s*"name":\ "notice"                               # json
    | \{\s*"\$schema":\ "[^"]*",\s*"version":\ "[^"]*",\s*"runs":\ \[\s*
      \{\s*"tool":\ \{\s*"driver":\ \{\s*"name":\ "notice"                                  # sarif
    | \[\s*(\]|\{\s*"description":\ "[A-Z]\d{3}\ )                                          # gitlab
    | <\?xml[^>]*>\s*<testsuites\ name="notice"                                             # junit
    | \#\#\#\ notice\n                                                                      # markdown
    | ::(error|warning|notice)\ title=notice\                                               # github
    | [^\n]+:\d+:\d+:\ [A-Z]\d{3}\                                                          # concise
    | \w+\[[A-Z]\d{3}\]                                                                     # text, full
    """,
    re.VERBOSE,
)
"""How a report of each format begins; one of no findings can be empty."""

_BEGINNING = 4096


def refuse_destinations(folder: Path, wanted: Wanted) -> None:
    """Raise `CannotRun` where a report that is wanted would overwrite anything but an earlier report.

    The summary of a step is added to, so that it is refused in the folders of the owner alone.
    """
    for _, file in wanted.outputs:
        _refuse_owners(folder, file)
        if not _is_free(file) and not _is_report(_beginning(file)):
            raise CannotRun("no-report", file=file)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and "github" in wanted.formats:
        _refuse_owners(folder, Path(summary))


def refuse_baseline(folder: Path, file: Path) -> None:
    """Raise `CannotRun` where writing the baseline would overwrite anything but a baseline."""

    _refuse_owners(folder, file)
    if _is_free(file):
        return
    try:
        body = read_given(file, LARGEST_BASELINE).decode("utf-8", "replace")
        if body.strip():
            entries(body, str(file))
    except (OSError, Unopened, CannotRun) as error:
        raise CannotRun("no-baseline", file=file) from error


def _refuse_owners(folder: Path, file: Path) -> None:
    for name in SOURCE_FOLDERS:
        if is_inside(file, folder / name):
            raise CannotRun("in-sources", file=file, folder=folder / name)


def _is_free(file: Path) -> bool:
    """Whether nothing is lost by writing: no entry has the name, or it is a pipe or a device."""
    if not os.path.lexists(file):
        return True
    return file.exists() and not file.is_file() and not file.is_dir()


def _is_report(beginning: str) -> bool:
    """Whether a report begins so; one for people may begin with the table of what waits."""
    heads = (f"{text(language, 'labels', 'waiting', 'head')}: " for language in LANGUAGES)
    return bool(_REPORTS.match(beginning)) or beginning.startswith(tuple(heads))


def _beginning(file: Path) -> str:
    """What the file begins with; of one that cannot be read it is not known, and it is no report."""
    try:
        with file.open("rb") as opened:
            return opened.read(_BEGINNING).decode("utf-8", "replace")
    except OSError:
        return "?"
