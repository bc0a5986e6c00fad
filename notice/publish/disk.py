"""Waits until the disk has what was written."""

import os
import pathlib


def settle(path: pathlib.Path) -> None:
    """Return when a file's content, or a folder's list of names, outlives a power cut. Raises `OSError`."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot open a folder to flush it.
    handle = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
