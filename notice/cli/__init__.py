"""The command `notice`: words in, words and an exit code out. It decides nothing."""

import click

from notice import __version__
from notice.cli.options import group_language_option
from notice.cli.run import LazyGroup

COMMANDS = {
    "init": "init",
    "add": "add",
    "check": "check",
    "serve": "serve",
    "build": "build",
    "vocabulary": "vocabulary",
    "words": "words",
    "review": "review",
    "schema": "schema",
    "explain": "rules",
    "rules": "rules",
    "law": "law",
    "completion": "completion",
    "theme": "theme",
}
"""Each command in the order of use, and its module, which is loaded when the command is run."""


SECTIONS = {
    "start": ("init", "add"),
    "work": ("check", "serve", "vocabulary", "words", "review", "schema"),
    "publish": ("build", "theme"),
    "help": ("explain", "rules", "law", "completion"),
}
"""The sections of the list of commands, by the id of their heading; a command of none is in the last."""


@click.group(cls=LazyGroup, lazy=COMMANDS, sections=SECTIONS, context_settings={"help_option_names": ["-h", "--help"]})
@group_language_option
@click.version_option(__version__, message="notice %(version)s")
def main() -> None:
    """Facts stated once in YAML become a lawful privacy notice in Finnish, Swedish and English."""
