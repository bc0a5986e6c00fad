"""The command `notice`: words in, words and an exit code out. It decides nothing."""

import click

from notice import __version__
from notice.cli.run import LazyGroup

COMMANDS = {
    "init": (
        "init",
        "Make a new site in DIR: an invented firm's, to be made your own, or PRESETs with your facts to fill in.",
    ),
    "add": ("add", "Add to a site that exists."),
    "check": ("check", "Check the facts and the words of the site in DIR."),
    "build": ("build", "Build the site in DIR: check it, make pages and PDFs, verify them, publish all or nothing."),
    "vocabulary": ("vocabulary", "Search the vocabulary for WORD, in Finnish, Swedish and English and among the ids."),
    "schema": ("schema", "Write a JSON Schema of each kind of file of facts into DIR."),
    "explain": ("rules", "Print the page of the rule CODE: its code or its name, as findings show them."),
    "rules": ("rules", "List every rule: its code, its level, its name."),
    "law": (
        "law",
        "Say what the checks take for the law: each table with its day and its next review, what ends, what is open.",
    ),
    "theme": ("theme", "Change how pages and PDFs look."),
}
"""Each command in the order of use: its module, which is loaded when the command is run, and its line in the help."""


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="notice %(version)s")
def main() -> None:
    """Facts stated once in YAML become a lawful privacy notice in Finnish, Swedish and English.

    Start with `notice init DIR`. Nothing is fetched from anywhere and nothing is sent.
    """
