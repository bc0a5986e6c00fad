"""Ask the questions of a new site on a terminal, one after another."""

import sys
from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from importlib import import_module

import click

from notice.cli.language import spoken
from notice.cli.run import say
from notice.cli.worded import words
from notice.interview.answers import Answers, Chosen, Service
from notice.interview.questions import LANGUAGES, REGISTERS, Question
from notice.interview.readers import NONE, Misread
from notice.interview.registers import named_presets
from notice.interview.services import names, offered
from notice.interview.site import DEFAULT

SEVERAL = "municipal-service-customers"
"""The preset in the example of one that is chosen several times."""


def has_terminal() -> bool:
    """True when somebody can read a question and answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def interview(answers: Answers, answered: Container[str], wanted: Callable[[Answers], Iterable[Question]]) -> Answers:
    """The answers with those to every question that `wanted` names and nothing has answered yet.

    `wanted` depends on the registers, which are asked about first. Raises `KeyboardInterrupt` for Ctrl-C and Ctrl-D.
    """
    with suppress(ImportError):  # Windows has none: its console edits lines itself
        import_module("readline")  # `input` then edits the line, and the arrow up brings the last one back
    say(words("init", "opening"))
    if REGISTERS.id not in answered:
        most = 1 + sum(one.id not in answered and one is not REGISTERS for one in wanted(answers))
        answers = REGISTERS.answered(answers, _asked(REGISTERS, words("init", "number", number=1, most=most)))
    rest = [one for one in wanted(answers) if one.id not in answered and one is not REGISTERS]
    first = 1 if REGISTERS.id in answered else 2
    most = len(rest) + first - 1
    for number, question in enumerate(rest, first):
        answers = question.answered(answers, _asked(question, words("init", "number", number=number, most=most)))
    click.echo()
    return answers


def _asked(question: Question, number: str) -> object:
    """The answer, asked for again with the reason while it cannot be used."""
    click.echo()
    click.secho(f"{number} {words('init', 'questions', question.id, 'why')}", dim=True)
    for line in _choices(question):
        say(line)
    default = f" [{_named(Chosen(DEFAULT, DEFAULT))}]" if question is REGISTERS else ""
    while True:
        typed = _typed(f"{words('init', 'questions', question.id, 'ask')}{default}: ")
        try:
            answer = question.read(typed, spoken())
        except Misread as why:
            say(f"  {why.text(spoken())}")
            if not why.kept:
                continue
            answer = why.kept
            say(f"  → {', '.join(map(str, why.kept)) if isinstance(why.kept, tuple) else why.kept}")
        if said := _understood(question, answer):
            say(f"  → {said}")
        return answer


def _typed(prompt: str) -> str:
    try:
        return str(click.prompt(prompt, default="", show_default=False, prompt_suffix=""))
    except click.Abort:
        raise KeyboardInterrupt from None


def _choices(question: Question) -> list[str]:
    """What can be chosen, as lines."""
    if question is REGISTERS:
        named = named_presets(spoken()).values()
        rows = [f"  {number:2}  {name}: {about}" for number, (name, about) in enumerate(named, 1)]
        return [*rows, words("init", "several", preset=list(named_presets(spoken())).index(SEVERAL) + 1)]
    if question.group is None:
        return []
    known = ", ".join(names(spoken())[id] for id in offered(question.group))
    return [words("init", "known-services", known=known)]


def _understood(question: Question, answer: object) -> str:
    """What was made of an answer, where that is not plain from what was typed."""
    if answer is None and question is REGISTERS:
        return _named(Chosen(DEFAULT, DEFAULT))
    if answer is None:
        return words("init", "all-languages" if question is LANGUAGES else "left-open")
    if answer == NONE:
        return words("init", "left-out")
    if not isinstance(answer, tuple) or question is LANGUAGES:
        return ""
    if not answer:
        return words("init", "not-used")
    return ", ".join(map(_named, answer))


def _named(one: Chosen | Service) -> str:
    if isinstance(one, Service):
        return names(spoken())[one.id] if one.id else one.name
    name = named_presets(spoken())[one.preset][0]
    return f"{name} ({one.label})" if one.label else name
