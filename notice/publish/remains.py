"""The folders beside the site that a build makes, and what killed builds left of them."""

import os
import pathlib
import re
import secrets
import shutil
from contextlib import suppress

from notice.publish.lock import lock_name

_KEPT = "-old"


def building_name(folder: pathlib.Path) -> str:
    """A new name beside `folder`, for the site while it is written."""
    return f".{folder.name}.building-{os.getpid()}-{secrets.token_hex(4)}"


def kept_name(building: pathlib.Path) -> pathlib.Path:
    """Where the old site waits while the one written as `building` moves in."""
    return building.with_name(building.name + _KEPT)


def clear_remains(folder: pathlib.Path) -> None:
    """Delete what killed builds of `folder` left; put the old site back if one died between two renames.

    Only for the build that holds the lock: no other can be using these folders. Raises `OSError`.
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
    found = (path for path in folder.parent.iterdir() if name.fullmatch(path.name))
    return sorted(path for path in found if path.is_dir() and not path.is_symlink())


def _is_vacant(folder: pathlib.Path) -> bool:
    """Whether nothing stands in the way of a site that comes back: no entry of the name, or an empty folder."""
    if folder.is_dir() and not folder.is_symlink():
        return not any(folder.iterdir())
    return not os.path.lexists(folder)
