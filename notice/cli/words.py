"""`notice words`: the state of a site's translations, files for a further language, exchange with translators."""

import os
from pathlib import Path

import click

from notice.cli.language import spoken
from notice.cli.options import group_language_option, site_option
from notice.cli.places import site_above
from notice.cli.run import say, site_argument
from notice.cli.worded import Group, argument, option
from notice.cli.worded import words as said
from notice.errors import CannotRun, by_system
from notice.files import SOURCE_FOLDERS, Unopened, is_inside, read_given, write_given
from notice.languages import language_name
from notice.load import Loaded, load
from notice.messages import refusal
from notice.translation.catalog import GENERATOR, LARGEST, exported, languages_in, translated
from notice.translation.files import write_words
from notice.translation.needed import Entry, entries, languages_of, source_language
from notice.translation.record import Record, State, counted, record_of, recorded_languages
from notice.translation.start import accepted, write_missing, write_translated

MOST_LISTED = 20
"""The most missing words of a language that are listed."""

SHOWN = 60
"""The most characters of a text in a list."""


@click.group(cls=Group)
@group_language_option
def words() -> None:
    """Translate the words of a site."""


@words.command()
@site_argument
@group_language_option
@click.pass_context
def status(ctx: click.Context, folder: Path) -> None:
    """Show for each language of the site in DIR which words are missing, and which were made from an older text.

    Exit code 1 where words are missing or stale.
    """
    loaded = load(folder)
    rows = [[said("cli", "words-columns", column) for column in ("language", "from", "needed", *State)]]
    lists: list[tuple[str, dict[State, list[Entry]]]] = []
    for language in dict.fromkeys((*languages_of(loaded), *recorded_languages(folder))):
        record = record_of(folder, language)
        if language == loaded.site.default_language and not record.source:
            continue
        source = source_language(loaded, language, record.source)
        found = counted(entries(loaded, folder, source, language), record)
        counts = [len(found[state]) for state in State]
        rows.append([language, source, *map(str, (sum(counts), *counts))])
        lists.append((language, found))
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        first = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        say("  ".join([*first, *(cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True))]))
    for language, found in lists:
        _list(language, found, record_of(folder, language), folder)
    ctx.exit(1 if any(found[state] for _, found in lists for state in (State.MISSING, State.STALE)) else 0)


def _list(language: str, found: dict[State, list[Entry]], record: Record, folder: Path) -> None:
    """The missing and the stale words of a language, and the commands for them."""
    here = _here(folder)
    is_begun = all(entry.key in record.hashes for entry in found[State.MISSING])
    for state, command in (
        (State.MISSING, f"notice words start {language}{here}"),
        (State.STALE, f"notice words accept {language} {said('metavars', 'WORD')}{here}"),
        (State.UNRECORDED, f"notice words accept {language}{here}"),
    ):
        if not found[state]:
            continue
        say("")
        message = "begun" if state is State.MISSING and is_begun else str(state)
        say(said("cli", "words-list", message, target=language, command=command))
        listed = found[state] if state is State.STALE else found[state][:MOST_LISTED]
        if state is State.UNRECORDED:
            continue
        for entry in listed:
            say(f"  content/{language}/{entry.key}  {_short(entry.source)}")
        if len(found[state]) > len(listed):
            say(f"  {said('cli', 'words-more', count=len(found[state]) - len(listed))}")


def _here(folder: Path) -> str:
    """The folder at the end of a command, as it was given; nothing for the working folder."""
    return "" if folder == Path() else f" {folder}"


@words.command()
@argument("target", metavar="LANG")
@site_argument
@option("--from", "source", metavar="LANG", default="")
@group_language_option
def start(target: str, folder: Path, source: str) -> None:
    """Write into `content/LANG/` the key of every word that the site needs in the language, its source text above it.

    What is translated already stays as it is.
    """
    _, source, record, every = _read(folder, target, source)
    name, from_name = (language_name(code, spoken()) for code in (target, source))
    head = f"# {said('cli', 'words-head', target=name, source=from_name)}\n\n"
    missing = [entry for entry in every if entry.target is None]
    written = write_missing(folder, target, every, record, source, head)
    for file in written:
        say(f"  {folder / file}")
    count = sum(len(entry.source.split()) for entry in missing)
    if not missing:
        say(said("cli", "words-complete", target=target, needed=len(every)))
        return
    say(said("cli", "words-started", count=len(missing), length=count))
    listed = target in languages_of(load(folder))
    say(said("cli", "words-next" if listed else "words-next-new", target=target, folder=folder))


