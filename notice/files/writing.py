"""Write a file of the site whole: a new one, or one that replaces another."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from notice.files.opening import check_file, located


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
    check_file(site, name, largest)
    root, parts = located(site, name)
    path = Path(root, *parts)
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    _write_new(made, body)
    try:
        made.chmod(path.stat().st_mode & 0o7777)
        made.replace(path)
    except BaseException:
        with suppress(OSError):
            made.unlink()
        raise


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
