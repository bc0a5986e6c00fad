"""`notice build`: the site, all of it or nothing."""

import shlex
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from notice.build import build as run
from notice.cli.destinations import refuse_destinations
from notice.cli.options import Wanted, report_options
from notice.cli.report import SILENT, every_rule, fails, print_report, report_of, selected
from notice.cli.run import as_of_option, law_day, machine_path, say, shown, site_argument
from notice.cli.worded import Command, option, words
from notice.document.parts import DocumentInfo
from notice.findings import Finding, Level, Waived
from notice.languages import written_number
from notice.messages import text
from notice.visible import visible

MOST_LINKS = 12
"""The most notices that are listed after a build."""

FRAGMENTS = ("/fragment.html", "/plain.html")
"""The endings of the paths of fragments."""


@click.command(cls=Command)
@site_argument
@option("--out", metavar="DIR", type=click.Path(path_type=Path))
@option("--release", is_flag=True, default=False)
@option("--html-only", is_flag=True, default=False)
@as_of_option
@report_options
@click.pass_context
def build(
    ctx: click.Context, folder: Path, out: Path | None, release: bool, html_only: bool, day: date | None, wanted: Wanted
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
    print_report(replace(report, sources={**report.sources, **outcome.refused}), wanted, shown_in_text=counts)
    for one in outcome.checked.waived:
        if one.finding.level is Level.ERROR and wanted.quiet < SILENT:
            say(_waived(one, shown, report.language), err=True)
    is_text = wanted.is_text
    if not outcome.published:
        if wanted.quiet < SILENT:
            say(_refusal(release, target, found, report.language), err=True)
        ctx.exit(1)
    if outcome.left:
        say(text(report.language, "cli", "left-behind", folder=outcome.left), err=True)
    again = _release(folder, out, html_only) if outcome.is_draft else ""
    done = _done(outcome.published, target, time.perf_counter() - began, again, report.language)
    if wanted.quiet:
        return
    example = f" {text(report.language, 'cli', 'example')}" if outcome.is_example else ""
    say(f"{done}{example}", err=not is_text)
    if is_text:
        site = outcome.checked.loaded.site
        links = _links(outcome.documents, site.address, report.language)
        fragments = _fragments(bool(site.embed), report.language)
        for line in (*fragments, *links) if site.embed else (*links, *fragments):
            say(line)
        say(text(report.language, "cli", "hosting", folder=target))


@contextmanager
def _until_published(target: Path) -> Iterator[Callable[[str], None]]:
    """The time in which an interrupt leaves the old site; gives what shows the progress, and clears it at the end."""
    try:
        yield _progress()
    except KeyboardInterrupt:
        raise KeyboardInterrupt(f"{target.as_posix()}/") from None
    finally:
        _clear_progress()


def _waived(waived: Waived, shown: Callable[[str], str], language: str) -> str:
    """A waived error is listed at every build: nothing that the law demands is put off in silence."""
    span = waived.finding.span
    place = f"{shown(span.file)}:{span.line}"
    return text(
        language, "cli", "waived", code=waived.finding.code, place=place, until=waived.until, reason=waived.reason
    )


def _release(folder: Path, out: Path | None, html_only: bool) -> str:
    """The command that was given, as it can be pasted, for the release."""

    place = [str(folder)] if folder != Path() else []
    goal = ["--out", str(out)] if out else []
    command = ["notice", "build", *place, *goal, *(["--html-only"] if html_only else []), "--release"]
    if sys.platform == "win32":
        from subprocess import list2cmdline  # here: the import is slow, and only Windows needs it

        return list2cmdline(command)
    return shlex.join(command)


def _paths(folder: Path, target: Path, refused: Mapping[str, str]) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """How people and machines read a path: a page that was refused is on no disk, and would stand in the target."""
    show, own, made = shown(folder), machine_path(folder), machine_path(folder, target)
    return (
        lambda file: words("cli", "page", file=file) if file in refused else show(file),
        lambda file: made(file) if file in refused else own(file),
    )


def _done(published: tuple[str, ...], target: Path, seconds: float, release: str, language: str) -> str:
    pages = sum(path.endswith(".html") and not path.endswith(FRAGMENTS) for path in published)
    pdfs = sum(path.endswith(".pdf") for path in published)
    built = text(
        language, "cli", "built", folder=target, seconds=written_number(seconds, language), pages=pages, pdfs=pdfs
    )
    if release:
        return f"{built} {text(language, 'cli', 'draft', command=release)}"
    return f"{built} {text(language, 'cli', 'look', file=target / 'index.html')}"


def _links(documents: Sequence[DocumentInfo], address: str | None, language: str) -> list[str]:
    """What to link to from the owner's website: for each notice its address, a ready text, and its length."""
    base = f"{address.rstrip('/')}/" if address else ""
    rows = [
        (f"{base}{document.folder}", f"{document.kind}: {document.title} ({document.minutes} min)", document.words)
        for document in documents[:MOST_LINKS]
    ]
    lines = [f"  {place}  {link}  {text(language, 'cli', 'words', count=words)}" for place, link, words in rows]
    if len(documents) > MOST_LINKS:
        lines.append(f"  … {len(documents) - MOST_LINKS}")
    return [text(language, "cli", "links"), *lines]


def _fragments(has_fragments: bool, language: str) -> Iterator[str]:
    """The fragments to paste, or how to get some."""
    if has_fragments:
        yield text(language, "cli", "fragments")
        yield f"  fragment.html  {text(language, 'cli', 'fragment-styled')}"
        yield f"  plain.html     {text(language, 'cli', 'fragment-plain')}"
    else:
        yield text(language, "cli", "no-fragments")


def _refusal(release: bool, target: Path, found: Sequence[Finding], language: str) -> str:
    has_errors = any(finding.level is Level.ERROR for finding in found)
    reason = "waits" if release else "errors" if has_errors else "findings"
    return f"{text(language, 'cli', 'refused', folder=target)} {text(language, 'cli', reason)}"


def _progress() -> Callable[[str], None]:
    """Names each file as it is made, on one line, where a terminal watches."""
    if not sys.stderr.isatty():
        return _silent

    def show(path: str) -> None:
        click.echo(f"\r\x1b[K{visible(path)}", nl=False, err=True)

    return show


def _silent(path: str) -> None:
    del path


def _clear_progress() -> None:
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
