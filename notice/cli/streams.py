"""Standard output and standard error that may be closed or full: writing to them never stops a run half-way."""

import errno
import io
import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

WINDOWS = sys.platform == "win32"

CANNOT_RUN = 2
"""The exit code of a run whose output could not be written."""


class Outlet(io.FileIO):
    """A file descriptor to write to; what it refuses is dropped, and `lost` is the error of the first refusal."""

    lost: OSError | None = None

    def write(self, data: "ReadableBuffer", /) -> int:
        """Write as much as `FileIO` does, or drop all of it."""
        while self.lost is None:
            try:
                written: int | None = super().write(data)
            except OSError as error:
                self.lost = error
                break
            if written is not None:
                return written
            select.select((), (self,), ())  # a pipe that does not block is full: its reader is waited for
        return memoryview(data).nbytes


@contextmanager
def forgiving_streams(lost_line: Callable[[OSError], str]) -> Iterator[None]:
    """Let the program print to streams that may be closed or full.

    A reader who goes away, as after `| head`, changes nothing: every file is written, and the exit code is that of
    the run. For a disk that is full, standard error gets `lost_line` of the error, and the exit code is 2.
    """
    _open_missing()
    outlets = {name: _replaced(name) for name in ("stdout", "stderr")}
    try:
        yield
    finally:
        for name, (before, made) in outlets.items():
            _flush(getattr(sys, name))
            if made is not None:
                setattr(sys, name, before)
        outlet = outlets["stdout"][1]
        lost = outlet.lost if outlet else None
        if lost is not None and not is_reader_gone(lost):
            with suppress(OSError):
                os.write(2, f"{lost_line(lost)}\n".encode())
            raise SystemExit(CANNOT_RUN) from None


def is_reader_gone(error: OSError) -> bool:
    """Whether the other end of a pipe was closed, which Windows reports as an invalid argument."""
    return error.errno == errno.EPIPE or (WINDOWS and error.errno == errno.EINVAL)


def _open_missing() -> None:
    """Fill standard streams that were closed: else the next file that is opened would have their number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open as long as sys


def _replaced(name: str) -> tuple[TextIO, Outlet | None]:
    """The stream as it was, and the outlet of the one in its place; no outlet where it stays.

    Names of files may hold bytes that no encoding has: they are written as escapes.
    """
    before: TextIO = getattr(sys, name)
    if isinstance(before, io.TextIOWrapper):
        before.reconfigure(errors="backslashreplace")
    if before is not getattr(sys, f"__{name}__") or (WINDOWS and before.isatty()):
        return before, None
    outlet = Outlet(before.fileno(), "wb", closefd=False)
    made = io.TextIOWrapper(
        io.BufferedWriter(outlet),
        encoding=_encoding(before),
        errors="backslashreplace",
        line_buffering=before.line_buffering if isinstance(before, io.TextIOWrapper) else True,
    )
    setattr(sys, name, made)
    return before, outlet


def _encoding(stream: TextIO) -> str:
    """UTF-8 where Windows has the code page of the machine, which a file or a pipe does not name."""
    return "utf-8" if WINDOWS and not os.environ.get("PYTHONIOENCODING") else stream.encoding


def _flush(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        stream.flush()
