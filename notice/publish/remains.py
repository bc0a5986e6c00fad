"""The folders beside the site that a build makes, and what killed builds left of them."""

import os
import pathlib
import re
import secrets
import shutil

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
    name = re.compile(rf"\.{re.escape(folder.name)}\.building-\d+-[0-9a-f]{{8}}({_KEPT})?")
    for path in sorted(folder.parent.iterdir()):
        if not name.fullmatch(path.name) or path.is_symlink() or not path.is_dir():
            continue
        if path.name.endswith(_KEPT) and not folder.exists():
            path.rename(folder)
        else:
            shutil.rmtree(path, ignore_errors=True)
