"""Publish the finished site to its folder atomically: all of it, or nothing.

The new site is written beside the folder and then exchanged for it in one step. Until that step the old site is
unchanged, whatever fails: a full disk, a defect of the program, a power cut.
"""

import pathlib
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from itertools import chain

from notice.artifacts import Artifact, Kind
from notice.publish.exchange import building_name, clear_remains, delete, has_remains, settle, swap_in, uninterrupted
from notice.publish.folder import MARKER, MARKER_TEXT, claim, refuse_foreign, refuse_sources
from notice.publish.lock import AnotherBuild, only_builder, refused_by_system

__all__ = ["MARKER", "prepare", "publish"]


def prepare(folder: pathlib.Path, site: pathlib.Path) -> None:
    """Make sure that `site` may be published in `folder`, and put back an old site that a killed build displaced.

    Raises `FolderNotOurs` where `folder` holds or lies in the sources of `site`, before anything is written, and
    `CannotRun` where the system refuses. While another build writes `folder`, nothing there was displaced.
    """
    refuse_sources(folder, site)
    folder = _named(folder)
    with refused_by_system(folder.parent, "read"):
        if not has_remains(folder):
            return
    with suppress(AnotherBuild), only_builder(folder), refused_by_system(folder):
        clear_remains(folder)


def publish(artifacts: Iterable[Artifact], folder: pathlib.Path) -> pathlib.Path | None:
    """Make `folder` hold exactly `artifacts` and the marker file `.notice-site`.

    The artifacts are consumed one at a time, so they may be generated lazily. Missing parent folders are made.
    Raises `FolderNotOurs` if `folder` holds what `notice` did not make, `CannotRun` if another build is
    writing it or the system refuses (the disk is full, the place is read-only), and `ValueError` for an
    artifact whose path leaves the site or is taken. An error in generating an artifact is not caught.
    Returns the path of the old site if the system did not allow deleting it, else None.
    """
    folder = _named(folder)
    refuse_foreign(folder)
    with refused_by_system(folder.parent):
        folder.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as last_moment, only_builder(folder):
        with refused_by_system(folder):
            clear_remains(folder)
        new = folder.with_name(building_name(folder))
        try:
            _write(artifacts, new)
            # Generating the artifacts takes a while: somebody may have put files of their own here meanwhile.
            refuse_foreign(folder)
            last_moment.enter_context(uninterrupted())
            with refused_by_system(folder):
                swap_in(new, folder)
        finally:
            # After the swap this name holds the old site. What cannot be deleted now, the next build tries again.
            gone = delete(new)
    return None if gone else new


def _named(folder: pathlib.Path) -> pathlib.Path:
    """`folder` as an absolute path that ends in a name: `..` has no siblings."""
    if folder.name in ("", ".."):
        return folder.resolve()
    return folder.parent.resolve() / folder.name


def _write(artifacts: Iterable[Artifact], new: pathlib.Path) -> None:
    """Write the site into the folder `new`, which must not exist yet, and flush it to the disk."""
    with refused_by_system(new):
        new.mkdir()
    names: dict[str, str] = {}
    for artifact in chain([Artifact(MARKER, MARKER_TEXT, Kind.TEXT)], artifacts):
        claim(artifact.path, names)
        path = new / artifact.path
        with refused_by_system(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.body)
    # All files are written before the first is flushed: the system then flushes them together.
    for name in [*names.values(), "./"]:
        path = new / name
        with refused_by_system(path):
            path.chmod(0o755 if name.endswith("/") else 0o644)
            settle(path)
