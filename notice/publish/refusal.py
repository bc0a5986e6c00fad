"""Says what the system refused, in one sentence with the path."""

import pathlib
from collections.abc import Iterator
from contextlib import contextmanager

from notice.errors import CannotRun


@contextmanager
def refused_by_system(path: pathlib.Path, act: str = "written") -> Iterator[None]:
    """Turn an `OSError` (the disk is full, the place is read-only) into `CannotRun`."""
    try:
        yield
    except OSError as error:
        where, why = error.filename or path, error.strerror or error
        raise CannotRun(f"{where} cannot be {act}: {why}. Nothing was published.") from error
