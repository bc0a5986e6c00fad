"""`notice init`: a new site of an invented firm, which passes the check and builds."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Make a new site in DIR: an invented firm's, to be made your own.

    Nothing that exists is overwritten.
    """
    import shutil
    from importlib.resources import as_file, files

    from notice.errors import CannotRun

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotRun(f"{folder} exists and is not empty. Name a new folder, or an empty one.")
    try:
        with as_file(files("notice") / "starter") as starter:
            shutil.copytree(starter, folder, dirs_exist_ok=True)
    except OSError as error:
        raise CannotRun(f"{folder} cannot be written: {error.strerror}.") from error
    for file in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()):
        click.echo(f"  {folder}/{file}")
    click.echo(f"Made a site of an invented firm in {folder}/. Make it yours, then run `notice build {folder}`.")
