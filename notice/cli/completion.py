"""`notice completion`: the script with which a shell completes commands, options, rules and ids."""

import click
from click.shell_completion import ShellComplete, get_completion_class

from notice.cli.options import group_language_option
from notice.cli.worded import Command, argument, words

SHELLS = {
    "bash": ("~/.bashrc", 'eval "$(notice completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(notice completion zsh)"'),
    "fish": ("~/.config/fish/config.fish", "notice completion fish | source"),
}
"""Each shell, with the file that it reads when it starts, and the line that belongs there."""

VARIABLE = "_NOTICE_COMPLETE"
"""The variable by which the script asks `notice` for completions: click's, by the command's name."""


@click.command(cls=Command)
@argument("shell", metavar="SHELL", type=click.Choice(list(SHELLS)))
@group_language_option
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script with which SHELL completes commands, options, rules and ids: bash, zsh or fish."""
    file, line = SHELLS[shell]
    click.echo(f"# {words('cli', 'completion', file=file, line=line)}")
    made = get_completion_class(shell)
    assert made is not None, shell
    # The method of the base class: bash's own runs bash to find out its version.
    click.echo(ShellComplete.source(made(ctx.find_root().command, {}, "notice", VARIABLE)))
