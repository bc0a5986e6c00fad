"""`notice vocabulary`: which ids there are, what they are called in each language, and what they imply."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from notice.additions.paste import cookies_of, pasted
from notice.additions.things import KINDS
from notice.cli.language import spoken
from notice.cli.options import language_option, site_option
from notice.cli.run import say
from notice.cli.worded import Command, argument, in_language, option
from notice.errors import CannotRun
from notice.load.ids import slugify
from notice.load.search import nearest_terms, search
from notice.load.vocabulary import Term, entries
from notice.messages import hint, text
from notice.reports.report import dumped
from notice.visible import visible

MOST = 12
"""The most hits that are printed; a report in JSON has all."""


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

    every = entries(site)
    kinds = list(dict.fromkeys(one.kind for one in every))
    if kind is not None and kind not in kinds:
        raise _no_kind(kind, kinds)
    if not words and kind is None and output_format == "text":
        for one in kinds:
            click.echo(f"{sum(entry.kind == one for entry in every):5}  {one}")
        return
    wanted = " ".join(words)
    found = search(wanted, kind, site) if wanted else tuple(one for one in every if kind in (None, one.kind))
    if output_format == "json":
        click.echo(_json(found), nl=False)
    if not found:
        _say_nothing_found(wanted, kind, site)
    elif output_format == "text":
        click.echo(_text(found[:MOST] if wanted else found, language), nl=False)
        click.echo(_more(found, site) if wanted else "", nl=False)
    ctx.exit(0 if found else 1)


def _say_nothing_found(wanted: str, kind: str | None, site: Path) -> None:
    """That nothing is found, what is nearest, and how an own id is made."""
    say(text(spoken(), "cli", "not-in-vocabulary", words=wanted), err=True)
    if near := nearest_terms(wanted, kind, site):
        known = ", ".join(f"`{one.id}` ({one.kind})" for one in near)
        say(text(spoken(), "cli", "nearest-in-vocabulary", known=known), err=True)
    name = next((name for name, of in KINDS.items() if of == kind), "data")
    purpose = f" --purpose {in_language('ID')}" if name == "data" else ""
    command = f'notice add {name} "{wanted}" --id {slugify(wanted) or "own-id"}{purpose}'
    say(text(spoken(), "cli", "own-in-vocabulary", command=command), err=True)


def _more(found: Sequence[Term], site: Path) -> str:
    """How many more there are, and the YAML of the first with the command that adds it."""
    lines = []
    if len(found) > MOST:
        lines.append(text(spoken(), "cli", "more-in-vocabulary", count=len(found) - MOST))
    if cookies := cookies_of(found[0], site):
        lines += ["", text(spoken(), "cli", "cookies-in-vocabulary", cookies=visible(", ".join(cookies)))]
    paste = pasted(found[0], site)
    if paste:
        lines += ["", text(spoken(), "cli", "paste", paste.place), ""]
        lines += [f"    {visible(line)}" for line in paste.lines]
    if paste and paste.command:
        purpose = f" --purpose {in_language('ID')}" if found[0].kind == "data" else ""
        command = f"notice add {paste.command} {visible(found[0].id)}{purpose}"
        lines += ["", text(spoken(), "cli", "add-by-command", command=command)]
    return "".join(f"{line}\n" for line in lines)


def _text(found: Sequence[Term], language: str | None) -> str:
    """Kind by kind in the order of the hits: the id, its names beside it, what it implies below."""
    lines = []
    for kind, group in groupby(found, key=lambda one: one.kind):
        entries = list(group)
        lines.append(click.style(kind, bold=True))
        width = max(len(visible(one.id)) for one in entries)
        for one in entries:
            names = dict.fromkeys(filter(None, one.names.values() if language is None else [one.names[language]]))
            names = names or dict.fromkeys(filter(None, [one.facts.get("name")]))
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
