"""How every command runs: errors become one sentence and exit code 2, a defect is named as one."""

import os
import sys
import textwrap
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

import click

from notice.cli.streams import CANNOT_RUN, forgiving_streams
from notice.errors import NoticeError
from notice.files import printable
from notice.visible import shortened, visible

INTERRUPTED = 130
"""The exit code of a run that Ctrl-C ended: 128 and the number of SIGINT, as shells give it."""

C = TypeVar("C", bound=Callable[..., object])


class LazyGroup(click.Group):
    """A group whose commands are loaded when they are run: click's recipe for lazily loading subcommands."""

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]] = MappingProxyType({}), **others: Any) -> None:
        super().__init__(*args, **others)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of use."""
        return [*self._lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, from its module."""
        if cmd_name not in self._lazy:
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(f"notice.cli.{self._lazy[cmd_name][0]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        del ctx
        limit = formatter.width - 6 - max(map(len, self._lazy))
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, textwrap.shorten(help, limit, placeholder="…")) for name, (_, help) in self._lazy.items()]
            )

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; what stopped it is said in one sentence, with exit code 2, or 130 for an interrupt."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt as interrupt:
            return _interrupted(interrupt, ctx)
        except NoticeError as error:
            return _stopped(str(error), ctx)
        except OSError as error:
            # Without a name of a file it is no refusal of the system that the user could do something about.
            if error.filename is None:
                return _defect(error, ctx)
            return _stopped(f"{printable(os.fsdecode(error.filename))}: {error.strerror}.", ctx)
        except Exception as error:  # a defect of the program must not look like a finding
            return _defect(error, ctx)

    def main(self, *args: Any, **others: Any) -> Any:
        """Runs the program; standard output and standard error may be closed or full."""
        try:
            with forgiving_streams():
                return super().main(*args, **others)
        except KeyboardInterrupt:  # before a command begins, or after it ended
            raise SystemExit(INTERRUPTED) from None


def _stopped(sentence: str, ctx: click.Context) -> NoReturn:
    click.secho("error: ", nl=False, fg="red", bold=True, err=True)
    say(sentence, err=True)
    ctx.exit(CANNOT_RUN)


def _interrupted(interrupt: KeyboardInterrupt, ctx: click.Context) -> NoReturn:
    """Ctrl-C; what a command says of it stands in the exception."""
    if sys.stderr.isatty():
        click.echo(err=True)  # the terminal has ^C on this line
    say(f"Interrupted{f': {interrupt}' if str(interrupt) else '.'}", err=True)
    ctx.exit(INTERRUPTED)


def _defect(error: Exception, ctx: click.Context) -> NoReturn:
    say(f"error: this is a defect of notice, not of your files: {type(error).__name__}: {error}", err=True)
    click.echo("Set NOTICE_TRACEBACK=1 to see where, and report it please.", err=True)
    _traceback()
    ctx.exit(CANNOT_RUN)


def say(line: str, *, err: bool = False) -> None:
    """Print one line in which nothing of an owner's acts on the terminal or hides."""
    click.echo(shortened(visible(line)), err=err)


def _traceback() -> None:
    import traceback

    if os.environ.get("NOTICE_TRACEBACK"):
        for line in traceback.format_exc().splitlines():
            click.echo(visible(line), err=True)


def site_argument(command: C) -> C:
    """The folder of the site: where `content/` is."""
    return click.argument(
        "folder", metavar="[DIR]", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
    )(command)


def as_of_option(command: C) -> C:
    """The day whose law holds: today's, unless another is given."""
    return click.option(
        "--as-of",
        "day",
        metavar="DATE",
        type=click.DateTime(["%Y-%m-%d"]),
        help="Check by the law of this day (YYYY-MM-DD), not of today.",
    )(command)


def law_day(given: object) -> date:
    """The day that was asked for, else today."""
    from datetime import datetime

    return given.date() if isinstance(given, datetime) else date.today()


def shown(folder: Path) -> Callable[[str], str]:
    """How a file of the site is printed: relative to where the user stands, if it is below."""

    @cache
    def show(file: str) -> str:
        path = os.path.relpath(folder / file)
        return visible(printable((folder / file).as_posix() if path.startswith("..") else Path(path).as_posix()))

    return show


def machine_path(folder: Path, within: Path | None = None) -> Callable[[str], str]:
    """How a file of the site is named to machines: relative to the repository, forward slashes, no leading `./`.

    Without a repository it is relative to where the user stands, else to the site's own folder: never absolute.
    `within` is the folder in which the files stand, where it is not the site's.
    """
    site, here = folder.resolve(), Path.cwd()
    marked = (parent for parent in (site, *site.parents) if any((parent / sign).exists() for sign in (".git", ".hg")))
    root = next(marked, here if site.is_relative_to(here) else site)
    holds = (within or folder).resolve()
    start = printable(holds.relative_to(root).as_posix() if holds.is_relative_to(root) else holds.name)
    return lambda file: file if start == "." else f"{start}/{file}"


STYLES: dict[str, dict[str, object]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "frame": {"fg": "blue"},
}


def paint(text: str, style: str) -> str:
    """The text in the colours of a style; click leaves them out where no terminal reads."""
    return click.style(text, **STYLES.get(style, {}))  # type: ignore[arg-type]
