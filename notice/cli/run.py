"""How every command runs: errors become one sentence and exit code 2, a defect is named as one."""

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

import click
from click.exceptions import NoSuchCommand

from notice.cli.language import speaking, spoken
from notice.cli.places import SiteFolder, from_here
from notice.cli.streams import CANNOT_RUN, forgiving_streams
from notice.cli.worded import Group, argument, click_worded, option, words
from notice.errors import NoticeError, by_system
from notice.files import printable
from notice.messages import worded
from notice.visible import shortened, visible

INTERRUPTED = 130
"""The exit code of a run that Ctrl-C ended: 128 and the number of SIGINT, as shells give it."""

C = TypeVar("C", bound=Callable[..., object])


class LazyGroup(Group):
    """A group whose commands are loaded when they are run: click's recipe for lazily loading subcommands."""

    def __init__(self, *args: Any, lazy: Mapping[str, str] = MappingProxyType({}), **others: Any) -> None:
        super().__init__(*args, **others)
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of use."""
        return [*self._lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, from its module."""
        if cmd_name not in self._lazy:
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(f"notice.cli.{self._lazy[cmd_name]}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; where there is none, the error suggests those with a similar name."""
        if args[0] in self.list_commands(ctx) or args[0].startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise NoSuchCommand(args[0], possibilities=self.list_commands(ctx), ctx=ctx)

    def make_context(self, *args: Any, **others: Any) -> click.Context:
        """The context of a run; an interrupt while the language or an option is read ends it as any other does."""
        others.setdefault("color", coloured())
        try:
            return super().make_context(*args, **others)
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None

    def invoke(self, ctx: click.Context) -> object:
        """Runs a command; what stopped it is said in one sentence, with exit code 2, or 130 for an interrupt."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except KeyboardInterrupt as interrupt:
            return _interrupted(interrupt, ctx)
        except NoticeError as error:
            return _stopped(worded(error.clause, spoken()), ctx)
        except OSError as error:
            # Without a name of a file it is no refusal of the system that the user could do something about.
            if error.filename is None:
                return _defect(error, ctx)
            why = worded(by_system(error), spoken())
            return _stopped(f"{printable(os.fsdecode(error.filename))}: {why}.", ctx)
        except Exception as error:  # a defect of the program must not look like a finding
            return _defect(error, ctx)

    def main(self, args: Sequence[str] | None = None, *others: Any, **named: Any) -> Any:
        """Runs the program; standard output and standard error may be closed or full."""
        given = sys.argv[1:] if args is None else list(args)
        try:
            with speaking(given), click_worded(), forgiving_streams(_output_lost):
                return super().main(args, *others, **named)
        except KeyboardInterrupt:  # before a command begins, or after it ended
            raise SystemExit(INTERRUPTED) from None


def _stopped(sentence: str, ctx: click.Context) -> NoReturn:
    click.secho(f"{words('labels', 'error')}: ", nl=False, fg="red", bold=True, err=True)
    say(sentence, err=True)
    ctx.exit(CANNOT_RUN)


def _interrupted(interrupt: KeyboardInterrupt, ctx: click.Context) -> NoReturn:
    """Ctrl-C; the exception names the folder that a command left as it was."""
    if sys.stderr.isatty():
        click.echo(err=True)  # the terminal has ^C on this line
    place = str(interrupt)
    say(words("cli", "interrupted-at", folder=place) if place else words("cli", "interrupted"), err=True)
    ctx.exit(INTERRUPTED)


def _defect(error: Exception, ctx: click.Context) -> NoReturn:
    fault = f"{type(error).__name__}: {error}"
    say(f"{words('labels', 'error')}: {words('cli', 'defect', fault=fault)}", err=True)
    click.echo(words("cli", "defect-place"), err=True)
    _traceback()
    ctx.exit(CANNOT_RUN)


def say(line: str, *, err: bool = False) -> None:
    """Print one line in which nothing of an owner's acts on the terminal or hides."""
    click.echo(shortened(visible(line)), err=err)


def _output_lost(error: OSError) -> str:
    """The line for a standard output that is full."""
    why = worded(by_system(error), spoken())
    return f"{words('labels', 'error')}: {words('cli', 'output-lost', why=why)}"


def _traceback() -> None:
    import traceback

    if os.environ.get("NOTICE_TRACEBACK"):
        for line in traceback.format_exc().splitlines():
            click.echo(visible(line), err=True)


def site_argument(command: C) -> C:
    """The folder of the site: where `content/` is."""
    return argument("folder", metavar="[DIR]", default=".", type=SiteFolder(spoken))(command)


def as_of_option(command: C) -> C:
    """The day whose law holds: today's, unless another is given."""
    return option("--as-of", "day", metavar="DATE", type=Day())(command)


class Day(click.ParamType[date]):
    """A day, as `2026-11-22`."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(words("cli", "no-day", value=value), param, ctx)


def law_day(given: date | None) -> date:
    """The day that was asked for, else today."""
    return given or date.today()


def shown(folder: Path) -> Callable[[str], str]:
    """How a file of the site is printed: relative to where the user stands, if it is below."""

    @cache
    def show(file: str) -> str:
        path = from_here(folder / file)
        return visible(printable((folder / file if path.parts[:1] == ("..",) else path).as_posix()))

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


def coloured() -> bool | None:
    """Whether the output has colours: by NO_COLOR and FORCE_COLOR; None leaves it to whether a terminal reads."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return True if os.environ.get("FORCE_COLOR", "0") not in ("", "0") else None


STYLES: dict[str, dict[str, object]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "frame": {"fg": "blue"},
    "place": {"bold": True},
}


def paint(text: str, style: str) -> str:
    """The text in the colours of a style; click leaves them out where no terminal reads."""
    return click.style(text, **STYLES.get(style, {}))  # type: ignore[arg-type]


WIDEST = 120
"""The most columns that a report uses."""


def terminal_width() -> int:
    """The columns of the terminal that reads standard output, at most `WIDEST`; 0 where none does."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else 0
