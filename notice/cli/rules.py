"""`notice rules` and `notice explain`: every rule, and the pages of some."""

import json
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from notice.cli.catalogue import catalogue
from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.selection import chosen
from notice.cli.worded import Command, argument, option
from notice.reports.pages import markdown_page, row, text, tree
from notice.rules.rule import Rule

C = TypeVar("C", bound=Callable[..., object])


def _format_option(command: C) -> C:
    """Pages as text, or for programs and documents."""
    formats = click.Choice(["text", "json", "markdown"])
    return option("--output-format", type=formats, default="text", show_default=True)(command)


@click.command(cls=Command)
@group_language_option
@_format_option
def rules(output_format: str) -> None:
    """List every rule: its code, its level, its name."""

    if output_format != "text":
        _pages(catalogue(), spoken(), output_format)
        return
    for rule in catalogue():
        click.echo(row(rule, spoken()))


@click.command(cls=Command)
@argument("code", metavar="CODE...", nargs=-1, required=True)
@group_language_option
@_format_option
def explain(code: tuple[str, ...], output_format: str) -> None:
    """Print the page of the rule CODE: its code or its name, as findings show them.

    The beginning of codes or names prints the pages of a family: `N5`, `cookie-`.
    """

    every = catalogue()
    found = {rule.code: rule for one in code for rule in chosen(one, every)}
    _pages([found[key] for key in sorted(found)], spoken(), output_format)


def _pages(rules: Sequence[Rule], language: str, output_format: str) -> None:

    if output_format == "json":
        listing = {"version": 1, "rules": [tree(rule, language) for rule in rules]}
        click.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    page = text if output_format == "text" else markdown_page
    click.echo("\n".join(page(rule, language) for rule in rules), nl=False)
