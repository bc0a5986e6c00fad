"""Run html-validate on pages: accessibility, forbidden nesting, duplicate ids, and rules beyond the standard."""

import json
import pathlib
import shutil
import subprocess
import tempfile

from judges.folder import absent, package

_SCRIPT = ("html-validate", "bin/html-validate.mjs")

_RULES = {"extends": ["html-validate:recommended"], "root": True}


def missing() -> str | None:
    """Why html-validate cannot run, or None."""
    return (
        "html-validate: no node on this machine" if shutil.which("node") is None else absent("html-validate", *_SCRIPT)
    )


def errors(folder: pathlib.Path) -> list[str]:
    """The errors in the pages below `folder`, as `fi/index.html:3:1: rule: message`.

    Raises `AssertionError` if there is no page.
    """
    pages = sorted(folder.rglob("*.html"))
    if not pages:
        raise AssertionError(f"no page in {folder}")
    with tempfile.TemporaryDirectory() as temporary:
        config = pathlib.Path(temporary) / "rules.json"
        config.write_text(json.dumps(_RULES), encoding="utf-8")
        report = pathlib.Path(temporary) / "report.json"  # a pipe would be truncated when the program exits
        form = ["--config", str(config), "--formatter", f"json={report}"]
        command = ["node", str(package(*_SCRIPT)), *form, *map(str, pages)]
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)
        if run.returncode not in (0, 1):
            raise AssertionError(f"html-validate could not run: {run.stderr}")
        found = json.loads(report.read_text(encoding="utf-8"))
    return [
        f"{pathlib.Path(one['filePath']).relative_to(folder)}:{message['line']}:{message['column']}: "
        f"{message['ruleId']}: {message['message']}"
        for one in found
        for message in one["messages"]
    ]
