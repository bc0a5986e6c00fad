"""The site that a folder on the command line means."""

import os
from collections.abc import Callable
from pathlib import Path

import click

from notice.messages import text
from notice.visible import visible

SITE = Path("content", "site.yaml")


def site_above(folder: Path) -> Path | None:
    """The site of a folder: the folder itself, the one whose `content/` it lies in, or for `.` the nearest above.

    None where there is no site. The path is as short as it can be written from the working folder.
    """
    if _is_site(folder):
        return folder
    try:
        here = folder.resolve()
    except (OSError, RuntimeError):
        return None
    is_default = folder == Path()
    for above in here.parents:
        if _is_site(above) and (is_default or here.is_relative_to(above / SITE.parent)):
            return from_here(above)
    return None


def from_here(path: Path) -> Path:
    """The path relative to the working folder; unchanged where it is on another drive of Windows."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:
        return path


def _is_site(folder: Path) -> bool:
    return os.path.lexists(folder / SITE)


class SiteFolder(click.Path):
    """The folder of a site, or one inside its `content/`; `.` means the nearest site above, too."""

    def __init__(self, language: Callable[[], str]) -> None:
        self._language = language
        super().__init__(path_type=Path)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The site's folder; the folder that was given where there is no site."""
        folder = Path(os.fsdecode(super().convert(value, param, ctx)))  # type: ignore[arg-type]
        if not folder.is_dir():
            self.fail(text(self._language(), "cli", "no-folder", folder=visible(str(folder))), param, ctx)
        return site_above(folder) or folder
