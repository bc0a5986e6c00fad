"""Lists what a folder of the site holds, without following a link."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from notice.files.opening import located


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One entry: `file` is its path relative to the site; `error` is why a folder could not be listed."""

    file: str
    is_folder: bool = False
    error: OSError | None = None


def walk(site: Path, name: str) -> Iterator[FolderEntry]:
    """Every entry below a folder of the site, in the order of their paths; a symbolic link is an entry and no folder.

    A folder that cannot be listed comes once more, with its error. Raises `Unopened` where the folder itself is a
    link to a place outside the site.
    """
    root, parts = located(site, name)
    waiting = [(name, str(Path(root, *parts)))]
    while waiting:
        folder, path = waiting.pop()
        inner, error = _listed(path)
        if error is not None and not (folder == name and isinstance(error, FileNotFoundError | NotADirectoryError)):
            yield FolderEntry(folder, True, error)
        for entry in inner:
            is_folder = _is_folder(entry)
            yield FolderEntry(f"{folder}/{entry.name}", is_folder)
        waiting += [(f"{folder}/{entry.name}", entry.path) for entry in reversed(inner) if _is_folder(entry)]


def _listed(path: str) -> tuple[list[os.DirEntry[str]], OSError | None]:
    """The entries of a folder by name, and what kept them from being listed."""
    try:
        with os.scandir(path) as found:
            return sorted(found, key=lambda entry: entry.name), None
    except OSError as error:
        return [], error


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
