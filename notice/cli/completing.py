"""What the shell completes: codes and names of rules, ids and kinds of the vocabulary, presets.

Each list is loaded when the shell asks for it, so that no command starts slower. Click calls each function with the
context, the parameter and what was typed so far.
"""

from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

Items = list[CompletionItem]


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Codes of rules, each with its name, or names; after the last comma, where several may be given."""
    del ctx, param
    from notice.cli.catalogue import catalogue

    before, comma, last = incomplete.rpartition(",")
    found = {rule.code: rule.name for rule in catalogue()} if last[:1].isupper() or not last else {}
    names = {rule.name: rule.code for rule in catalogue()} if last[:1].islower() else {}
    return _beginning(last, {**found, **names}.items(), f"{before}{comma}")


def words_of_vocabulary(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """Ids of the vocabulary with their names in the language of the run, those of the site too."""
    del param
    from notice.cli.language import spoken
    from notice.load.vocabulary import entries

    site = ctx.params.get("site")
    found = entries(site if isinstance(site, Path) else Path())
    return _beginning(incomplete, ((one.id, one.names.get(spoken(), "")) for one in found))


def kinds_of_vocabulary(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """The kinds of the vocabulary."""
    del ctx, param
    from notice.load.vocabulary import entries

    return _beginning(incomplete, ((one.kind, "") for one in entries(Path())))


def ready_registers(ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
    """The registers that come ready."""
    del ctx, param
    from notice.presets import presets

    return _beginning(incomplete, ((id, "") for id in presets()))


def _beginning(incomplete: str, found: Iterable[tuple[str, str | None]], before: str = "") -> Items:
    """Those that begin so, each once, with a help beside it."""
    helps = {value: help for value, help in found if value.startswith(incomplete)}
    return [CompletionItem(f"{before}{value}", help=help or None) for value, help in helps.items()]