@words.command()
@argument("target", metavar="LANG")
@argument("wanted", metavar="[WORD]", nargs=-1)
@site_option
@group_language_option
def accept(target: str, wanted: tuple[str, ...], site: Path) -> None:
    """Record that each WORD of the language was translated from the present text; without WORD, all without a record.

    A WORD is its path, `purposes.orders.text`, or the beginning of it, `purposes.orders`. The folder of the site may be
    the last one.
    """
    if wanted and site == Path() and (last := _site_folder(wanted[-1])):
        site, wanted = last, wanted[:-1]
    _, source, record, every = _read(site, target)
    chosen = accepted(every, record, wanted)
    if wanted and not chosen:
        raise CannotRun("words-none", word=wanted[0], target=target, command=f"notice words status{_here(site)}")
    write_words(site, target, {}, record.with_sources(source, {entry.key: entry.source for entry in chosen}))
    say(said("cli", "words-accepted", count=len(chosen)))


def _site_folder(word: str) -> Path | None:
    """The site whose folder it is, else None. No word of a site is called as a folder that has a site."""
    folder = Path(word)
    return site_above(folder) if folder.is_dir() else None


@words.command()
@argument("target", metavar="LANG")
@argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@site_argument
@option("--from", "source", metavar="LANG", default="")
@group_language_option
def export(target: str, file: Path, folder: Path, source: str) -> None:
    """Write the words of the language as a PO file for a translator, with the source text of each."""
    _, source, record, every = _read(folder, target, source)
    for name in SOURCE_FOLDERS:
        if is_inside(file, folder / name):
            raise CannotRun("in-sources", file=file, folder=folder / name)
    if os.path.lexists(file) and GENERATOR not in _given(file, LARGEST)[:4096]:
        raise CannotRun("words-no-po", file=file)
    body = exported(every, record, source, target, spoken())
    try:
        write_given(file, body)
    except OSError as error:
        raise CannotRun("unwritable", file=file, why=by_system(error)) from error
    found = counted(every, record)
    counts = {state.value: len(found[state]) for state in (State.MISSING, State.STALE)}
    say(said("cli", "words-exported", file=file, needed=len(every), **counts))


@words.command("import")
@argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@site_argument
@group_language_option
@click.pass_context
def import_(ctx: click.Context, file: Path, folder: Path) -> None:
    """Take the translations of a PO file into the words files of its language; all of them, or none.

    Words whose translation did not change stay byte for byte. An entry without its placeholders is refused.
    """
    body = _given(file, LARGEST)
    source, target = languages_in(body, file)
    _, source, record, every = _read(folder, target, source)
    read = translated(body, every, file)
    for one in sorted((*read.refused, *read.skipped), key=lambda one: one.line):
        say(f"{file}:{one.line}: {said('cli', one.message, key=one.key, detail=one.detail)}", err=True)
    if read.refused:
        say(said("cli", "words-refused", count=len(read.refused)), err=True)
        ctx.exit(1)
    for name in write_translated(folder, target, read, record, source):
        say(f"  {folder / name}")
    changed = sum(text != entry.target for entry, text in read.texts.items())
    say(said("cli", "words-imported", changed=changed, same=len(read.texts) - changed))


def _read(folder: Path, target: str, wanted: str = "") -> tuple[Loaded, str, Record, tuple[Entry, ...]]:
    """The site, the source language, the record and the words that the target needs."""
    loaded = load(folder)
    record = record_of(folder, target)
    source = source_language(loaded, target, wanted or record.source)
    return loaded, source, record, entries(loaded, folder, source, target)


def _given(file: Path, largest: int) -> bytes:
    try:
        return read_given(file, largest)
    except Unopened as refused:
        raise CannotRun("unopened", folder=file.parent, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unreadable", file=file, why=by_system(error)) from error


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
