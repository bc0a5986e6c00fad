"""`notice schema`: JSON Schemas of the files of facts, for editors that complete and explain keys."""

from pathlib import Path

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option, site_option
from notice.cli.run import say
from notice.cli.worded import Command, argument
from notice.errors import CannotRun, by_system
from notice.files import Unopened, create_file, read_file, replace_file
from notice.load.vocabulary import entries
from notice.messages import refusal
from notice.reports.report import dumped
from notice.schema import KINDS, LARGEST_SCHEMA, is_schema, schemas


@click.command(cls=Command)
@argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@site_option
@group_language_option
def schema(folder: Path, site: Path) -> None:
    """Write a JSON Schema of each kind of file of facts into DIR.

    An editor then completes keys and ids, explains them, and marks what cannot be right. Write them again after a
    change of `content/vocabulary.yaml`. Earlier schemas are replaced, other files never.
    """

    chosen = spoken()
    names: dict[str, dict[str, str]] = {}
    for entry in entries(site):
        names.setdefault(entry.kind, {})[entry.id] = entry.names.get(chosen, "")
    for kind, built in schemas(chosen, names).items():
        file, body = f"{kind}.json", dumped(built).encode()
        try:
            if (folder / file).exists():
                if not is_schema(read_file(folder, file, LARGEST_SCHEMA)):
                    raise CannotRun("no-schema", file=folder / file)
                replace_file(folder, file, body, LARGEST_SCHEMA)
            else:
                create_file(folder, file, body)
        except Unopened as refused:
            raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
        except OSError as error:
            raise CannotRun("unwritable", file=folder / file, why=by_system(error)) from error
        say(f"  {folder / file}  {KINDS[kind][1]}")
