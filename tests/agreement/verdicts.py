"""Whether the check and the build of a variant come to the same verdict."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from agreement.variants import Variant, write
from verify.two_sites import DAY

from notice.build import build
from notice.check import check
from notice.errors import NoticeError
from notice.findings import Level
from notice.load import load

PDF_OF = 50
"""The PDFs of every fiftieth variant are made; of the others the pages alone."""


@dataclass(frozen=True)
class Verdict:
    """What the check and the build of one variant come to. `surprise` is what the build alone has against it."""

    name: str
    passes: bool
    surprise: str = ""


def judge(variant: Variant, *, pdfs: bool = False) -> Verdict:
    """Check the variant, and build it where the check has no error."""
    with TemporaryDirectory() as temporary:
        folder = write(variant.files, Path(temporary) / "site")
        try:
            findings = check(load(folder), DAY).findings
        except NoticeError as error:
            return Verdict(variant.name, False, "" if "content/site.yaml" in str(error) else f"check stops: {error}")
        if any(one.level is Level.ERROR for one in findings):
            return Verdict(variant.name, False)
        return Verdict(variant.name, True, _surprise(folder, pdfs))


def _surprise(folder: Path, pdfs: bool) -> str:
    try:
        outcome = build(folder, folder / "build", DAY, html_only=not pdfs)
    except NoticeError as error:
        return f"build stops: {error}"
    flaws = [f"{one.code} {dict(one.arguments)}" for one in outcome.findings if one.level is Level.ERROR]
    return "; ".join(flaws) if flaws or not outcome.published else ""


def judge_all(variants: Sequence[Variant], step: int = 1) -> list[Verdict]:
    """The verdicts on every Nth variant, on all cores."""
    chosen = list(variants)[::step]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("forkserver")) as pool:
        return list(pool.map(_numbered, enumerate(chosen), chunksize=20))


def _numbered(numbered: tuple[int, Variant]) -> Verdict:
    number, variant = numbered
    return judge(variant, pdfs=number % PDF_OF == 0)
