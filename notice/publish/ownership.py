"""Whether a folder may be replaced: only what `notice` made, never an owner's files."""

import pathlib

from notice.errors import FolderNotOurs
from notice.publish.refusal import refused_by_system

MARKER = ".notice-site"
"""The file that says a folder was made by `notice`."""

MARKER_TEXT = b"The program notice made this folder and replaces everything in it at each build.\n"

SOURCES = ("site.yaml", "content/site.yaml", ".git")
"""What tells a folder of sources, or one under version control, from a published site."""


def refuse_foreign(folder: pathlib.Path) -> None:
    """Raise `FolderNotOurs` if replacing `folder` would lose what `notice` did not make.

    A missing folder, an empty one and one with the marker may be replaced.
    """
    with refused_by_system(folder, "read"):
        reason = _foreign(folder)
    if reason:
        raise FolderNotOurs(f"{folder} {reason}: name another output folder; nothing in it was touched.")


def _foreign(folder: pathlib.Path) -> str | None:
    """What stands against replacing `folder`, or None."""
    if folder.is_symlink():
        return "is a symbolic link"
    if folder == folder.parent:
        return "is the root of the file system"
    if not folder.exists():
        return None
    if not folder.is_dir():
        return "is a file"
    for name in SOURCES:
        if (folder / name).exists():
            return f"holds {name}, so it is no published site"
    if any(folder.iterdir()) and not (folder / MARKER).is_file():
        return f"holds files that notice did not make (there is no {MARKER})"
    return None
