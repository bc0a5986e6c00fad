"""Entry point of the command: `notice`, and `python -m notice`."""

import atexit
import gc
import os
import sys

GC_THRESHOLD = 500_000
"""Allocations between two garbage collections: for a short command, more frequent ones cost more than they save."""


def main() -> None:
    """Run the command; Ctrl-C while its modules are being imported exits with 130, as shells do."""
    tune_process()
    try:
        from notice.cli import main as command  # here: an interrupt during the import is caught
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
