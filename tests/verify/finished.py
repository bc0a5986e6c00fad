"""Two whole sites, rendered once for every test that reads them: the invented firm's and Kalvokeskus.fi's."""

from datetime import date
from functools import cache
from pathlib import Path

from notice.artifacts import Artifact
from notice.check import Checked, check
from notice.load import load
from notice.outputs.site import Composition, render

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)

SITES = {"starter": ROOT / "notice" / "starter", "kalvokeskus": ROOT}
"""The folder of each site by its name here."""


@cache
def checked(name: str) -> Checked:
    """The site, loaded and checked."""
    return check(load(SITES[name]), DAY)


@cache
def files(name: str, *, html_only: bool = False) -> tuple[Artifact, ...]:
    """Every file of the site. Nothing that the build verifies has been looked at."""
    done = checked(name)
    return tuple(rendered(done, html_only=html_only))


def rendered(checked: Checked, *, html_only: bool = True) -> list[Artifact]:
    """The files of a checked site, made of all its notices in all their languages."""
    compositions = tuple(
        Composition(case.notice, one.document) for case in checked.cases for one in case.composed.values()
    )
    return render(checked.loaded.site, compositions, None, html_only=html_only)


def body(name: str, path: str) -> bytes:
    """One file of the site."""
    return next(one.body for one in files(name) if one.path == path)


def notice_paths(name: str) -> list[tuple[str, str, str]]:
    """For each notice in each language: the language, its page and its PDF."""
    documents = [composed.document for case in checked(name).cases for composed in case.composed.values()]
    return [(one.language, one.page_path, one.pdf_path) for one in documents]
