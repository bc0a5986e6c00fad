"""Locate the judges that are not Python packages: the Nu HTML checker and axe-core."""

import os
import pathlib

VARIABLE = "NOTICE_JUDGES"


def package(name: str, file: str) -> pathlib.Path:
    """The `file` of the judge `name`, whether it is there or not.

    The folder is `.venv/judges` of this repository, or that of the environment variable NOTICE_JUDGES.
    """
    here = pathlib.Path(__file__).resolve().parents[2] / ".venv" / "judges"
    return pathlib.Path(os.environ.get(VARIABLE) or here) / "node_modules" / name / file


def absent(judge: str, name: str, file: str) -> str | None:
    """Why the judge cannot run, or None."""
    path = package(name, file)
    return None if path.is_file() else f"{judge}: no {path} (.ci/run puts it there, {VARIABLE} names another folder)"
