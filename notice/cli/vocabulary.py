"""`notice vocabulary`: which ids there are, what they are called in each language, and what they imply."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from notice.cli.language import spoken
from notice.cli.options import language_option, site_option
from notice.cli.run import say
from notice.cli.worded import Command, argument, option
from notice.errors import CannotRun
from notice.load.vocabulary import Term, entries, search
from notice.messages import hint, text
from notice.reports.report import dumped
from notice.visible import visible


@click.command(cls=Command)
@argument("words", metavar="[WORD]", nargs=-1)
@option("--kind", metavar="KIND")
@site_option
@language_option
@option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def vocabulary(
    ctx: click.Context, words: tuple[str, ...], kind: str | None, site: Path, language: str | None, output_format: str
) -> None:
    """Search the vocabulary for WORD, in Finnish, Swedish and English and among the ids.

    A site's own ids are searched too, with their words in `content/<language>/site.yaml`.

    Without WORD it lists the kinds, and with --kind all ids of one. Exit code 1 where nothing is found.
    """

    kinds = list(dict.fromkeys(one.kind for one in entries(site)))
    if kind is not None and kind not in kinds:
        raise _no_kind(kind, kinds)
    if not words and kind is None and output_format == "text":
        for one in kinds:
            click.echo(f"{sum(entry.kind == one for entry in entries(site)):5}  {one}")
        return
    wanted = " ".join(words)
    found = search(wanted, kind, site) if wanted else [one for one in entries(site) if kind in (None, one.kind)]
    if not found:
        say(text(spoken(), "cli", "not-in-vocabulary", words=wanted), err=True)
    click.echo(_json(found) if output_format == "json" else _text(found, language), nl=False)
    ctx.exit(0 if found else 1)


def _text(found: Sequence[Term], language: str | None) -> str:
    """Kind by kind in the order of the hits: the id, its names beside it, what it implies below."""
    lines = []
    for kind, group in groupby(found, key=lambda one: one.kind):
        entries = list(group)
        lines.append(click.style(kind, bold=True))
        width = max(len(visible(one.id)) for one in entries)
        for one in entries:
            names = dict.fromkeys(filter(None, one.names.values() if language is None else [one.names[language]]))
            own = f"  ({text(spoken(), 'cli', 'own')})" if one.own else ""
            id, named = click.style(visible(one.id).ljust(width), fg="blue"), visible(" · ".join(names))
            lines.append(f"  {id}  {named}{own}".rstrip())
            if one.facts:
                facts = "; ".join(f"{key}: {value}" for key, value in one.facts.items())
                lines.append(f"  {' ' * width}  {click.style(visible(facts), dim=True)}")
    return "".join(f"{line}\n" for line in lines)


def _json(found: Sequence[Term]) -> str:

    rows = [
        {"kind": one.kind, "id": one.id, "own": one.own, "names": dict(one.names), "facts": dict(one.facts)}
        for one in found
    ]
    return dumped({"version": 1, "entries": rows})


def _no_kind(kind: str, kinds: Sequence[str]) -> Exception:
    return CannotRun("no-kind", name=kind, hint=hint(kind, kinds))
