"""`notice rules` and `notice explain`: every rule, and the page of one."""

import click


@click.command()
def rules() -> None:
    """List every rule: its code, its level, its name."""
    from notice.cli.catalogue import catalogue

    for rule in catalogue():
        click.echo(f"{rule.code}  {rule.level:<7}  {rule.name}")


@click.command()
@click.argument("code", metavar="CODE")
def explain(code: str) -> None:
    """Print the page of the rule CODE: its code or its name, as findings show them."""
    from difflib import get_close_matches

    from notice.cli.catalogue import catalogue
    from notice.errors import CannotRun

    known = {key: rule for rule in catalogue() for key in (rule.code, rule.name)}
    rule = known.get(code) or known.get(code.upper()) or known.get(code.lower())
    if rule is None:
        near = get_close_matches(code.lower(), known, 1) or get_close_matches(code.upper(), known, 1)
        hint = f" Did you mean {near[0]}?" if near else " `notice rules` lists them all."
        raise CannotRun(f"There is no rule “{code}”.{hint}")
    click.echo(f"{rule.code} {rule.name} ({rule.level})")
    if rule.cites:
        click.echo("Law: " + ", ".join(str(provision) for provision in rule.cites))
    click.echo("\n" + rule.page.replace("::\n", ":\n"))
