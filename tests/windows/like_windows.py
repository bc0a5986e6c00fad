"""Run `notice` with what Windows has, as far as another system can act like it: `python like_windows.py ARGUMENT…`.

Modules and flags of POSIX are missing, the platform is `win32`, a pipe has the code page 1252, and what is open can be
neither deleted nor renamed, nor can a folder that holds it. `os.name` stays, since `pathlib` makes no paths of Windows
elsewhere. Without arguments every module is imported, and their number printed.
"""

import io
import os
import pkgutil
import sys
import types
from collections.abc import Callable
from fcntl import LOCK_EX, LOCK_NB, flock
from importlib import import_module
from pathlib import Path

POSIX_MODULES = ("fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty")
POSIX_FLAGS = ("O_DIRECTORY", "O_NOCTTY", "O_NOFOLLOW", "O_NONBLOCK", "O_PATH")
LIBRARIES = (
    "babel.dates click jinja2.sandbox markdown pikepdf pydantic pypdfium2 selectolax.lexbor typst yaml "
    "asyncio ctypes docx importlib.metadata logging.config multiprocessing shutil subprocess tempfile typing uvicorn watchfiles xml.etree.ElementTree"
).split()
"""Imported before the platform changes: they have branches of their own for it."""


def is_open(path: str) -> bool:
    """Whether this process has the file open, or one below the folder."""
    real = os.path.realpath(path)
    for number in Path("/proc/self/fd").iterdir():
        try:
            target = str(number.readlink())
        except OSError:
            continue
        if target == real or target.startswith(f"{real}/"):
            return True
    return False


def refusing_open(act: Callable[..., None]) -> Callable[..., None]:
    """The act of `os`, which fails for what is open."""

    def refuse(*paths: str, **others: object) -> None:
        for path in paths:
            if isinstance(path, str | os.PathLike) and is_open(os.fspath(path)):
                raise PermissionError(13, "in use by another process", os.fspath(path))
        act(*paths, **others)

    return refuse


def locking(handle: int, mode: int, size: int) -> None:
    """`msvcrt.locking`: a lock of another process is a `PermissionError`."""
    assert (mode, size) == (2, 1)
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError as error:
        raise PermissionError(13, "Permission denied") from error


def become_windows() -> None:
    """Change `sys` and `os`; `notice` must not be imported yet."""
    for library in LIBRARIES:
        import_module(library)
    assert not any(name.partition(".")[0] == "notice" for name in sys.modules)
    for name in POSIX_MODULES:
        sys.modules[name] = None  # type: ignore[assignment]  # an import of it raises ImportError
    for flag in POSIX_FLAGS:
        delattr(os, flag)
    os.supports_dir_fd.clear()
    os.supports_follow_symlinks.clear()
    for act in ("unlink", "remove", "rename", "replace", "rmdir"):
        setattr(os, act, refusing_open(getattr(os, act)))
    msvcrt = types.ModuleType("msvcrt")
    vars(msvcrt).update(LK_NBLCK=2, locking=locking)
    sys.modules["msvcrt"] = msvcrt
    sys.platform = "win32"
    if "PYTHONIOENCODING" not in os.environ:
        for stream in (sys.stdout, sys.stderr):
            assert isinstance(stream, io.TextIOWrapper)
            stream.reconfigure(encoding="cp1252")


def import_all() -> int:
    """Import every module of the package."""
    import notice

    names = [
        found.name for found in pkgutil.walk_packages(notice.__path__, "notice.") if found.name != "notice.__main__"
    ]
    for name in names:
        import_module(name)
    return len(names)


if __name__ == "__main__":
    become_windows()
    if len(sys.argv) == 1:
        print(import_all())
    else:
        from notice.cli import main

        main(sys.argv[1:], prog_name="notice")
