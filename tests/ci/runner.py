"""Runs the shell lines of the integrations as a CI runner does: `notice` on PATH, and only the variables of the job."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "notice" / "starter"
NOTICE_CI = ROOT / "integrations" / "notice-ci"


@dataclass(frozen=True)
class Runner:
    """A working folder with a site in `site name/`, and a folder of commands."""

    work: Path
    commands: Path

    def run(self, lines: str, variables: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        """Run the lines with sh in the working folder."""
        path = f"{self.commands}{os.pathsep}/usr/bin{os.pathsep}/bin"
        environment = {"PATH": path, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **(variables or {})}
        command = ["sh", "-euc", lines]
        return subprocess.run(
            command, cwd=self.work, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def steps(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run `notice-ci`."""
        return self.run(" ".join(["notice-ci", *arguments]), variables)

    def on_github(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run `notice-ci` with the variables of a step on GitHub."""
        own = {name: str(self.work / file) for name, file in GITHUB_FILES.items()}
        return self.steps(*arguments, **{"GITHUB_ACTIONS": "true", **own, **variables})

    def text(self, file: str) -> str:
        """A file of the working folder; empty where there is none."""
        path = self.work / file
        return path.read_text(encoding="utf-8") if path.is_file() else ""


GITHUB_FILES = {"GITHUB_OUTPUT": "outputs", "GITHUB_STEP_SUMMARY": "summary.md"}


def runner_with_site(folder: Path, site: str) -> Runner:
    """A runner in a new folder, whose site is that of the invented firm."""
    work, commands = folder / "work", folder / "commands"
    copytree(STARTER, work / site)
    commands.mkdir()
    script(commands / "notice", f'exec "{sys.executable}" -m notice "$@"')
    script(commands / "notice-ci", f'exec sh "{NOTICE_CI}" "$@"')
    return Runner(work, commands)


def script(path: Path, line: str) -> None:
    """Write an executable script of one line."""
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def replace(site: Path, old: str, new: str, file: str = "content/registers/customers.yaml") -> None:
    """Replace a text in a file of the site."""
    path = site / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


def workflow(name: str) -> Any:
    """A YAML file of the repository, with its scalars as text."""
    return yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
