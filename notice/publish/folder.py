"""The output folder: whether it may be replaced, and which names files may have in it."""

import os
import pathlib
import unicodedata

from notice.errors import FolderNotOurs
from notice.files import SOURCE_FOLDERS, is_inside, is_reserved
from notice.publish.lock import refused_by_system

MARKER = ".notice-site"
"""The file that says a folder was made by `notice`."""

MARKER_TEXT = b"The program notice made this folder and replaces everything in it at each build.\n"

SOURCES = (".yaml", ".yml", ".git", ".hg")
"""Suffixes of names that no published site has at any depth: an owner's facts, or version control."""

_NOT_ON_WINDOWS = '\\:*?"<>|'
"""The characters that no name of a file has on Windows."""


def refuse_sources(folder: pathlib.Path, site: pathlib.Path) -> None:
    """Raise `FolderNotOurs` if `folder`, or what replacing it would delete, holds the sources of `site`.

    Refused are the site's folder, every folder above it, and everything in `content/` and `templates/`, by whichever
    path, link or spelling they are named, and whatever `folder` holds.
    """
    for name in SOURCE_FOLDERS:
        if is_inside(folder, site / name):
            raise FolderNotOurs("folder.in-sources", folder=folder, name=name)
        if is_inside(site / name, folder):
            raise FolderNotOurs("folder.holds-sources", folder=folder, name=name)
    if is_inside(site, folder):
        raise FolderNotOurs("folder.holds-site", folder=folder)


def refuse_foreign(folder: pathlib.Path) -> None:
    """Raise `FolderNotOurs` if replacing `folder` would lose what `notice` did not make.

    A missing folder, an empty one and one with the marker may be replaced.
    """
    with refused_by_system(folder, "read"):
        reason = _foreign(folder)
    if reason:
        raise FolderNotOurs(f"folder.{reason}", folder=folder, marker=MARKER)
    with refused_by_system(folder, "read"):
        source = _source_in(folder)
    if source:
        raise FolderNotOurs("folder.holds-source", folder=folder, name=source)


def _foreign(folder: pathlib.Path) -> str | None:
    """The id of the reason against replacing `folder`, or None."""
    if folder.is_symlink():
        return "link"
    if folder == folder.parent:
        return "root"
    if not folder.exists():
        return None
    if not folder.is_dir():
        return "file"
    if any(folder.iterdir()) and not (folder / MARKER).is_file():
        return "foreign"
    return None


def _source_in(folder: pathlib.Path) -> str | None:
    """An entry of the folder, at any depth, that belongs to sources; None where there is none."""
    for here, folders, files in os.walk(folder):
        for name in (*folders, *files):
            if name.endswith(SOURCES):
                return (pathlib.Path(here) / name).relative_to(folder).as_posix()
    return None


def claim(path: str, names: dict[str, str]) -> None:
    """Take the file name `path` and the folders on its way, or raise `ValueError`.

    `names` maps each taken name, as a case-insensitive file system compares it, to its spelling, with a slash at the
    end for a folder. The new names are added to it.
    """
    fault = _fault(path)
    if fault:
        raise ValueError(f"The artifact path {path!r} {fault}.")
    for folder in (path[: at + 1] for at, character in enumerate(path) if character == "/"):
        known = names.setdefault(_compared(folder), folder)
        if known != folder:
            raise ValueError(f"The artifact path {path!r} collides with {known!r}.")
    if _compared(path) in names:
        raise ValueError(f"The artifact path {path!r} collides with {names[_compared(path)]!r}.")
    names[_compared(path)] = path


def _compared(name: str) -> str:
    """The name as macOS and Windows compare it: without case, each accented letter spelled one way."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold()).removesuffix("/")


def _fault(path: str) -> str | None:
    """Why `path` is invalid on some system, or None."""
    if not path.isprintable():
        return "holds a character that cannot be printed"
    if set(path) & set(_NOT_ON_WINDOWS):
        return f"holds one of {_NOT_ON_WINDOWS}"
    parts = path.split("/")
    if "" in parts:
        return "is absolute or has an empty part"
    if "." in parts or ".." in parts:
        return "holds a step (. or ..) instead of a name"
    if any(is_reserved(part) or part.endswith((".", " ")) for part in parts):
        return "holds a name that Windows cannot have"
    return None
