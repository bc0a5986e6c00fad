"""Options that commands share: formats, files, language, site, levels, selected rules."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Literal, TypeVar

import click

from notice.cli.language import OPTION, VARIABLE, spoken
from notice.cli.places import SiteFolder
from notice.cli.worded import option, words
from notice.languages import LANGUAGES
from notice.messages import hint, worded
from notice.reports import FOR_TERMINALS, FORMATS

C = TypeVar("C", bound=Callable[..., object])

FailLevel = Literal["error", "warning", "info", "never"]
FAIL_LEVELS = ("error", "warning", "info", "never")


@dataclass(frozen=True)
class Wanted:
    """How a run reports. `outputs` are the files to write, each with its format.

    `quiet` is 1 for errors only, 2 or more for nothing but the exit code.
    """

    format: str
    outputs: tuple[tuple[str, Path], ...]
    fail_level: FailLevel
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    show_waived: bool
    quiet: int = 0

    @property
    def is_text(self) -> bool:
        """Whether standard output is for a person in a terminal."""
        return self.format in FOR_TERMINALS

    @property
    def formats(self) -> frozenset[str]:
        """Every format that the run needs."""
        return frozenset({self.format, *(format for format, _ in self.outputs)})


class OutputFile(click.ParamType[tuple[str, Path]]):
    """`FORMAT=PATH`: a report that goes into a file."""

    name = "FORMAT=PATH"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Path]:
        """The format and the path."""
        format, sign, path = str(value).partition("=")
        if format not in FORMATS:
            meant = worded(hint(format, FORMATS), spoken())
            self.fail(words("cli", "no-format", format=format, hint=meant), param, ctx)
        if not sign or not path:
            self.fail(words("cli", "no-file", value=value, format=format), param, ctx)
        return format, Path(path)


def site_option(command: C) -> C:
    """The option for the site whose ids a command adds to the package's."""
    return option("--site", metavar="DIR", default=".", type=SiteFolder(spoken))(command)


def language_option(command: C) -> C:
    """The option for what a command prints or writes; `spoken` has its value for all but the words of entries."""
    return option(OPTION, type=click.Choice(list(LANGUAGES)), envvar=VARIABLE)(command)


def group_language_option(command: C) -> C:
    """The same before the name of a command."""
    return option(OPTION, type=click.Choice(list(LANGUAGES)), envvar=VARIABLE, expose_value=False)(command)


def report_options(command: Callable[..., object]) -> Callable[..., object]:
    """All of these options; the command gets them as one `wanted`."""

    @option(
        "--output-format",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        envvar="NOTICE_OUTPUT_FORMAT",
        show_envvar=True,
    )
    @option("--output", multiple=True, type=OutputFile())
    @group_language_option
    @option("--fail-level", type=click.Choice(FAIL_LEVELS), default="error", show_default=True)
    @option("--select", multiple=True, metavar="RULES")
    @option("--ignore", multiple=True, metavar="RULES")
    @option("--show-waived", is_flag=True, default=False)
    @option("-q", "--quiet", count=True)
    @wraps(command)
    def wrapped(
        *args: object,
        output_format: str,
        output: tuple[tuple[str, Path], ...],
        fail_level: FailLevel,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        show_waived: bool,
        quiet: int,
        **others: object,
    ) -> object:
        wanted = Wanted(output_format, output, fail_level, select, ignore, show_waived, quiet)
        return command(*args, wanted=wanted, **others)

    return wrapped
