"""`notice rules` and `notice explain`: every rule, and the pages of some."""

import json
from collections.abc import Callable, Sequence

import click

from notice.cli.catalogue import catalogue
from notice.cli.options import language_option
from notice.cli.selection import chosen
from notice.reports.pages import markdown_page, row, text, tree
from notice.rules.rule import Rule

Command = Callable[..., object]


def _format_option(command: Command) -> Command:
    """Pages as text, or for programs and documents."""
    return click.option(
        "--output-format",
        type=click.Choice(["text", "json", "markdown"]),
        default="text",
        show_default=True,
        help="The form of the list or of the pages.",
    )(command)


@click.command()
@language_option
@_format_option
def rules(language: str | None, output_format: str) -> None:
    """List every rule: its code, its level, its name."""

    if output_format != "text":
        _pages(catalogue(), language or "en", output_format)
        return
    for rule in catalogue():
        click.echo(row(rule, language or "en"))


@click.command()
@click.argument("code", metavar="CODE...", nargs=-1, required=True)
@language_option
@_format_option
def explain(code: tuple[str, ...], language: str | None, output_format: str) -> None:
    """Print the page of the rule CODE: its code or its name, as findings show them.

    The beginning of codes or names prints the pages of a family: `N5`, `cookie-`.
    """

    every = catalogue()
    found = {rule.code: rule for one in code for rule in chosen(one, every)}
    _pages([found[key] for key in sorted(found)], language or "en", output_format)


def _pages(rules: Sequence[Rule], language: str, output_format: str) -> None:

    if output_format == "json":
        told = {"version": 1, "rules": [tree(rule, language) for rule in rules]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    page = text if output_format == "text" else markdown_page
    click.echo("\n".join(page(rule, language) for rule in rules), nl=False)
