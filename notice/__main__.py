"""Entry point of the command: `notice`, and `python -m notice`."""

import atexit
import gc
import os
import signal
import sys
from types import FrameType

GC_THRESHOLD = 500_000
"""Allocations between two garbage collections: for a short command, more frequent ones cost more than they save."""


INTERRUPTED = 130
"""The exit code of a run that Ctrl-C ended, as shells give it."""


def main() -> None:
    """Run the command; Ctrl-C while modules are loaded, or when the command has ended, ends the process in silence.

    Within the command it is a `KeyboardInterrupt`. Before this function, while Python itself starts, it is Python's.
    """
    is_default = (
        signal.getsignal(signal.SIGINT) is signal.default_int_handler
    )  # else it is ignored, as in the background
    if is_default:
        signal.signal(signal.SIGINT, _leave)
    tune_process()
    from notice.cli import main as command  # here, where an interrupt is handled

    try:
        if is_default:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        if is_default:
            signal.signal(signal.SIGINT, _leave)


def _leave(number: int, frame: FrameType | None) -> None:
    """End the process at once: a `KeyboardInterrupt` within an import may be swallowed, or printed as a traceback."""
    del number, frame
    os._exit(INTERRUPTED)


def tune_process() -> None:
    """Tune the process for a short-lived command: rare garbage collection, none at exit, no pydantic plugins."""
    gc.set_threshold(GC_THRESHOLD)
    atexit.register(gc.freeze)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


if __name__ == "__main__":
    main()
