"""What `notice add` prints: the lines that it inserted, what waits, or the YAML to paste by hand."""

from difflib import SequenceMatcher
from pathlib import Path
from typing import NoReturn

import click

from notice.additions import Addition, NotAdded, Request
from notice.cli.language import spoken
from notice.cli.run import say, shown
from notice.cli.streams import CANNOT_RUN
from notice.cli.worded import words
from notice.load.vocabulary import facts_of
from notice.messages import worded
from notice.visible import visible


def report(addition: Addition, request: Request, folder: Path) -> str:
    """What was inserted where, what waits, and what to do next."""
    lines = []
    for file, body in sorted(addition.after.items()):
        for number, new in _inserted(addition.before[file], body):
            lines.append(f"{shown(folder)(file)}:{number}")
            lines += [f"    {visible(line)}" for line in new]
    lines += ["", words("cli", "add-done", id=addition.id, register=addition.notice.id)]
    if addition.is_shared:
        lines.append(words("cli", "add-shared"))
    if addition.open:
        lines.append(words("cli", "add-open", keys=", ".join(addition.open)))
    if known := _known(addition, request) if addition.like == addition.id and not addition.is_shared else "":
        lines.append(words("cli", "add-known", facts=known))
    if addition.is_unlisted:
        lines.append(words("cli", "add-unlisted"))
    if addition.unworded:
        lines.append(words("cli", "add-unworded", languages=", ".join(addition.unworded)))
    if addition.missing:
        lines.append(words("cli", "add-missing", command=f"notice add recipient {addition.missing}"))
    lines.append(words("cli", "add-next", command=f"notice check {folder}"))
    return "".join(f"{line}\n" for line in lines)


def _known(addition: Addition, request: Request) -> str:
    """What the vocabulary says of the thing, which no file needs to repeat."""
    known = getattr(addition.notice.vocabulary, request.kind).get(addition.like)
    skipped = ("dpv", "source", "verified", "also-known-as", "formerly", "unique", "general")
    return "; ".join(f"{key}: {text}" for key, text in facts_of(known).items() if key not in skipped) if known else ""


def _inserted(before: bytes, after: bytes) -> list[tuple[int, list[str]]]:
    """The lines that differ in the new file, each stretch with the number of its first line."""
    old, new = (body.decode("utf-8").splitlines() for body in (before, after))
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [(start, end) for tag, _, _, start, end in codes if tag in ("insert", "replace")]
    stretches = [_from_its_first_line(new, start, end) for start, end in changed]
    return [(start + 1, new[start:end]) for start, end in stretches]


def _from_its_first_line(lines: list[str], start: int, end: int) -> tuple[int, int]:
    """An inserted stretch moved to begin at its outermost line: equal lines around it leave several choices."""
    while start and lines[start - 1] == lines[end - 1] and _depth(lines[start]) > _depth(lines[start - 1]):
        start, end = start - 1, end - 1
    while end < len(lines) and lines[start] == lines[end] and _depth(lines[start]) > _depth(lines[start + 1]):
        start, end = start + 1, end + 1
    while start < end and not lines[start].strip():
        start += 1
    return start, end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def refused(error: NotAdded, ctx: click.Context) -> NoReturn:
    """Print the error, and the YAML to paste by hand."""
    click.secho(f"{words('labels', 'error')}: ", nl=False, fg="red", bold=True, err=True)
    say(worded(error.clause, spoken()), err=True)
    if error.paste:
        click.echo(words("cli", "add-paste"), err=True)
    for file, parts in error.paste.items():
        click.echo(f"\n# {visible(file)}", err=True)
        for line in "\n".join(parts).split("\n"):
            click.echo(visible(line), err=True)
    ctx.exit(CANNOT_RUN)
