"""`notice serve`: the site in a browser while it is written, with what is to be done over it."""

import threading
import webbrowser
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import as_of_option, paint, say, shown, site_argument
from notice.cli.worded import Command, option, words
from notice.findings import Finding
from notice.languages import written_date
from notice.messages import worded
from notice.reports import Report, render
from notice.reports.texts import summary
from notice.serve.overlay import EDITORS, Overlay
from notice.serve.server import serve as run
from notice.serve.session import Session
from notice.serve.state import State

HIGHEST = 65_535
"""The highest port."""

MOST = 5
"""The most errors that are printed after a save: the page lists them all."""


class Port(click.ParamType[int]):
    """A port's number; 0 is any free one."""

    name = "port"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) <= HIGHEST):
            self.fail(words("cli", "no-port", value=value, highest=HIGHEST), param, ctx)
        return int(text)


@click.command(cls=Command)
@site_argument
@option("--port", metavar="PORT", type=Port())
@option("--open", "opens", is_flag=True, default=False)
@option("--editor", type=click.Choice(list(EDITORS)))
@as_of_option
@group_language_option
def serve(folder: Path, port: int | None, opens: bool, editor: str | None, day: date | None) -> None:
    """Show the site in DIR in a browser, and what is to be done, while it is written."""
    session = Session(folder, day, _printer(folder))
    overlay = Overlay(folder, spoken(), shown(folder), editor or "")

    def ready(address: str) -> None:
        say(words("cli", "serving", address=address))
        if opens:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    run(folder, session, overlay, port, ready)
    say(words("cli", "served"))


def _printer(folder: Path) -> Callable[[State], None]:
    """Prints a line for each check of the whole site, after its first errors where they are new."""
    show = shown(folder)
    before: tuple[Finding, ...] = ()

    def printed(state: State) -> None:
        nonlocal before
        if state.is_partial:
            return
        now = datetime.now().strftime("%H:%M:%S")
        if state.stopped:
            say(f"{now} {words('labels', 'error')}: {worded(state.stopped, spoken())}")
            return
        errors, notices = state.errors, len(state.registers)
        if errors and errors != before:
            shape = Report(errors[:MOST], state.sources, state.day, notices, shown=show, language=spoken(), paint=paint)
            click.echo(render("text", shape))
        before = errors
        say(f"{now} {summary(state.findings, notices, written_date(state.day, spoken()), language=spoken())}")

    return printed
