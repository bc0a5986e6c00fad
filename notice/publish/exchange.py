"""Exchange the old site for the new one, atomically where the system supports it; clear what killed builds left."""

import errno
import os
import pathlib
import re
import secrets
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from notice.publish.lock import lock_name

_LINUX = sys.platform == "linux"


def swap_in(new: pathlib.Path, folder: pathlib.Path) -> None:
    """Give the folder `new` the name `folder`; what had that name then goes by the name of `new`.

    Raises `OSError`, and then `folder` is what it was.
    """
    if not folder.exists():
        new.rename(folder)
    elif not exchange(new, folder):
        _swap_by_renaming(new, folder)
    # The new site is in: a disk that cannot say so changes nothing.
    with suppress(OSError):
        settle(folder.parent)


def exchange(one: pathlib.Path, other: pathlib.Path) -> bool:
    """Swap two names atomically; False, and nothing done, where the system or the disk does not support it.

    It is Linux's `renameat2` with `RENAME_EXCHANGE` (man 2 renameat2), which Python does not offer by itself.
    """
    if not _LINUX:
        return False
    import ctypes  # here: only a build needs it, and every command would wait for it

    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    current_folder, rename_exchange = -100, 2
    names = (os.fsencode(one), os.fsencode(other))
    if library.renameat2(current_folder, names[0], current_folder, names[1], rename_exchange) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), str(other))


def _swap_by_renaming(new: pathlib.Path, folder: pathlib.Path) -> None:
    """Two renames; a build killed between them leaves the old site under its kept name."""
    kept = kept_name(new)
    try:
        folder.rename(kept)
        new.rename(folder)
    except BaseException:
        if kept.exists() and not folder.exists():
            kept.rename(folder)
        raise
    # Where this last rename fails, the next build clears the kept name.
    with suppress(OSError):
        kept.rename(new)


_KEPT = "-old"


def building_name(folder: pathlib.Path) -> str:
    """A new name beside `folder`, for the site while it is written."""
    return f".{folder.name}.building-{os.getpid()}-{secrets.token_hex(4)}"


def kept_name(building: pathlib.Path) -> pathlib.Path:
    """Temporary name of the previous site during the swap with the one written as `building`."""
    return building.with_name(building.name + _KEPT)


def clear_remains(folder: pathlib.Path) -> None:
    """Delete what killed builds of `folder` left; put the old site back if one died between two renames.

    Call it only while holding the lock: no other build can be using these folders. Raises `OSError`.
    """
    for path in _remains(folder):
        if path.name.endswith(_KEPT) and _is_vacant(folder):
            if folder.exists():
                folder.rmdir()
            path.rename(folder)
        else:
            delete(path)


def has_remains(folder: pathlib.Path) -> bool:
    """Whether a killed build of `folder`, or one that still runs, left anything beside it. Raises `OSError`."""
    return os.path.lexists(folder.with_name(lock_name(folder))) or bool(_remains(folder))


def delete(folder: pathlib.Path) -> bool:
    """Delete the folder, folders in it that are read-only too; False where the system does not let it be done."""
    shutil.rmtree(folder, ignore_errors=True)
    if not os.path.lexists(folder):
        return True
    with suppress(OSError):
        folder.chmod(0o700)
    for here, folders, _ in os.walk(folder):
        for path in (pathlib.Path(here, name) for name in folders):
            if not path.is_symlink():
                with suppress(OSError):
                    path.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
    return not os.path.lexists(folder)


def _remains(folder: pathlib.Path) -> list[pathlib.Path]:
    """The folders that builds of `folder` made beside it."""
    name = re.compile(rf"\.{re.escape(folder.name)}\.building-\d+-[0-9a-f]{{8}}({_KEPT})?")
    if not folder.parent.is_dir():
        return []
    named = (path for path in folder.parent.iterdir() if name.fullmatch(path.name))
    return sorted(path for path in named if path.is_dir() and not path.is_symlink())


def _is_vacant(folder: pathlib.Path) -> bool:
    """Whether the old site can be put back: no entry has the name, or an empty folder."""
    if folder.is_dir() and not folder.is_symlink():
        return not any(folder.iterdir())
    return not os.path.lexists(folder)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ignore an interrupt until the end of the block: it is too late to keep the old site."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)


def settle(path: pathlib.Path) -> None:
    """Flush a file, or a folder's list of names, to the disk (fsync). Raises `OSError`."""
    if sys.platform == "win32" and path.is_dir():
        return  # Windows cannot open a folder to flush it.
    handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
