"""Watch the folders of a site for saved, deleted and renamed files."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

from notice.files import SOURCE_FOLDERS

STEP = 20
"""A save is over when no file changed for this long, in milliseconds; an editor may write a file in several steps."""

LONGEST = 200
"""Saves without a pause are looked at this often, in milliseconds."""


PAUSE = 0.2
"""The time before another attempt, in seconds."""


async def watch(folder: Path, stop: asyncio.Event, saved: Callable[[Iterable[str]], None]) -> None:
    """Call `saved` with the paths, relative to `folder`, that changed below its source folders, until `stop` is set.

    A source folder that appears or disappears is watched, or no longer. Where the system cannot watch, files are
    compared several times a second.
    """
    polls: bool | None = None
    is_first = True
    while not stop.is_set():
        again = asyncio.Event()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(_ended(stop, again))
                group.create_task(_watch_top(folder, again, polls))
                if below := _present(folder):
                    group.create_task(_watch_below(folder, below, again, saved, polls))
                await asyncio.sleep(0)  # from here on, both watch
                if not is_first:
                    saved(SOURCE_FOLDERS)
                is_first = False
        except* FileNotFoundError:
            await asyncio.sleep(PAUSE)  # a folder was deleted meanwhile
        except* (OSError, WatchfilesRustInternalError):
            polls = True  # the system watches no more folders
            await asyncio.sleep(PAUSE)


async def _ended(stop: asyncio.Event, again: asyncio.Event) -> None:
    """Pass the end of all watching on to one round of it."""
    ends = [asyncio.create_task(event.wait()) for event in (stop, again)]
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
    for end in ends:
        end.cancel()
    again.set()


async def _watch_top(folder: Path, again: asyncio.Event, polls: bool | None) -> None:
    """End the round when a source folder appears, disappears or is exchanged."""
    began = _identities(folder)
    async for _ in awatch(folder, step=STEP, debounce=LONGEST, stop_event=again, recursive=False, force_polling=polls):
        if _identities(folder) != began:
            again.set()
            return


async def _watch_below(
    folder: Path, below: list[Path], again: asyncio.Event, saved: Callable[[Iterable[str]], None], polls: bool | None
) -> None:
    roots = {path.resolve(): path for path in below}
    async for changes in awatch(
        *below, watch_filter=_Sources(), step=STEP, debounce=LONGEST, stop_event=again, force_polling=polls
    ):
        saved({_relative(Path(path), roots, folder) for _, path in changes})


class _Sources(DefaultFilter):
    """Everything but what editors write beside a file while they save it."""

    def __call__(self, change: Change, path: str) -> bool:
        return super().__call__(change, path) and not Path(path).name.startswith((".", "#"))


def _relative(path: Path, roots: dict[Path, Path], folder: Path) -> str:
    """The path in the site, with forward slashes; that of the source folder where it cannot be said."""
    for resolved, given in roots.items():
        for root in (given, resolved, given.absolute()):
            if path.is_relative_to(root):
                return (given.relative_to(folder) / path.relative_to(root)).as_posix()
    return SOURCE_FOLDERS[0]


def _present(folder: Path) -> list[Path]:
    return [folder / name for name in SOURCE_FOLDERS if (folder / name).is_dir()]


def _identities(folder: Path) -> list[tuple[str, int]]:
    found = []
    for path in _present(folder):
        try:
            found.append((path.name, path.stat().st_ino))
        except OSError:
            continue
    return found
