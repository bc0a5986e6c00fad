"""The command `notice`: words in, words and an exit code out. It decides nothing."""

import click

from notice import __version__
from notice.cli.add import add
from notice.cli.build import build
from notice.cli.check import check
from notice.cli.init import init
from notice.cli.law import law
from notice.cli.rules import explain, rules
from notice.cli.run import Commands
from notice.cli.schema import schema
from notice.cli.theme import theme
from notice.cli.vocabulary import vocabulary


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="notice %(version)s")
def main() -> None:
    """Facts stated once in YAML become a lawful privacy notice in Finnish, Swedish and English.

    Start with `notice init DIR`. Nothing is fetched from anywhere and nothing is sent.
    """


for command in (init, add, check, build, vocabulary, schema, explain, rules, law, theme):
    main.add_command(command)
