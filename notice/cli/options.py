"""Options that commands share: formats, files, language, site, levels, selected rules."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Literal, TypeVar

import click

from notice.findings import nearest
from notice.languages import LANGUAGES
from notice.reports import FORMATS

C = TypeVar("C", bound=Callable[..., object])

FailLevel = Literal["error", "warning", "info", "never"]
FAIL_LEVELS = ("error", "warning", "info", "never")


@dataclass(frozen=True)
class Wanted:
    """How a run reports. `outputs` are the files to write, each with its format."""

    format: str
    outputs: tuple[tuple[str, Path], ...]
    language: str | None
    fail_level: FailLevel
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    show_waived: bool

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
            meant = nearest(format, FORMATS)
            hint = f"Did you mean {meant}?" if meant else f"It is one of: {', '.join(FORMATS)}."
            self.fail(f"“{format}” is no format. {hint}", param, ctx)
        if not sign or not path:
            self.fail(f"“{value}” names no file: write {format}=PATH.", param, ctx)
        return format, Path(path)


def site_option(what: str) -> Callable[[C], C]:
    """The option for the site whose ids a command adds to the package's; `what` begins its help."""
    return click.option(
        "--site",
        metavar="DIR",
        default=".",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help=f"{what}; this folder by default.",
    )


def language_option(command: C) -> C:
    """The option for what a command prints or writes."""
    return click.option(
        "--language",
        type=click.Choice(list(LANGUAGES)),
        help="Language of findings and of written reasons; the site's `findings-language` by default, else English.",
    )(command)


def report_options(command: Callable[..., object]) -> Callable[..., object]:
    """All of these options; the command gets them as one `wanted`."""

    @click.option(
        "--output-format",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        envvar="NOTICE_OUTPUT_FORMAT",
        show_envvar=True,
        help="The form of the report on standard output.",
    )
    @click.option(
        "--output", multiple=True, type=OutputFile(), help="Write a report to a file as well; may be given again."
    )
    @language_option
    @click.option(
        "--fail-level",
        type=click.Choice(FAIL_LEVELS),
        default="error",
        show_default=True,
        help="The least grave finding that makes the exit code 1.",
    )
    @click.option("--select", multiple=True, metavar="RULES", help="Only these rules: codes, names, families (N4, P).")
    @click.option("--ignore", multiple=True, metavar="RULES", help="Not these rules: codes, names, families.")
    @click.option("--show-waived", is_flag=True, default=False, help="Show waived findings too, with their reasons.")
    @wraps(command)
    def wrapped(
        *args: object,
        output_format: str,
        output: tuple[tuple[str, Path], ...],
        language: str | None,
        fail_level: FailLevel,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        show_waived: bool,
        **others: object,
    ) -> object:
        wanted = Wanted(output_format, output, language, fail_level, select, ignore, show_waived)
        return command(*args, wanted=wanted, **others)

    return wrapped
