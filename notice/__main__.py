"""Where the command begins: `notice`, and `python -m notice`."""

import atexit
import gc
import os
import sys

GC_THRESHOLD = 500_000
"""Allocations between two collections: a command ends before collecting more often pays."""


def main() -> None:
    """Run the command; Ctrl-C while its modules are still loaded ends it with the exit code that shells give it."""
    tune_process()
    try:
        from notice.cli import main as command  # inside, so that an interrupt is met here
    except KeyboardInterrupt:
        sys.exit(130)
    command()


def tune_process() -> None:
    """Tune the process for a short-lived command: rare garbage collection, none at exit, no pydantic plugins."""
    gc.set_threshold(GC_THRESHOLD)
    atexit.register(gc.freeze)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


if __name__ == "__main__":
    main()
