"""`notice build`: the site, all of it or nothing."""

import shlex
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from notice.build import build as run
from notice.cli.destinations import refuse_destinations
from notice.cli.options import Wanted, telling_options
from notice.cli.run import as_of_option, law_day, machine_path, say, shown, site_argument
from notice.cli.telling import every_rule, fails, report_of, selected, tell
from notice.findings import Finding, Level, Waived
from notice.visible import visible

_EXAMPLE = (
    "Every page says that it is an example: take `example: yes` out of content/site.yaml when all facts are your own."
)


@click.command()
@site_argument
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="Where the site goes; DIR/build by default."
)
@click.option("--release", is_flag=True, default=False, help="Refuse a site in which a fact still waits for its owner.")
@click.option("--html-only", is_flag=True, default=False, help="Make no PDFs.")
@as_of_option
@telling_options
@click.pass_context
def build(
    ctx: click.Context, folder: Path, out: Path | None, release: bool, html_only: bool, day: object, wanted: Wanted
) -> None:
    """Build the site in DIR: check it, make pages and PDFs, verify them, publish all or nothing.

    A refused build leaves the last good site as it was. An error refuses it whatever is selected, ignored or allowed
    to fail; `--fail-level warning` lets warnings refuse it too.
    """

    began = time.perf_counter()
    target = out or folder / "build"
    selection = selected(wanted)

    def counts(finding: Finding) -> bool:
        return finding.level is Level.ERROR or (selection.takes(finding) and fails([finding], wanted.fail_level))

    day_of_law = law_day(day)
    refuse_destinations(folder, wanted)
    with _until_published(target) as progress:
        outcome = run(
            folder, target, day_of_law, release=release, html_only=html_only, refuses=counts, on_progress=progress
        )
    found = [finding for finding in outcome.findings if counts(finding) or selection.takes(finding)]
    shown, path = _paths(folder, target, outcome.refused)
    report = report_of(outcome.checked, found, wanted, shown, path, every_rule)
    # Warnings are `notice check`'s to show to people: here they would hide what was built, or why it was not.
    tell(replace(report, sources={**report.sources, **outcome.refused}), wanted, told_in_text=counts)
    for one in outcome.checked.waived:
        if one.finding.level is Level.ERROR:
            say(f"Waived: {_waived(one, shown)}", err=True)
    is_text = wanted.format == "text"
    if not outcome.published:
        say(_refusal(release, target, found), err=True)
        ctx.exit(1)
    if outcome.left:
        click.echo(f"The site that was there before could not be deleted, and is now {outcome.left}.", err=True)
    again = _release(folder, out, html_only) if outcome.is_draft else ""
    done = _done(outcome.published, target, time.perf_counter() - began, again)
    say(f"{done} {_EXAMPLE}" if outcome.is_example else done, err=not is_text)


@contextmanager
def _until_published(target: Path) -> Iterator[Callable[[str], None]]:
    """The time in which an interrupt leaves the old site; gives what shows the progress, and clears it at the end."""
    try:
        yield _progress()
    except KeyboardInterrupt:
        raise KeyboardInterrupt(f"{target}/ is as it was.") from None
    finally:
        _clear_progress()


def _waived(one: Waived, shown: Callable[[str], str]) -> str:
    """A waived error is told at every build: nothing that the law demands is put off in silence."""
    span = one.finding.span
    return f"{one.finding.code} at {shown(span.file)}:{span.line}, until {one.until}: {one.reason}"


def _release(folder: Path, out: Path | None, html_only: bool) -> str:
    """The command that was given, as it can be pasted, for the release."""

    place = [str(folder)] if folder != Path() else []
    goal = ["--out", str(out)] if out else []
    return shlex.join(["notice", "build", *place, *goal, *(["--html-only"] if html_only else []), "--release"])


def _paths(folder: Path, target: Path, refused: Mapping[str, str]) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """How people and machines read a path: a page that was refused is on no disk, and would stand in the target."""
    show, own, made = shown(folder), machine_path(folder), machine_path(folder, target)
    return (
        lambda file: f"the page {file}" if file in refused else show(file),
        lambda file: made(file) if file in refused else own(file),
    )


def _done(published: tuple[str, ...], target: Path, seconds: float, release: str) -> str:
    pages = sum(path.endswith(".html") for path in published)
    papers = sum(path.endswith(".pdf") for path in published)
    made = f"Built {pages} pages and {papers} PDFs in {target}/ in {seconds:.1f} s."
    if release:
        return f"{made} It is a draft: answer what waits, then run `{release}`."
    return f"{made} Open {target / 'index.html'} to look at it, or publish the folder as it is."


def _refusal(release: bool, target: Path, found: Sequence[Finding]) -> str:
    errors = any(finding.level == "error" for finding in found)
    why = "There are errors" if errors else "There are findings that this build shall not have"
    why = "Facts wait for their owner, or there are errors" if release else why
    return f"Nothing was built: {target}/ is as it was. {why}: see above."


def _progress() -> Callable[[str], None]:
    """Names each file as it is made, on one line, where a terminal watches."""
    if not sys.stderr.isatty():
        return _silent

    def tell(path: str) -> None:
        click.echo(f"\r\x1b[K{visible(path)}", nl=False, err=True)

    return tell


def _silent(path: str) -> None:
    del path


def _clear_progress() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
