"""`notice init`: a new site, of an invented firm or of registers that come ready."""

from datetime import date
from pathlib import Path

import click

from notice.cli.options import language_option
from notice.cli.run import say
from notice.errors import CannotRun
from notice.messages import text
from notice.presets import new_site, starter, write_new_files


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--preset",
    "presets",
    metavar="PRESET",
    multiple=True,
    help="A register that comes ready, such as `webshop-customers`; several times for several.",
)
@language_option
def init(folder: Path, presets: tuple[str, ...], language: str | None) -> None:
    """Make a new site in DIR: an invented firm's, to be made your own, or PRESETs with your facts to fill in.

    Nothing that exists is overwritten. `notice add register` lists the presets.
    """

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotRun(f"{folder} exists and is not empty. Name a new folder, or an empty one.")
    made = new_site(presets, date.today(), language or "en") if presets else starter(date.today())
    write_new_files(folder, made)
    for file in sorted(made):
        say(f"  {folder}/{file}")
    say(text(language or "en", "cli", "made" if presets else "made-example", folder=folder))
