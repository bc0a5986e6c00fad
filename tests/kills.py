"""Kill builds of a site at moments spread over a whole build; report each that loses the site or leaves anything behind.

python tests/kills.py 100               about eight minutes on two cores
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent)]

from click.testing import CliRunner  # noqa: E402 - found by the line above
from rules.overlay import site_with  # noqa: E402
from verify.two_sites import ROOT  # noqa: E402

from notice.cli import main as command  # noqa: E402

CONTROLLER, REGISTER = "content/controller.yaml", "content/registers/customers.yaml"
NAMES = ("Esimerkkikauppa", "Toinen Kauppa")

Files = dict[str, bytes]


def held(folder: Path) -> Files:
    """Every file below the folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(site: Path) -> int:
    """The exit code of a build in this process."""
    return CliRunner().invoke(command, ["build", str(site)]).exit_code


def begun(site: Path) -> "subprocess.Popen[bytes]":
    """A build in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "notice", "build", str(site)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )


def with_name(site: Path, name: str) -> None:
    """State the name of the controller."""
    lines = (site / CONTROLLER).read_text(encoding="utf-8").splitlines(keepends=True)
    stated = [f"trade-name: {name}\n" if line.startswith("trade-name:") else line for line in lines]
    (site / CONTROLLER).write_text("".join(stated), encoding="utf-8")


def prepared(site: Path) -> tuple[list[Files], float]:
    """The files of the site under each name, and the seconds that a build takes."""
    sites = []
    for name in NAMES:
        with_name(site, name)
        assert build(site) == 0
        sites.append(held(site / "build"))
    assert sites[0] != sites[1]
    start = time.monotonic()
    assert begun(site).wait() == 0
    return sites, time.monotonic() - start


def killed(site: Path, after: float) -> bool:
    """Begin a build, and kill it after some seconds; False where it had ended before."""
    process = begun(site)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return process.wait() == -signal.SIGKILL
    return False


def after_a_kill(site: Path, sites: list[Files]) -> int | str:
    """The number of the one whole site that a refused build finds and leaves; else what is wrong."""
    register = (site / REGISTER).read_bytes()
    (site / REGISTER).write_bytes(b"purposes: [")
    code = build(site)
    (site / REGISTER).write_bytes(register)
    if code != 1:
        return f"a refused build ended with {code}"
    if {path.name for path in site.iterdir()} != {"build", "content"}:
        return f"left behind: {sorted(path.name for path in site.iterdir())}"
    found = held(site / "build")
    return sites.index(found) if found in sites else "the site is neither the old nor the new one"


def main() -> int:
    """Print the counts; 1 where a kill did harm. A build that ended before its kill is undone and begun again."""
    number = int(sys.argv[1]) if sys.argv[1:] else 100
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        site = site_with("{}", Path(folder) / "site")
        sites, seconds = prepared(site)
        present = len(NAMES) - 1
        for at in range(number):
            after, new = seconds * (at + 0.5) / number, 1 - present
            with_name(site, NAMES[new])
            while not killed(site, after):
                with_name(site, NAMES[present])
                assert build(site) == 0
                with_name(site, NAMES[new])
                after *= 0.97
            found = after_a_kill(site, sites)
            if isinstance(found, str):
                counts["harmed"] += 1
                print(f"kill {at} after {after:.2f} s: {found}", flush=True)
                continue
            counts["left the new site" if found == new else "left the old site"] += 1
            present = found
    print(f"{number} kills over {seconds:.1f} s: " + ", ".join(f"{counts[one]} {one}" for one in sorted(counts)))
    return 1 if counts["harmed"] else 0


if __name__ == "__main__":
    sys.exit(main())
