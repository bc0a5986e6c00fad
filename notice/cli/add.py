"""`notice add register`: add a preset register to an existing site."""

from datetime import date
from pathlib import Path

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import say, site_argument
from notice.cli.worded import Group, argument, option
from notice.editor import write_schemas
from notice.errors import CannotRun, by_system
from notice.files import Unopened, read_file, replace_file
from notice.load import Loaded, load
from notice.load.ids import is_register
from notice.messages import refusal, text
from notice.presets import CONTROLLER, SITE, is_of_authority, presets, register_files, with_register, write_new_files
from notice.schema.modelines import FOLDER, with_modelines
from notice.yamlreader.source import LARGEST


@click.group(cls=Group)
@group_language_option
def add() -> None:
    """Add to a site that exists."""


@add.command()
@argument("preset", metavar="[PRESET]", default="")
@site_argument
@option("--id", "id", metavar="ID", default=None)
@group_language_option
@click.pass_context
def register(ctx: click.Context, preset: str, folder: Path, id: str | None) -> None:
    """Add the register PRESET to the site in DIR; without PRESET, list those that come ready.

    Its files are new ones, and `content/site.yaml` gets one id more; nothing else changes.
    """

    if not preset:
        click.echo("\n".join(presets()))
        ctx.exit(0)
    loaded = load(folder)
    site = loaded.site
    named = id or preset
    if not is_register(named):
        raise CannotRun("register-id", id=named)
    language = spoken()
    is_authority = is_of_authority(loaded.sources.get(CONTROLLER, ""))
    made = register_files(
        preset,
        named,
        site.languages or (),
        date.today(),
        language,
        authority=is_authority,
        defaults=_defaults(loaded),
    )
    listed = with_register(_site_text(folder), named)
    has_schemas = (folder / FOLDER).is_dir()
    write_new_files(folder, with_modelines(made) if has_schemas else made)
    _write_site(folder, listed)
    if has_schemas:
        write_schemas(folder, language)
    for file in sorted(made):
        say(f"  {folder / file}")
    say(text(language, "cli", "added", register=named, file=folder / SITE, folder=folder))


def _defaults(loaded: Loaded) -> frozenset[str]:
    """The keys that the site states for all its registers."""
    tree = loaded.trees.get(SITE)
    defaults = tree.get("defaults") if isinstance(tree, dict) else None
    return frozenset(defaults) if isinstance(defaults, dict) else frozenset()


def _site_text(folder: Path) -> str:
    """The text of `content/site.yaml`."""

    try:
        return read_file(folder, SITE, LARGEST).decode("utf-8")
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except UnicodeDecodeError as error:
        raise CannotRun("not-utf-8", file=folder / SITE) from error
    except OSError as error:
        raise CannotRun("unreadable", file=folder / SITE, why=by_system(error)) from error


def _write_site(folder: Path, text: str) -> None:
    """Puts the text in place of `content/site.yaml`."""

    try:
        replace_file(folder, SITE, text.encode(), LARGEST)
    except OSError as error:
        raise CannotRun("unwritable", file=folder / SITE, why=by_system(error)) from error
