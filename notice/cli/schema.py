"""`notice schema`: the schemas of a site's files, for editors that complete, explain and check YAML."""

from pathlib import Path

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import say, site_argument
from notice.cli.worded import Command, option
from notice.editor import add_modelines, files_without_modeline, write_schemas
from notice.messages import text


@click.command(cls=Command)
@site_argument
@option("--modelines", is_flag=True, default=False)
@group_language_option
def schema(folder: Path, modelines: bool) -> None:
    """Write the JSON Schemas of the site in DIR into its folder `.notice/schema/`.

    An editor then completes keys and ids, explains them, and marks what cannot be right. Earlier schemas are replaced,
    other files never. With --modelines every file of the site gets the line that names its schema; no other byte
    changes.
    """

    for file in write_schemas(folder, spoken()):
        say(f"  {folder / file}")
    if modelines:
        for file in add_modelines(folder):
            say(text(spoken(), "cli", "modeline-added", file=folder / file))
        return
    waiting = files_without_modeline(folder)
    if waiting:
        command = f"notice schema {folder} --modelines"
        say(text(spoken(), "cli", "modelines-missing", number=len(waiting), command=command))
