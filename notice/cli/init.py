"""`notice init`: a new site, of an invented firm or of registers that come ready."""

from datetime import date
from pathlib import Path

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import say
from notice.cli.worded import Command, argument, option
from notice.editor import write_schemas
from notice.errors import CannotRun
from notice.messages import text
from notice.presets import new_site, starter, write_new_files
from notice.schema.modelines import with_modelines


@click.command(cls=Command)
@argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--preset", "presets", metavar="PRESET", multiple=True)
@group_language_option
def init(folder: Path, presets: tuple[str, ...]) -> None:
    """Make a new site in DIR: an invented firm's, to be made your own, or PRESETs with your facts to fill in.

    Nothing that exists is overwritten. `notice add register` lists the presets.
    """

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotRun("not-empty", folder=folder)
    language = spoken()
    made = new_site(presets, date.today(), language) if presets else starter(date.today(), language)
    write_new_files(folder, with_modelines(made))
    write_schemas(folder, language)
    for file in sorted(made):
        say(f"  {folder}/{file}")
    say(text(language, "cli", "made" if presets else "made-example", folder=folder))
