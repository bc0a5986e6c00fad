"""Write a file of the site whole: a new one, or one that replaces another; and several, all or none."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from notice.files.opening import check_file, located, read_file


def create_file(site: Path, name: str, body: bytes) -> Path:
    """Write a new file inside the site, making the folders on its way, and return where it is.

    Raises `FileExistsError` where anything has the name, a link that leads nowhere too; `Unopened` where a folder on
    the way lies outside the site; any other `OSError` of the system. What was begun is taken away.
    """
    above, _, last = name.rpartition("/")
    root, parts = located(site, above)
    folder = Path(root, *parts)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / last
    _write_new(path, body)
    return path


def replace_file(site: Path, name: str, body: bytes, largest: int) -> None:
    """Put other content in place of a file of the site: whatever happens, it is the old or the new one, whole.

    A link is followed, and stays. Raises what `read_file` raises.
    """
    path, made = _beside(site, name, body, largest)
    try:
        made.replace(path)
    except BaseException:
        with suppress(OSError):
            made.unlink()
        raise


def write_together(site: Path, changes: Mapping[str, bytes], largest: int) -> None:
    """Write files of the site, new ones and ones that replace others: all of them, or none.

    Everything is on the disk under other names before the first file changes. Where the system then refuses one, those
    before it are as they were. Raises what `create_file` and `replace_file` raise.
    """
    old: dict[str, bytes | None] = {}
    for name in changes:
        try:
            old[name] = read_file(site, name, largest)
        except FileNotFoundError:
            old[name] = None
    waiting: list[tuple[str, Path, Path]] = []
    done: list[str] = []
    try:
        for name, body in changes.items():
            if old[name] is not None:
                waiting.append((name, *_beside(site, name, body, largest)))
        for name, body in changes.items():
            if old[name] is None:
                create_file(site, name, body)
                done.append(name)
        for name, path, made in waiting:
            made.replace(path)
            done.append(name)
    except BaseException:
        for name in done:
            with suppress(OSError):
                _restore(site, name, old[name], largest)
        raise
    finally:
        for _, _, made in waiting:
            made.unlink(missing_ok=True)


def write_given(path: Path, body: bytes) -> None:
    """Write a file that was named on the command line: where it is replaced, it is the old or the new one, whole.

    A link is followed, and stays. A pipe or a device, and a file in a folder that takes no new one, is written to
    directly. Raises any `OSError` of the system.
    """
    is_special = path.exists() and not path.is_file()
    if is_special or os.fspath(path).startswith(("/dev/", "/proc/")):
        path.write_bytes(body)
        return
    real = Path(os.path.realpath(path))
    made = real.with_name(f".notice.{secrets.token_hex(8)}")
    try:
        _write_new(made, body)
    except PermissionError:
        real.write_bytes(body)
        return
    try:
        if real.exists():
            made.chmod(real.stat().st_mode & 0o7777)
        made.replace(real)
    except BaseException:
        with suppress(OSError):
            made.unlink()
        raise


def _restore(site: Path, name: str, body: bytes | None, largest: int) -> None:
    if body is not None:
        replace_file(site, name, body, largest)
        return
    root, parts = located(site, name)
    Path(root, *parts).unlink()


def _beside(site: Path, name: str, body: bytes, largest: int) -> tuple[Path, Path]:
    """The path of a file of the site, and that of its new content beside it, with the same permissions."""
    check_file(site, name, largest)
    root, parts = located(site, name)
    path = Path(root, *parts)
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    _write_new(made, body)
    try:
        made.chmod(path.stat().st_mode & 0o7777)
    except BaseException:
        with suppress(OSError):
            made.unlink()
        raise
    return path, made


def _write_new(path: Path, body: bytes) -> None:
    """Make the file and wait until the disk has it; one that is not whole is taken away."""
    opened = path.open("xb")
    try:
        with opened:
            _fill(opened.fileno(), body)
    except BaseException:  # the file is closed: Windows deletes none that is open
        with suppress(OSError):
            path.unlink()
        raise


def _fill(handle: int, body: bytes) -> None:
    """Write the bytes and wait until the disk has them."""
    rest = memoryview(body)
    while rest:
        rest = rest[os.write(handle, rest) :]
    os.fsync(handle)
