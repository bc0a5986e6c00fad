"""Open files inside a site's folder only: where a path leads once every symbolic link is followed, and its bytes."""

import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

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


_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
"""What the system says of a file that is not there, or whose name no file can have."""

# Without O_NONBLOCK the opening of a named pipe waits for a writer.
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0) | _NO_LINK

_KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "named-pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


class Unopened(Exception):
    """A file that is not opened; `file` is the entry at fault.

    `key` is the message in the catalogue, under `Y024`, and `arguments` are those of the message.
    """

    def __init__(self, file: str, key: str, **arguments: int) -> None:
        super().__init__(f"{file}: {key}")
        self.file, self.key = file, key
        self.arguments: dict[str, Any] = {**arguments}


class TooLarge(Unopened):
    """A file of more bytes than are read."""

    def __init__(self, file: str, size: int, largest: int) -> None:
        super().__init__(file, "too-large", size=size, largest=largest)
        self.size = size


def read_file(site: Path, name: str, largest: int) -> bytes:
    """The bytes of a file of the site; `name` is relative to its folder, with forward slashes.

    Raises `FileNotFoundError` where there is none, `Unopened` for what is no regular file inside the site or is
    larger than `largest`, and any other `OSError` of the system.
    """
    return _read(_opened(site, name, largest), name, largest)


def check_file(site: Path, name: str, largest: int) -> None:
    """Open the file as `read_file` does, and close it unread; raises the same."""
    os.close(_opened(site, name, largest))


def read_given(path: Path, largest: int) -> bytes:
    """The bytes of a file that was named on the command line, wherever it lies; raises as `read_file` does."""
    name = str(path)
    _refuse_unfit(path.stat(), name, largest)
    return _read(os.open(path, _READ), name, largest)


def located(site: Path, name: str) -> tuple[str, tuple[str, ...]]:
    """The site's resolved folder, and the way from there to where the name leads.

    Raises `Unopened` where that lies outside, and `FileNotFoundError` for what can be no path.
    """
    root = os.path.realpath(site)
    try:
        real = os.path.realpath(os.path.join(root, name))  # noqa: PTH118 - pathlib would drop `..`
    except ValueError as error:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name) from error
    if real == root:
        return root, ()
    below = root.rstrip(os.sep) + os.sep
    if not real.startswith(below):
        entry = _first_link(root, name, lambda link: not os.path.realpath(link).startswith(below))
        raise Unopened(entry or name, "outside.link" if entry else "outside")
    return root, PurePath(real[len(below) :]).parts


def _opened(site: Path, name: str, largest: int) -> int:
    """The handle of a regular file, opened for reading."""
    root, parts = located(site, name)
    try:
        status = Path(root, *parts).lstat()
    except OSError as error:
        if entry := _first_link(root, name, lambda link: not os.path.exists(link)):  # noqa: PTH110 - a text
            raise Unopened(entry, "dangling") from error
        if error.errno in _ABSENT:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name) from error
        raise
    if stat.S_ISLNK(status.st_mode):
        raise Unopened(_first_link(root, name, lambda _: True) or name, "dangling")
    # Asked before it is opened, for to open a device may do something.
    _refuse_unfit(status, name, largest)
    return _open_below(root, parts)


def _open_below(root: str, parts: tuple[str, ...]) -> int:
    """Open a file by a way without links; a link that came to stand there meanwhile is an `OSError`."""
    if os.open not in os.supports_dir_fd:
        return os.open(Path(root, *parts), _READ | _NO_LINK)
    here = os.open(root, _FOLDER & ~_NO_LINK)
    try:
        for part in parts[:-1]:
            inner = os.open(part, _FOLDER, dir_fd=here)
            os.close(here)
            here = inner
        return os.open(parts[-1], _READ | _NO_LINK, dir_fd=here)
    finally:
        os.close(here)


def _read(handle: int, name: str, largest: int) -> bytes:
    """What an open file holds; looked at again, since another may have come to its place."""
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(handle)
        _refuse_unfit(status, name, largest)
        body = opened.read(status.st_size + 1)
        if len(body) > status.st_size:  # it grows, or does not know its own size
            body += opened.read(largest + 1 - len(body))
    if len(body) > largest:
        raise TooLarge(name, len(body), largest)
    return body


def _refuse_unfit(status: os.stat_result, name: str, largest: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((kind for is_kind, kind in _KINDS if is_kind(status.st_mode)), "special-file")
        raise Unopened(name, f"irregular.{kind}")
    if status.st_size > largest:
        raise TooLarge(name, status.st_size, largest)


def _first_link(root: str, name: str, is_meant: Callable[[str], bool]) -> str | None:
    """The first step of the name that is a link of the kind that is meant; None where there is none."""
    steps = name.split("/")
    for count in range(1, len(steps) + 1):
        path = os.path.join(root, *steps[:count])  # noqa: PTH118 - as in `located`
        if os.path.islink(path) and is_meant(path):  # noqa: PTH114 - a text
            return "/".join(steps[:count])
    return None
