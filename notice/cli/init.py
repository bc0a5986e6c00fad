"""`notice init`: a new site, of registers that come ready and of the owner's answers, or of an invented firm."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from notice.cli.interview import has_terminal, interview
from notice.cli.language import spoken
from notice.cli.options import group_language_option
from notice.cli.run import say
from notice.cli.worded import Command, argument, option, words
from notice.editor import write_schemas
from notice.errors import CannotRun, by_system
from notice.files import Unopened, read_file, replace_file
from notice.interview.answers import Answers
from notice.interview.existing import Plan, answered, plan, untouched, with_stated
from notice.interview.questions import DPO, QUESTIONS, REGISTERS, Question, needed
from notice.interview.readers import Misread
from notice.interview.registers import chosen_by_id
from notice.interview.site import site_of
from notice.messages import refusal, text
from notice.presets import CONTROLLER, SITE, VOCABULARY, starter, write_new_files
from notice.schema.modelines import with_modelines
from notice.yamlreader.source import LARGEST

C = TypeVar("C", bound=Callable[..., object])


def _answer_options(command: C) -> C:
    """An option for each question but that about registers, which are PRESETs."""
    for question in reversed(QUESTIONS):
        if question is not REGISTERS:
            command = option(f"--{question.id}", metavar="NAMES" if question.group else "TEXT", default=None)(command)
    return command


@click.command(cls=Command)
@argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@option("--ask", is_flag=True, default=False)
@option("--example", is_flag=True, default=False)
@option("--preset", "presets", metavar="PRESET", multiple=True)
@_answer_options
@group_language_option
def init(folder: Path, ask: bool, example: bool, presets: tuple[str, ...], **typed: str | None) -> None:
    """Make a new site in DIR, of the registers PRESET and of the answers in the options; --ask asks for the rest.

    Nothing that exists is overwritten: a site that is there gets the files, registers and answers that it lacks.
    """

    given = {name.replace("_", "-"): value for name, value in typed.items() if value is not None}
    if folder.exists() and not folder.is_dir():
        raise CannotRun("no-folder-but-file", folder=folder)
    if example:
        _make_example(folder, alone=not (ask or presets or given))
        return
    if ask and not has_terminal():
        raise CannotRun("no-terminal")
    there = _texts(folder)
    answers = _from_options(given, presets)
    if SITE in there:
        answers = with_stated(answers, there[SITE])
    _check_places(given, there, answers, folder)
    if ask:
        try:
            answers = interview(answers, answered(there) | set(given) | _registers(presets), _wanted(there))
        except KeyboardInterrupt:
            raise KeyboardInterrupt(str(folder)) from None
    _write(folder, there, plan(there, answers, date.today(), spoken()), ask)


def _make_example(folder: Path, *, alone: bool) -> None:
    """The invented firm's site, in a new or empty folder."""
    if not alone:
        raise CannotRun("example-alone")
    if folder.exists() and any(folder.iterdir()):
        raise CannotRun("not-empty", folder=folder)
    made = starter(date.today(), spoken())
    _write_files(folder, with_modelines(made), {})
    write_schemas(folder, spoken())
    _say_files(folder, sorted(made), "made-example")


def _from_options(given: Mapping[str, str], presets: tuple[str, ...]) -> Answers:
    """The answers in the options; one that cannot be used is refused as any other value of an option is."""
    answers = Answers(registers=chosen_by_id(presets))
    for question in QUESTIONS:
        if question.id in given:
            answers = question.answered(answers, _value(question, given[question.id]))
    return answers


def _value(question: Question, typed: str) -> object:
    try:
        return question.read(typed, spoken())
    except Misread as why:
        raise click.BadParameter(why.text(spoken()), param_hint=f"'--{question.id}'") from why


def _check_places(given: Mapping[str, str], there: Mapping[str, str], answers: Answers, folder: Path) -> None:
    """Refuse an answer without a place: a file states it already, or no register has such recipients."""
    settled, open = answered(there), {one.id for one in _wanted(there)(answers)}
    for id in given:
        if id in settled:
            raise CannotRun("answered-already", option=f"--{id}", folder=folder)
        if id not in open and id != DPO.id:
            raise CannotRun("no-place", option=f"--{id}")


def _registers(presets: tuple[str, ...]) -> set[str]:
    return {REGISTERS.id} if presets else set()


def _wanted(there: Mapping[str, str]) -> Callable[[Answers], tuple[Question, ...]]:
    """The questions that matter to the registers whose files are still to be written, or as they were made."""
    old = untouched(there, spoken())

    def questions(answers: Answers) -> tuple[Question, ...]:
        paths = {one: f"content/registers/{one.id}.yaml" for one in answers.registers or ()}
        open = tuple(one for one, path in paths.items() if path not in there or path in old)
        return needed(open if answers.registers is not None else None, answers.name)

    return questions


def _texts(folder: Path) -> dict[str, str]:
    """The texts of the site's own files below `content/` that a new site has too, by path."""
    found: dict[str, str] = {}
    paths = [SITE, CONTROLLER, VOCABULARY]
    while paths:
        path = paths.pop(0)
        if not os.path.lexists(folder / path):
            continue
        found[path] = _text(folder, path)
        if path == SITE:
            answers = with_stated(Answers(), found[SITE])
            paths += [one for one in site_of(answers, date.today(), spoken()) if one not in (SITE, *paths)]
    return found


def _text(folder: Path, file: str) -> str:
    try:
        return read_file(folder, file, LARGEST).decode("utf-8")
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except UnicodeDecodeError as error:
        raise CannotRun("not-utf-8", file=folder / file) from error
    except OSError as error:
        raise CannotRun("unreadable", file=folder / file, why=by_system(error)) from error


def _write(folder: Path, there: Mapping[str, str], planned: Plan, ask: bool) -> None:
    """Write what is planned, and say what was written and what comes next."""
    _write_files(folder, planned.new, planned.changed)
    written = sorted({**planned.new, **planned.changed})
    if not written:
        say(text(spoken(), "cli", "nothing-missing", folder=folder))
        return
    write_schemas(folder, spoken())
    _say_files(folder, written, "made" if SITE not in there else "completed")
    if not ask and has_terminal():
        say(words("cli", "ask-rest", folder=folder))


def _write_files(folder: Path, new: Mapping[str, str], changed: Mapping[str, str]) -> None:
    """Write every file of a run: the new ones, all or none, then those that changed, each whole."""
    write_new_files(folder, new)
    for file, body in changed.items():
        try:
            replace_file(folder, file, body.encode(), LARGEST)
        except OSError as error:
            raise CannotRun("unwritable", file=folder / file, why=by_system(error)) from error


def _say_files(folder: Path, files: list[str], closing: str) -> None:
    for file in files:
        say(f"  {folder}/{file}")
    say(text(spoken(), "cli", closing, folder=folder))
