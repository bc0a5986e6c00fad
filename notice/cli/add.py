"""`notice add`: add a preset register to a site, or one thing to a register."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from notice.additions import NotAdded, Request, added, facts_given
from notice.additions.things import KINDS
from notice.cli.added import refused, report
from notice.cli.fix import differences
from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import say, shown, site_argument
from notice.cli.worded import Command, Group, argument, option, words
from notice.editor import write_schemas
from notice.errors import CannotRun, by_system
from notice.files import Unopened, read_file, write_together
from notice.interview.registers import named_presets
from notice.load import Loaded, load
from notice.load.ids import is_register, slugify
from notice.load.vocabulary import entries, normalise
from notice.messages import refusal
from notice.presets import CONTROLLER, SITE, VOCABULARY, is_of_authority, presets, register_files, with_register
from notice.schema.modelines import FOLDER, with_modelines
from notice.yamlreader.source import LARGEST


@click.group(cls=Group)
@group_language_option
def add() -> None:
    """Add to a site that exists."""


class Named(click.ParamType[tuple[str, str]]):
    """`LANGUAGE=TEXT`: a name in one language."""

    name = "LANGUAGE=TEXT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """The language and the name."""
        language, sign, name = str(value).partition("=")
        if not sign or not name.strip() or not language.strip().isalpha():
            self.fail(words("cli", "no-name", value=value), param, ctx)
        return language.strip().lower(), " ".join(name.split())


def _changing(command: Callable[..., object]) -> Callable[..., object]:
    """The options of all additions: an own id, and to show the change only."""
    for made in (
        group_language_option,
        option("--diff", "--dry-run", "diff", is_flag=True, default=False),
        option("--id", "id", metavar="ID", default=""),
    ):
        command = made(command)
    return command


_named = option("--name", "names", multiple=True, metavar="LANGUAGE=TEXT", type=Named())


@add.command()
@argument("preset", metavar="[PRESET]", default="")
@site_argument
@_changing
@_named
@click.pass_context
def register(
    ctx: click.Context, preset: str, folder: Path, id: str, names: tuple[tuple[str, str], ...], diff: bool
) -> None:
    """Add the register PRESET to the site in DIR; without PRESET, list those that come ready.

    Its files are new ones, and `content/site.yaml` gets one id more; nothing else changes.
    """
    if not preset:
        for line in _listed():
            say(line)
        ctx.exit(0)
    loaded = load(folder)
    site = loaded.site
    named = id or preset
    if not is_register(named):
        raise CannotRun("register-id", id=named)
    for language, _ in names:
        if language not in (site.languages or ()):
            raise CannotRun("add.language", name=language, known=site.languages or ())
    called = {language: (name, slugify(name) or named) for language, name in names}
    made = register_files(
        preset,
        named,
        site.languages or (),
        date.today(),
        spoken(),
        authority=is_of_authority(loaded.sources.get(CONTROLLER, "")),
        defaults=_keys(loaded, SITE, "defaults"),
        shared=_keys(loaded, VOCABULARY, "recipients"),
        names=called,
    )
    has_schemas = (folder / FOLDER).is_dir()
    made = with_modelines(made) if has_schemas else made
    before = {SITE: _read(folder, SITE)}
    after = {file: text.encode() for file, text in made.items()}
    after[SITE] = with_register(_text(before[SITE], folder), named).encode()
    if taken := next((file for file in made if os.path.lexists(folder / file)), None):
        raise CannotRun("exists", file=folder / taken)
    if diff:
        click.echo(differences({**dict.fromkeys(made, b""), **before}, after, shown(folder)), nl=False)
        return
    _write(folder, after)
    if has_schemas:
        write_schemas(folder, spoken())
    for file in sorted(made):
        say(f"  {folder / file}")
    say(words("cli", "added", register=named, file=folder / SITE, folder=folder))


def _keys(loaded: Loaded, file: str, key: str) -> frozenset[str]:
    """The keys of a mapping in a file of the site, such as the facts that it states for all its registers."""
    tree = loaded.trees.get(file)
    found = tree.get(key) if isinstance(tree, dict) else None
    return frozenset(found) if isinstance(found, dict) else frozenset()


def _listed() -> list[str]:
    """The presets: the id, the name and the description of each."""
    named, width = named_presets(spoken()), max(map(len, presets()))
    return [f"{id.ljust(width)}  {named[id][0]}: {named[id][1]}" for id in presets()]


def _thing(name: str) -> click.Command:
    """The command that adds a thing of one kind."""
    kind = KINDS[name]

    def run(
        ctx: click.Context,
        name: str,
        folder: Path,
        id: str,
        diff: bool,
        register: str,
        given: tuple[str, ...],
        names: tuple[tuple[str, str], ...] = (),
        purposes: tuple[str, ...] = (),
        sources: tuple[str, ...] = (),
    ) -> None:
        request = Request(kind, name, register, id, dict(names), facts_given(kind, given), purposes, sources)
        try:
            addition = added(folder, request)
        except NotAdded as error:
            refused(error, ctx)
        if diff:
            click.echo(differences(addition.before, addition.after, shown(folder)), nl=False)
            return
        _write(folder, addition.after)
        click.echo(report(addition, request, folder), nl=False)

    command: Callable[..., object] = click.pass_context(run)
    decorators: tuple[Callable[..., Callable[..., object]], ...] = (
        *([_named] if kind != "cookies" else []),
        _changing,
        option("--set", "given", multiple=True, metavar="KEY=VALUE"),
        *([option("--source", "sources", multiple=True, metavar="ID")] if kind == "data" else []),
        *([option("--purpose", "purposes", multiple=True, metavar="ID")] if kind in ("recipients", "data") else []),
        option("--register", metavar="ID", default=""),
        site_argument,
        argument("name", metavar="NAME", shell_complete=_completions(kind)),
    )
    for made in decorators:
        command = made(command)
    return click.command(name, cls=Command)(command)


def _completions(kind: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """The completion of ids of a kind: those that begin as written, and those whose names do."""

    def complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        start = normalise(incomplete)
        return [
            CompletionItem(one.id, help=one.names.get(spoken(), ""))
            for one in entries()
            if one.kind == kind and any(normalise(text).startswith(start) for text in (one.id, *one.names.values()))
        ]

    return complete


for _name in KINDS:
    add.add_command(_thing(_name))


def _read(folder: Path, file: str) -> bytes:
    """The bytes of a file of the site."""
    try:
        return read_file(folder, file, LARGEST)
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unreadable", file=folder / file, why=by_system(error)) from error


def _text(body: bytes, folder: Path) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotRun("not-utf-8", file=folder / SITE) from error


def _write(folder: Path, after: Mapping[str, bytes]) -> None:
    """Write all of the files, or none."""
    try:
        write_together(folder, after, LARGEST)
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unwritable", file=folder, why=by_system(error)) from error
