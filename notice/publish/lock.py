"""The lock on an output folder, held by one build at a time; errors of the system as sentences."""

import os
import pathlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from notice.errors import CannotRun, by_system

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class AnotherBuild(CannotRun):
    """Another build holds the lock on the folder."""


@contextmanager
def refused_by_system(path: pathlib.Path, act: str = "written") -> Iterator[None]:
    """Turn an `OSError` (the disk is full, the place is read-only) into `CannotRun`."""
    try:
        yield
    except OSError as error:
        raise CannotRun(f"publishing.{act}", file=error.filename or path, why=by_system(error)) from error


@contextmanager
def only_builder(folder: pathlib.Path) -> Iterator[None]:
    """Hold the lock on `folder`, or raise `AnotherBuild` at once if another build has it.

    The system releases the lock when the process ends, also when it is killed.
    """
    path = folder.with_name(lock_name(folder))
    handle = _open_locked(path, folder)
    try:
        yield
    finally:
        # Deleted while still held: a build that opens the file now notices in `_still_there` that it is gone.
        with suppress(OSError):
            path.unlink()
        os.close(handle)
        if sys.platform == "win32":  # where a file is deleted only when no build has it open
            with suppress(OSError):
                path.unlink()


def lock_name(folder: pathlib.Path) -> str:
    """The name of the lock file beside `folder`; a killed build leaves it behind."""
    return f".{folder.name}.building-lock"


def _open_locked(path: pathlib.Path, folder: pathlib.Path) -> int:
    """Open and lock the file `path`; the handle."""
    while True:
        with refused_by_system(path):
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            with refused_by_system(path, "locked"):
                ours = _take(handle)
            if not ours:
                raise AnotherBuild("another-build", folder=folder)
        except CannotRun:
            os.close(handle)
            raise
        if _still_there(path, handle):
            return handle
        os.close(handle)


def _still_there(path: pathlib.Path, handle: int) -> bool:
    """Whether `path` is still the name of the file open as `handle`."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
