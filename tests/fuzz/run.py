"""Read hostile inputs, and report each that ends in a traceback, takes over 5 s, or needs over 300 MB.

python tests/fuzz/run.py 50000          all cores; about an hour on two
python tests/fuzz/run.py --only 1234    one input again, with its traceback
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import process_time, time

sys.path[:0] = [str(Path(__file__).parents[1])]

from fuzz.inputs import KINDS, Input, made  # noqa: E402 - found by the line above
from rules.overlay import site_with  # noqa: E402

from notice.check import check  # noqa: E402
from notice.errors import NoticeError  # noqa: E402
from notice.load import load  # noqa: E402
from notice.load.findings import PictureFault  # noqa: E402
from notice.load.png import png_size  # noqa: E402
from notice.load.svg import svg_size  # noqa: E402
from notice.messages import help, message  # noqa: E402
from notice.yamlreader import read  # noqa: E402

SECONDS, MEGABYTES = 5, 300
"""The most that one input may take: of the processor's time, and of memory as a whole."""


@dataclass(frozen=True)
class Result:
    """What one input came to: what was wrong ("" for nothing), its seconds, and the process's memory at its height."""

    number: int
    kind: str
    wrong: str
    seconds: float
    megabytes: int


def run(number: int) -> Result:
    """Read one input."""
    one = made(number)
    with tempfile.TemporaryDirectory() as folder:
        site = site_with("{}", Path(folder) / "site") if one.kind in ("load", "words", "check") else Path(folder)
        _forget_height()
        begin = process_time()
        wrong = ""
        try:
            _read(one, site)
        except (NoticeError, PictureFault):
            pass
        except Exception as error:
            wrong = f"{type(error).__name__}: {error}"[:200]
        seconds, megabytes = process_time() - begin, _height()
    if not wrong and seconds > SECONDS:
        wrong = f"{seconds:.1f} s"
    if not wrong and megabytes > MEGABYTES:
        wrong = f"{megabytes} MB"
    return Result(number, one.kind, wrong, seconds, megabytes)


def _read(one: Input, site: Path) -> None:
    if one.kind == "yaml":
        read(one.body, one.file)
    elif one.kind == "logo":
        (svg_size if one.file.endswith(".svg") else png_size)(one.body)
    elif one.kind == "load":
        load(site, {one.file: one.body})
    else:
        from verify.two_sites import DAY

        for finding in check(load(site, {one.file: one.body}), DAY).findings[:50]:
            for language in ("fi", "sv", "en"):
                if finding.key or not finding.message:
                    message(finding, language)
                    help(finding, language)


def _forget_height() -> None:
    """Let Linux measure the height of memory anew; elsewhere the height stays that of the whole process."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _height() -> int:
    """The height of this process's memory in megabytes; 0 where the system does not say."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def run_all(numbers: range) -> Iterator[Result]:
    """Read the inputs of the numbers on all cores."""
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("forkserver")) as pool:
        yield from pool.map(run, numbers, chunksize=50)


def main() -> int:
    """Print what was found; 1 where an input did harm."""
    if "--only" in sys.argv:
        one = made(int(sys.argv[-1]))
        with tempfile.TemporaryDirectory() as folder:
            _read(one, site_with("{}", Path(folder) / "site"))
        print(run(one.number))
        return 0
    number, began = int(sys.argv[1]), time()
    results = []
    for result in run_all(range(number)):
        results.append(result)
        if result.wrong:
            print(f"{result.number} ({result.kind}): {result.wrong}", flush=True)
        if len(results) % 1_000 == 0:
            print(f"{len(results)} inputs read, {time() - began:.0f} s", flush=True)
    for kind in KINDS:
        some = [one for one in results if one.kind == kind]
        slowest = max((one.seconds for one in some), default=0.0)
        highest = max((one.megabytes for one in some), default=0)
        print(f"{kind}: {len(some)} inputs, slowest {slowest:.2f} s, highest {highest} MB")
    wrong = sum(bool(one.wrong) for one in results)
    print(f"{number} inputs in {time() - began:.0f} s, {wrong} did harm")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
