"""`notice theme copy`: a template of the package, brought into the site to be changed there."""

from pathlib import Path

import click

from notice.cli.run import say, site_argument
from notice.errors import CannotRun
from notice.files import Unopened, create_file
from notice.findings import nearest
from notice.outputs.templates import template_bytes, template_names


@click.group()
def theme() -> None:
    """Change how pages and PDFs look."""


@theme.command("copy")
@click.argument("name", metavar="[SECTION]", default="")
@site_argument
def copy(name: str, folder: Path) -> None:
    """Copy the template of SECTION into the site in DIR, below `templates/`; without SECTION, list them all.

    A section's template has the section's id: `rights`, `cookies`. Other templates have their file's name:
    `style.css`, `page.html`, `notice.typ`. What is there already is left alone.
    """

    every = template_names()
    if not name:
        click.echo("\n".join(every))
        return
    file = next((one for one in every if one in (name, f"sections/{name}.html")), None)
    if file is None:
        meant = nearest(name, [Path(one).stem for one in every])
        hint = f"Did you mean `{meant}`?" if meant else "`notice theme copy` lists them all."
        raise CannotRun(f"There is no template “{name}”. {hint}")
    target = folder / "templates" / file
    try:
        create_file(folder, f"templates/{file}", template_bytes(file, None))
    except FileExistsError as error:
        raise CannotRun(f"{target} exists already, and was left as it is.") from error
    except Unopened as refused:
        raise CannotRun(f"{folder}: {refused}.") from refused
    except OSError as error:
        raise CannotRun(f"{target} cannot be written: {error.strerror}.") from error
    say(f"Copied {target}. It holds in place of the package's own; take it away to go back.")
