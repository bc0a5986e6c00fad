"""Puts one folder in another's place, in one step where the system has such a step."""

import errno
import os
import pathlib
import sys
from contextlib import suppress

from notice.publish.disk import settle
from notice.publish.remains import kept_name

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
    """Swap two names in one step; False, and nothing done, where the system or the disk has no such step.

    It is Linux's `renameat2` with `RENAME_EXCHANGE` (man 2 renameat2), which Python does not offer by itself.
    """
    if not _LINUX:
        return False
    import ctypes  # not above: every command would wait for it, and only a build needs it

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
    """Two renames with a moment between: a build killed there leaves the old site under its kept name."""
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
