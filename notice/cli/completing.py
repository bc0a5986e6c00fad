"""What the shell completes: codes and names of rules, ids and kinds of the vocabulary, registers that come ready.

Each list is loaded when the shell asks for it, so that no command starts slower.
"""

from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

Pairs = Iterable[tuple[str, str]]
"""Values, each with what is shown beside it."""


def completions(metavar: str, ctx: click.Context, incomplete: str) -> list[CompletionItem] | None:
    """The values of a parameter with the metavar that begin so; None where this is for the parameter's type to say.

    After a comma another rule begins.
    """
    before, comma, last = incomplete.rpartition(",") if metavar == "RULES" else ("", "", incomplete)
    if metavar in ("RULES", "CODE"):
        pairs = _rules(last)
    elif metavar == "WORD":
        pairs = _words(ctx)
    elif metavar == "KIND":
        pairs = ((kind, "") for kind in _kinds())
    elif metavar == "PRESET":
        pairs = ((id, "") for id in _presets())
    else:
        return None
    helps = {value: help for value, help in pairs if value.startswith(last)}
    return [CompletionItem(f"{before}{comma}{value}", help=help or None) for value, help in helps.items()]


def _rules(typed: str) -> Pairs:
    """Codes with the names of rules, or names with their codes, by how the typed word begins."""
    from notice.cli.catalogue import catalogue

    if typed[:1].islower():
        return ((rule.name, rule.code) for rule in catalogue())
    return ((rule.code, rule.name) for rule in catalogue())


def _words(ctx: click.Context) -> Pairs:
    """Ids of the vocabulary and of the site with their names in the language of the run."""
    from notice.cli.language import spoken
    from notice.load.vocabulary import entries

    site = ctx.params.get("site")
    return ((one.id, one.names[spoken()]) for one in entries(site if isinstance(site, Path) else Path()))


def _kinds() -> Iterable[str]:
    from notice.load.vocabulary import entries

    return dict.fromkeys(one.kind for one in entries())


def _presets() -> Iterable[str]:
    from notice.presets import presets

    return presets()
