"""Where the command begins: `notice`, and `python -m notice`."""

import sys


def main() -> None:
    """Run the command; Ctrl-C while its modules are still loaded ends it with the exit code that shells give it."""
    try:
        from notice.cli import main as command  # inside, so that an interrupt is met here
    except KeyboardInterrupt:
        sys.exit(130)
    command()


if __name__ == "__main__":
    main()
