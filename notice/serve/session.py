"""The running preview: a thread checks after every save, and subscribers get the number of each new state."""

import asyncio
import contextvars
import logging
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from notice.errors import Clause, NoticeError, by_system
from notice.outputs.templates import FOLDER
from notice.serve.checking import Superseded, check_all, check_some
from notice.serve.rendering import Rendering
from notice.serve.state import State, register_of

QUIET = 0.4
"""How long an open page has the processor for itself before all notices are checked, in seconds."""

FEW = 12
"""Up to this many notices, a check of all is fast enough not to check those concerned first."""


class Session:
    """The state of the preview of the site in `folder`, and its rendering; checks run in a thread of their own.

    `on_state` is called in that thread with every state; `day` is that of the law, None for the day of each check.
    """

    def __init__(self, folder: Path, day: date | None, on_state: Callable[[State], None] = lambda _: None) -> None:
        self.folder, self._day, self._on_state = folder, day, on_state
        self.rendering = Rendering(State(0, day or date.today()), folder)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._subscribers: dict[asyncio.Queue[int | None], str] = {}
        self._saved: set[str] = set()
        self._wake = threading.Condition()
        self._has_news, self._is_closed = False, False
        self.first = asyncio.Event()

    @property
    def state(self) -> State:
        """The state of the moment."""
        return self.rendering.state

    def start(self) -> None:
        """Begin to check; called in the event loop whose subscribers get the numbers."""
        self._loop = asyncio.get_running_loop()
        self.saved(())
        run = contextvars.copy_context().run
        threading.Thread(target=run, args=(self._work,), name="notice-check", daemon=True).start()

    def saved(self, files: Iterable[str]) -> None:
        """Check again: these files, by their paths in the site, were saved, deleted or renamed."""
        with self._wake:
            self._saved |= set(files)
            self._has_news = True
            self._wake.notify()

    def close(self) -> None:
        """End the checks and every subscription."""
        with self._wake:
            self._is_closed = self._has_news = True
            self._wake.notify()
        for queue in self._subscribers:
            queue.put_nowait(None)

    async def numbers(self, path: str) -> AsyncIterator[int]:
        """The number of the state, now and after each change, for an open page at `path`."""
        queue: asyncio.Queue[int | None] = asyncio.Queue()
        self._subscribers[queue] = path
        try:
            if self._is_closed:
                return
            yield self.state.number
            while (number := await queue.get()) is not None:
                yield number
        finally:
            del self._subscribers[queue]

    def _work(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._has_news)
                if self._is_closed:
                    return
                files, self._saved, self._has_news = frozenset(self._saved), set(), False
            self.check(files)

    def check(self, files: frozenset[str] = frozenset()) -> None:
        """Check once, and publish the states; a newer save ends it."""
        before, day = self.state, self._day or date.today()
        if any(file.partition("/")[0] == FOLDER for file in files):
            self.rendering = self.rendering.with_new_templates()

        def superseded() -> bool:
            return self._has_news

        try:
            if ids := self._concerned(before, files):
                self._publish(check_some(self.folder, before, day, ids, files, superseded))
                if self._is_saved_within(QUIET):
                    return
            self._publish(check_all(self.folder, self.state, day, superseded))
        except Superseded:
            return
        except NoticeError as error:
            self._publish(_stopped(self.state, error.clause))
        except OSError as error:  # a folder that is gone, or a disk that fails
            self._publish(_stopped(self.state, by_system(error)))
        except Exception as error:  # a defect must not end the preview
            if "NOTICE_TRACEBACK" in os.environ:
                logging.getLogger("notice").exception("check")
            self._publish(_stopped(self.state, defect(error)))

    def _is_saved_within(self, seconds: float) -> bool:
        with self._wake:
            return self._wake.wait_for(lambda: self._has_news, seconds)

    def _concerned(self, before: State, files: frozenset[str]) -> frozenset[str]:
        """The registers to check first on a large site: those saved, and those of open pages."""
        if not files or len(before.registers) <= FEW:
            return frozenset()
        ids = {register_of(file, before.registers) for file in files}
        if None in ids:
            ids |= {self.rendering.register_at(path) for path in tuple(self._subscribers.values())}
        return frozenset(id for id in ids if id is not None)

    def _publish(self, state: State) -> None:
        self.rendering = self.rendering.at(state)
        self._on_state(state)
        if self._loop is None:
            self.first.set()
        elif not self._is_closed:
            self._loop.call_soon_threadsafe(self._announce, state.number)

    def _announce(self, number: int) -> None:
        self.first.set()
        for queue in self._subscribers:
            queue.put_nowait(number)


def defect(error: Exception) -> Clause:
    """The sentence on a defect of the program."""
    return Clause(("cli", "defect"), {"fault": f"{type(error).__name__}: {error}"})


def _stopped(before: State, clause: Clause) -> State:
    return replace(before, number=before.number + 1, stopped=clause, is_partial=False)
