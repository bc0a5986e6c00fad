"""`python -m notice` is the command `notice`."""

from notice.cli import main

if __name__ == "__main__":
    main()
