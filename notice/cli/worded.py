"""Commands, options and arguments whose texts are in the catalogue, by the name of the command and of the option.

Click's own sentences go through `gettext`, which looks for compiled files on the disk; here they are looked up in the
catalogue, by their English text.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from functools import partial
from types import MappingProxyType, ModuleType
from typing import Any

import click
from click.shell_completion import CompletionItem

from notice.cli.completing import completions
from notice.cli.language import spoken
from notice.messages import find, text, texts_of
from notice.visible import visible

MODULES: tuple[ModuleType, ...] = (
    click.core,
    click.decorators,
    click.exceptions,
    click.formatting,
    click.parser,
    click.types,
)
"""The modules of click that word something, each through its names `_` and `ngettext`."""

_METAVAR = re.compile("[A-Z]{2,}")


def words(*path: str, **arguments: object) -> str:
    """A text in the language of the run; nothing in its arguments acts on a terminal."""
    return text(spoken(), *path, **{name: visible(str(value)) for name, value in arguments.items()})


@contextmanager
def click_worded() -> Iterator[None]:
    """Let click word its messages in the language of the run, until the end of the block."""
    made: dict[str, Callable[..., str]] = {"_": _translated, "ngettext": _translated_plural}
    before = {module: {name: vars(module)[name] for name in made if name in vars(module)} for module in MODULES}
    for module, names in before.items():
        vars(module).update({name: made[name] for name in names})
    try:
        yield
    finally:
        for module, names in before.items():
            vars(module).update(names)


def _translated(message: str) -> str:
    return str(texts_of(spoken(), "click").get(message, message))


def _translated_plural(one: str, many: str, number: int) -> str:
    return _translated(one if number == 1 else many)


def in_language(metavar: str) -> str:
    """A metavar with its words in the language: `[DIR]` is `[KANSIO]` in Finnish."""
    return _METAVAR.sub(lambda word: find(spoken(), "metavars", word[0]) or word[0], metavar)


class Completed(click.Parameter):
    """A parameter whose values are completed by its metavar: PRESET, RULES, CODE, WORD, KIND.

    One that was made with a `shell_complete` of its own has that.
    """

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What the shell offers for what was typed so far."""
        own = self._custom_shell_complete is not None
        found = None if own else completions((self.metavar or "").strip("[]."), ctx, incomplete)
        return super().shell_complete(ctx, incomplete) if found is None else found


class Option(Completed, click.Option):
    """An option whose metavar is in the language of the run."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The metavar, translated."""
        return in_language(super().make_metavar(ctx))


class Argument(Completed, click.Argument):
    """An argument whose metavar is in the language of the run."""

    def make_metavar(self, ctx: click.Context) -> str:
        """The metavar, translated."""
        return in_language(super().make_metavar(ctx))

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """The metavar without the signs of what may be left out or repeated."""
        return super().get_error_hint(ctx).replace("[", "").replace("]", "").replace("...", "")


option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=Argument)


class Command(click.Command):
    """A command whose help is in the catalogue, under its name."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line; those that click words are translated."""
        return [in_language(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        for part in ("line", "more"):
            if found := find(spoken(), "commands", command_id(ctx), part):
                formatter.write_paragraph()
                with formatter.indentation():
                    formatter.write_text(found)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, each with its help."""
        rows = []
        for param in self.get_params(ctx):
            if isinstance(param, click.Option):
                shown = copy(param)
                shown.help = option_help(command_id(ctx), param)
                rows.append(shown.get_help_record(ctx))
        with formatter.section(_translated("Options")):
            formatter.write_dl([row for row in rows if row])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write examples of the command, each with what it does."""
        examples = texts_of(spoken(), "help")["examples"]
        rows = examples.get(command_id(ctx), {}) if isinstance(examples, Mapping) else {}
        if rows:
            with formatter.section(words("sections", "examples")):
                formatter.write_dl([(line, text) for line, text in rows.items()], col_max=WIDEST_EXAMPLE)


WIDEST_EXAMPLE = 46
"""The most columns of an example beside which what it does is written; below a longer one."""


class Group(Command, click.Group):
    """A group whose help is in the catalogue; `sections` are the commands of each section of its list, by its id."""

    command_class = Command

    def __init__(self, *args: Any, sections: Mapping[str, Sequence[str]] = MappingProxyType({}), **others: Any) -> None:
        super().__init__(*args, **others)
        self._sections = sections

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by section, without loading them; those of no section are in the last."""
        own, names = command_id(ctx), self.list_commands(ctx)
        longest = max(map(len, names), default=0)
        sections = {words("sections", id): list(listed) for id, listed in self._sections.items()}
        sections = sections or {_translated("Commands"): []}
        placed = {name for listed in sections.values() for name in listed}
        sections[list(sections)[-1]] += [name for name in names if name not in placed]
        for heading, listed in sections.items():
            ids = {name: name if own == ROOT else f"{own}-{name}" for name in names if name in listed}
            rows = [(name.ljust(longest), words("commands", id, "line")) for name, id in ids.items()]
            with formatter.section(heading):
                formatter.write_dl(rows)


ROOT = "notice"
"""The id of the command that holds all others."""


def command_id(ctx: click.Context) -> str:
    """The id of a command in the catalogue: `check`, `add-register`."""
    names: list[str] = []
    while ctx.parent is not None:
        names.insert(0, str(ctx.info_name))
        ctx = ctx.parent
    return "-".join(names) or ROOT


def option_help(command: str, param: click.Option) -> str:
    """The help of an option: the command's own, else that of all commands."""
    name = max(param.opts, key=len).lstrip("-")
    return find(spoken(), "commands", command, "options", name) or words("options", name)
