"""`notice build`: the site, all of it or nothing."""

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from notice.cli.run import as_of_option, law_day, paint, shown, site_argument, written


@click.command()
@site_argument
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="Where the site goes; DIR/build by default."
)
@click.option("--release", is_flag=True, default=False, help="Refuse a site in which a fact still waits for its owner.")
@click.option("--html-only", is_flag=True, default=False, help="Make no PDFs.")
@as_of_option
@click.pass_context
def build(ctx: click.Context, folder: Path, out: Path | None, release: bool, html_only: bool, day: object) -> None:
    """Build the site in DIR: check it, make pages and PDFs, verify them, publish all or nothing.

    A refused build leaves the last good site as it was.
    """
    from notice.build import build as run
    from notice.findings import Level
    from notice.reports.text import report, summary

    began = time.perf_counter()
    target = out or folder / "build"
    outcome = run(folder, target, law_day(day), release=release, html_only=html_only, told=_progress())
    _clear_progress()
    # Warnings are `notice check`'s to show: here they would hide what was built, or why it was not.
    errors = [finding for finding in outcome.findings if finding.level is Level.ERROR]
    if errors:
        sources = {**outcome.checked.loaded.sources, **outcome.refused}
        click.echo(report(errors, sources, _shown(folder, outcome.refused), paint))
    click.echo(summary(outcome.findings, len(outcome.checked.cases), written(outcome.checked.day)))
    if not outcome.published:
        click.echo(_refusal(release, target), err=True)
        ctx.exit(1)
    again = _release(folder, out, html_only) if outcome.is_draft else ""
    click.echo(_done(outcome.published, target, time.perf_counter() - began, again))


def _release(folder: Path, out: Path | None, html_only: bool) -> str:
    """The command that was given, as it can be pasted, for the release."""
    import shlex

    place = [str(folder)] if folder != Path() else []
    goal = ["--out", str(out)] if out else []
    return shlex.join(["notice", "build", *place, *goal, *(["--html-only"] if html_only else []), "--release"])


def _shown(folder: Path, refused: Mapping[str, str]) -> Callable[[str], str]:
    """How a file is printed: one of the site by its path; a page that was refused is on no disk."""
    show = shown(folder)
    return lambda file: f"the page {file}" if file in refused else show(file)


def _done(published: tuple[str, ...], target: Path, seconds: float, release: str) -> str:
    pages = sum(path.endswith(".html") for path in published)
    papers = sum(path.endswith(".pdf") for path in published)
    made = f"Built {pages} pages and {papers} PDFs in {target}/ in {seconds:.1f} s."
    if release:
        return f"{made} It is a draft: answer what waits, then run `{release}`."
    return f"{made} Open {target / 'index.html'} to look at it, or publish the folder as it is."


def _refusal(release: bool, target: Path) -> str:
    why = "Facts wait for their owner, or there are errors" if release else "There are errors"
    return f"Nothing was built: {target}/ is as it was. {why}: see above."


def _progress() -> Callable[[str], None]:
    """Names each file as it is made, on one line, where a terminal watches."""
    if not sys.stderr.isatty():
        return _silent

    def tell(path: str) -> None:
        click.echo(f"\r\x1b[K{path}", nl=False, err=True)

    return tell


def _silent(path: str) -> None:
    del path


def _clear_progress() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
