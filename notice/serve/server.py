"""Run the preview: sockets of this machine only, the watcher, and an end that waits for no open page."""

import asyncio
import errno
import logging
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import uvicorn

from notice.errors import CannotRun, by_system
from notice.serve.app import application
from notice.serve.overlay import Overlay
from notice.serve.session import Session
from notice.serve.watching import watch

PORTS = range(8000, 8032)
"""The ports that are tried in order, where none is named."""

_NO_IPV6 = frozenset({errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL, errno.EPROTONOSUPPORT})


def serve(
    folder: Path, session: Session, overlay: Overlay, port: int | None, ready: Callable[[str], None] = lambda _: None
) -> None:
    """Serve the preview until an interrupt; `ready` is called with its address.

    Raises `CannotRun` where the port is taken, or all of `PORTS` are.
    """
    sockets = bound(port)
    address = f"http://127.0.0.1:{sockets[0].getsockname()[1]}/"
    config = uvicorn.Config(
        application(session, overlay),
        http="h11",
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        log_level=logging.ERROR if "NOTICE_TRACEBACK" in os.environ else logging.CRITICAL,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )

    def started() -> None:
        ready(address)
        session.start()

    asyncio.run(_run(_Server(config, started, session.close), sockets, folder, session))


async def _run(server: "_Server", sockets: list[socket.socket], folder: Path, session: Session) -> None:
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(watch(folder, stop, session.saved))
        await server.serve(sockets)
        stop.set()


class _Server(uvicorn.Server):
    """The server, whose interrupt ends the event streams first: else it would wait for every open page."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None], close: Callable[[], None]) -> None:
        super().__init__(config)
        self._on_start, self._close = started, close

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept connections, then call what waits for that."""
        await super().startup(sockets)
        self._on_start()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Handle interrupts until the end of the block; unlike the base class, do not raise them again after it."""
        loop = asyncio.get_running_loop()

        def end(number: int, frame: FrameType | None) -> None:
            self.handle_exit(number, frame)
            loop.call_soon_threadsafe(self._close)

        before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def bound(port: int | None) -> list[socket.socket]:
    """Sockets at the port of this machine's addresses; without a port, at the first of `PORTS` that is free."""
    for candidate in (port,) if port is not None else PORTS:
        try:
            return _bound(candidate)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise CannotRun("port", port=candidate, why=by_system(error)) from error
    if port is None:
        raise CannotRun("ports-taken", first=PORTS[0], last=PORTS[-1])
    raise CannotRun("port-taken", port=port)


def _bound(port: int) -> list[socket.socket]:
    first = _socket(socket.AF_INET, "127.0.0.1", port)
    try:
        return [first, _socket(socket.AF_INET6, "::1", first.getsockname()[1])]
    except OSError as error:
        if error.errno in _NO_IPV6:
            return [first]
        first.close()
        raise


def _socket(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # a port in TIME_WAIT is free; elsewhere the option shares a port that is in use
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((host, port))
        made.listen()
    except OSError:
        made.close()
        raise
    return made
