"""Two whole sites with fragments, rendered once: the base of the rules' examples, and a draft with long tables."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bs4 import BeautifulSoup
from rules.overlay import site_with
from verify.two_sites import DAY, ROOT, contexts, rendered

from notice.artifacts import Artifact
from notice.check import Checked, check
from notice.load import load

SITES = ("base", "kalvokeskus")


@cache
def checked_site(name: str, level: str = "h2") -> Checked:
    """The site with `embed`, loaded and checked."""
    with TemporaryDirectory() as folder:
        place = Path(folder, "site")
        if name == "base":
            site_with(f"site: {{embed: {level}}}", place)
        else:
            shutil.copytree(ROOT / "content", place / "content")
            with (place / "content/site.yaml").open("a", encoding="utf-8") as site:
                site.write(f"\nembed: {level}\n")
        return check(load(place), DAY)


@cache
def files_of(name: str, level: str = "h2", *, html_only: bool = True) -> dict[str, Artifact]:
    """Every file of the site by its path."""
    return {one.path: one for one in rendered(checked_site(name, level), html_only=html_only)}


def text_of(name: str, path: str, level: str = "h2") -> str:
    """One file of the site as text."""
    return files_of(name, level)[path].body.decode()


def folders(name: str) -> list[str]:
    """The folder of each notice in each language."""
    return [one.document.folder for case in contexts(checked_site(name)) for one in case.composed.values()]


def parsed(html: str) -> BeautifulSoup:
    """HTML as the tests read it."""
    return BeautifulSoup(html, "html.parser")
