"""The cost of a check in function calls and memory, independent of the machine's speed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
STARTER = ROOT / "notice" / "starter"
MOST_CALLS = 2_000_000
"""The most function calls in a check of the shop's site, start-up included: 1.51 million on 2026-11-28."""

COUNTED = """
import cProfile, pstats, sys
from notice.cli import main
profile = cProfile.Profile()
profile.enable()
try:
    main(["check", sys.argv[1], "--output-format", "concise"])
except SystemExit:
    pass
profile.disable()
print("measured", pstats.Stats(profile).total_calls, file=sys.stderr)
"""
WEIGHED = """
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
"""Linux's `VmHWM` is read, since `ru_maxrss` would include the parent process."""


def measured(code: str, site: Path) -> tuple[int, str]:
    """The number that the code measures in a new process, and its output."""
    process = subprocess.run(
        [sys.executable, "-c", code, str(site)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"},
    )
    return int(process.stderr.rsplit("measured", 1)[1]), process.stdout + process.stderr


def town(folder: Path, registers: int) -> Path:
    """A site of a number of registers, each with its own name and address in three languages."""
    site = folder / f"town-{registers}"
    shutil.copytree(STARTER, site)
    content = site / "content"
    ids = [f"register-{number}" for number in range(1, registers + 1)]
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


def test_a_check_of_a_shop_makes_few_function_calls() -> None:
    calls, printed = measured(COUNTED, ROOT)
    assert "customers.yaml" in printed
    assert calls < MOST_CALLS


def test_the_cost_of_a_check_grows_with_the_registers_and_no_faster(tmp_path: Path) -> None:
    """Registers 31 to 60 cost as much as the first thirty after start-up, within 5 %."""
    start, first, second = (measured(COUNTED, town(tmp_path, registers))[0] for registers in (10, 40, 70))
    assert second - first < 1.05 * (first - start)


def test_two_hundred_registers_are_checked_in_less_than_200_megabytes(tmp_path: Path) -> None:
    megabytes, printed = measured(WEIGHED, town(tmp_path, 200))
    assert "in 200 notices" in printed
    assert megabytes < 200
