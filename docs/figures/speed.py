"""Print how long commands take to start, and how long a save takes to reach the screen in `notice serve`.

    python docs/figures/speed.py

Each figure is the median of 20 with the least in brackets, but of 5 for whole builds and where all of a large site is
checked. A save counts from before the file is written until Chromium has painted the reloaded page; Chromium is needed.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from judges.browser import opened, visit  # noqa: E402 - found by the line above
from serve.previews import Running, running  # noqa: E402

RUNS, FEW = 20, 5
PATIENCE = 60_000

PAINTED = """
new Promise(done => new PerformanceObserver(list => done(
  performance.timeOrigin + list.getEntriesByName('first-contentful-paint')[0].startTime
)).observe({type: 'paint', buffered: true}))
"""
"""When the page was painted, in milliseconds."""

SITES = {
    "the starter": ROOT / "notice" / "starter",
    "Kalvokeskus.fi": ROOT,
    "a municipality of 300 registers": ROOT / "tests" / "sites" / "municipality",
}
"""The sites; the municipality has 12 registers, each of which is copied 24 times."""


def main() -> None:
    """Print the tables in Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        sites = {
            name: _copied(source, Path(folder) / str(number)) for number, (name, source) in enumerate(SITES.items())
        }
        _many(list(sites.values())[-1], 24)
        print(f"| command | {' | '.join(sites)} |\n|---|{'---|' * len(sites)}")
        for name, options in (
            ("`notice --version`", ["--version"]),
            ("`notice check`", ["check", "."]),
            ("`notice build --html-only`", ["build", ".", "--html-only", "--out", "out"]),
            ("`notice build`", ["build", ".", "--out", "out"]),
        ):
            leaves_out = name == "`notice build`"
            cells = [_command(site, options) if is_small(site) or not leaves_out else "–" for site in sites.values()]
            print(f"| {name} | {' | '.join(cells)} |", flush=True)
        for name, measured in (
            ("`notice serve`, until its first page", _start),
            ("a save, until it is on the screen", _saves),
            ("a PDF on request, after a save", _pdf),
        ):
            print(f"| {name} | {' | '.join(map(measured, sites.values()))} |", flush=True)


def is_small(site: Path) -> bool:
    """True for a site that is built in seconds."""
    return len(list((site / "content/registers").iterdir())) < 20


def _copied(source: Path, site: Path) -> Path:
    shutil.copytree(source / "content", site / "content")
    return site


def _many(site: Path, copies: int) -> None:
    """Copy each register of the site, with its words under other addresses."""
    content = site / "content"
    listed = (content / "site.yaml").read_text("utf-8")
    ids = sorted(file.stem for file in (content / "registers").iterdir())
    for id in ids:
        for number in range(1, copies + 1):
            for file in content.glob(f"*/{id}.yaml"):
                text = re.sub(r"^slug: *(.*)$", rf"slug: \1-{number}", file.read_text("utf-8"), flags=re.MULTILINE)
                file.with_stem(f"{id}-{number}").write_text(text, encoding="utf-8")
            listed = listed.replace("registers:\n", f"registers:\n  - {id}-{number}\n")
    (content / "site.yaml").write_text(listed, encoding="utf-8")


def _command(site: Path, options: list[str]) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def run() -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "notice", *options], cwd=site, env=environment, capture_output=True)
        return time.perf_counter() - began

    return _median(run, RUNS if (is_small(site) and options[0] != "build") or "--version" in options else FEW)


def _start(site: Path) -> str:
    def run() -> float:
        began = time.perf_counter()
        with running(site) as server:
            _whole(server, "/")
            return time.perf_counter() - began

    return _median(run, RUNS if is_small(site) else FEW)


def _saves(site: Path) -> str:
    """Save the words of the first language with another name, again and again, while a browser shows the page."""
    words = next(file for file in sorted((site / "content").glob("fi/*.yaml")) if file.stem != "site")
    slug = re.search(r"^slug: *(\S+)", words.read_text("utf-8"), re.MULTILINE)
    assert slug
    with running(site) as server, opened() as browser, visit(browser, f"{server.address}/") as seen:
        _whole(server, "/")
        page = seen.page
        page.goto(f"{server.address}/fi/{slug[1]}/")
        page.locator("notice-preview #bar[data-level]").wait_for(timeout=PATIENCE)
        number = 0

        def run() -> float:
            nonlocal number
            number += 1
            text = re.sub(r"^name:.*$", f"name: Nimi {number}", words.read_text("utf-8"), flags=re.MULTILINE)
            began = time.time() * 1000
            words.write_text(text, encoding="utf-8")
            page.locator("h1", has_text=re.compile(rf"Nimi {number}\b")).wait_for(timeout=PATIENCE)
            painted = page.evaluate(PAINTED)
            page.wait_for_timeout(300)
            return (float(painted) - began) / 1000

        return _median(run, RUNS)


def _pdf(site: Path) -> str:
    """Open the PDF of a notice after each save: its first request typesets it."""
    words = next(file for file in sorted((site / "content").glob("fi/*.yaml")) if file.stem != "site")
    slug = re.search(r"^slug: *(\S+)", words.read_text("utf-8"), re.MULTILINE)
    assert slug
    with running(site) as server:
        _whole(server, "/")
        _whole(server, f"/fi/{slug[1]}/{slug[1]}.pdf")
        number = 0

        def run() -> float:
            nonlocal number
            number += 1
            text = re.sub(r"^name:.*$", f"name: Uusi {number}", words.read_text("utf-8"), flags=re.MULTILINE)
            words.write_text(text, encoding="utf-8")
            time.sleep(1 if is_small(site) else 6)
            began = time.perf_counter()
            _whole(server, f"/fi/{slug[1]}/{slug[1]}.pdf")
            return time.perf_counter() - began

        return _median(run, RUNS)


def _whole(server: Running, path: str) -> None:
    """Request a file until it is there."""
    while True:
        try:
            with urllib.request.urlopen(server.address + path) as answer:
                answer.read()
            return
        except urllib.error.HTTPError:
            time.sleep(0.02)


def _median(run: Callable[[], float], runs: int) -> str:
    seconds = [run() for _ in range(runs)]
    return f"{_written(statistics.median(seconds))} ({_written(min(seconds))})"


def _written(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


if __name__ == "__main__":
    main()
