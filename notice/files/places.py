"""Where a path leads once every symbolic link is followed, and how it is printed."""

import os
import re
from pathlib import Path

_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?", re.IGNORECASE)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether the path is the folder or lies below it, once links are followed; neither need exist.

    What exists is compared by its identity, for on some disks two spellings name one folder.
    """
    outer, here = os.path.realpath(folder), os.path.realpath(path)
    while here != outer and not _is_same(here, outer):
        above = os.path.dirname(here)  # noqa: PTH120 - a text, as `realpath` gives it
        if above == here:
            return False
        here = above
    return True


def is_reserved(name: str) -> bool:
    """True for a name that Windows keeps for a device, whatever its ending: nothing can be called by it there."""
    return bool(_DEVICES.fullmatch(name))


def printable(path: str) -> str:
    """The path with the bytes that are not UTF-8 written as `\\xe9`, so that every output can hold it."""
    return os.fsencode(path).decode("utf-8", "backslashreplace") if _has_surrogates(path) else path


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 - as above
    except (OSError, ValueError):
        return False
