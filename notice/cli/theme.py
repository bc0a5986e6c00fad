"""`notice theme copy`: a template of the package, brought into the site to be changed there."""

from pathlib import Path

import click

from notice.cli.options import group_language_option
from notice.cli.run import say, site_argument
from notice.cli.worded import Group, argument, words
from notice.errors import CannotRun, by_system
from notice.files import Unopened, create_file
from notice.findings import nearest
from notice.messages import meant_or_listed, refusal
from notice.outputs.templates import template_bytes, template_names


@click.group(cls=Group)
@group_language_option
def theme() -> None:
    """Change how pages and PDFs look."""


@theme.command("copy")
@argument("name", metavar="[SECTION]", default="")
@site_argument
@group_language_option
def copy(name: str, folder: Path) -> None:
    """Copy the template of SECTION into the site in DIR, below `templates/`; without SECTION, list them all.

    A section's template has the section's id: `rights`, `cookies`. Other templates have their file's name:
    `style.css`, `page.html`, `notice.typ`. What is there already is left alone.
    """

    every = template_names()
    if not name:
        click.echo("\n".join(every))
        return
    named = (name, f"sections/{name}.html", f"{name}.html")
    file = next((one for one in every if one in named), None)
    if file is None:
        meant = nearest(name, [one.removeprefix("sections/").removesuffix(".html") for one in every])
        raise CannotRun("no-template", name=name, hint=meant_or_listed(meant, "notice theme copy"))
    target = folder / "templates" / file
    try:
        create_file(folder, f"templates/{file}", template_bytes(file, None))
    except FileExistsError as error:
        raise CannotRun("exists", file=target) from error
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unwritable", file=target, why=by_system(error)) from error
    say(words("cli", "copied", file=target))
