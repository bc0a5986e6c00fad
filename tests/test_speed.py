"""The check is quick and needs little memory: a shop's site in half a second, two hundred registers in five.

What is measured is the processor's time, the best of several runs, in a process of its own: a busy machine makes it
longer, never shorter.
"""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "notice" / "starter"
MEASURED = """
import sys
from pathlib import Path
from notice.cli import main
try:
    main(["check", sys.argv[1], "--output-format", "concise"])
except SystemExit:
    pass
status = Path("/proc/self/status").read_text()
print("measured", int(status.split("VmHWM:")[1].split()[0]) // 1024, file=sys.stderr)
"""
"""`ru_maxrss` would count the process that started this one as well; Linux's own high-water mark does not."""


LIBRARIES = "import click, pydantic, yaml, babel.dates; from pydantic import BaseModel; print('libraries')"
REFERENCE = 0.11
"""So many seconds a machine for which the limits are meant takes to import the libraries; a slower one gets more."""


def ran(code: str, *arguments: str) -> tuple[float, subprocess.CompletedProcess[str]]:
    """The processor's seconds of a Python process of its own, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, process


def measured(site: Path, runs: int) -> tuple[float, int, str]:
    """The processor's seconds as on the reference machine and the megabytes, the best of the runs; what was printed.

    Each run is held against an import of the libraries right before it, so that a busy moment slows both.
    """
    seconds, megabytes, told = [], [], ""
    for _ in range(runs):
        slowness = max(1.0, ran(LIBRARIES)[0] / REFERENCE)
        spent, process = ran(MEASURED, str(site))
        told = process.stdout + process.stderr
        seconds.append(spent / slowness)
        megabytes.append(int(process.stderr.rsplit("measured", 1)[1]))
    return min(seconds), min(megabytes), told


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of two hundred registers, each with its own name and address in three languages."""
    site = tmp_path_factory.mktemp("town") / "site"
    shutil.copytree(STARTER, site)
    content = site / "content"
    ids = [f"register-{number}" for number in range(1, 201)]
    for file in [*content.rglob("customers.yaml")]:
        facts = yaml.safe_load(file.read_text(encoding="utf-8"))
        for id in ids:
            own = {"slug": id, "description": f"{facts['description']} {id}"} if "slug" in facts else {}
            text = yaml.safe_dump(facts | own, allow_unicode=True)
            (file.parent / f"{id}.yaml").write_text(text, encoding="utf-8")
        file.unlink()
    settings = yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8")) | {"registers": ids}
    (content / "site.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return site


def test_the_site_of_a_shop_is_checked_in_half_a_second() -> None:
    seconds, _, told = measured(ROOT, runs=7)
    assert "customers.yaml" in told
    assert seconds < 0.5


def test_two_hundred_registers_are_checked_in_five_seconds_with_less_than_200_megabytes(town: Path) -> None:
    seconds, megabytes, told = measured(town, runs=2)
    assert "in 200 notices" in told
    assert seconds < 5
    assert megabytes < 200
