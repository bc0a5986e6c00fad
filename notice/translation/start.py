"""Prepare the words files of a language, and mark translations as made from the present text."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from notice.findings import FactPath, dotted
from notice.translation.catalog import Translated
from notice.translation.files import write_words
from notice.translation.needed import Entry
from notice.translation.record import Record, State
from notice.translation.writing import Word


def write_missing(
    folder: Path, language: str, entries: Sequence[Entry], record: Record, source: str, head: str
) -> tuple[str, ...]:
    """Write the keys of the missing words, each below its source text as a comment; the files that changed.

    `head` is the comment at the top of a new file. Words of earlier runs keep the text they were written with.
    """
    missing = [entry for entry in entries if entry.target is None]
    new = {entry.key: entry.source for entry in missing if entry.key not in record.hashes}
    changes = _by_file((entry, Word("", entry.source)) for entry in missing)
    return write_words(folder, language, changes, record.with_sources(source, new), head)


def write_translated(folder: Path, language: str, read: Translated, record: Record, source: str) -> tuple[str, ...]:
    """Write the translations that differ from the site's, and record their sources; the files that changed."""
    changed = {entry: text for entry, text in read.texts.items() if text != entry.target}
    recorded = {
        entry.key: text for entry, text in read.sources.items() if text or record.state(entry) is not State.STALE
    }
    changes = _by_file((entry, Word(text)) for entry, text in changed.items())
    return write_words(folder, language, changes, record.with_sources(source, recorded))


def accepted(entries: Iterable[Entry], record: Record, wanted: Sequence[str]) -> list[Entry]:
    """The translated words to be recorded: those `wanted`, by path or its beginning, else all without one."""
    if not wanted:
        return [entry for entry in entries if record.state(entry) is State.UNRECORDED]
    return [entry for entry in entries if entry.target is not None and any(_is_meant(entry, one) for one in wanted)]


def _is_meant(entry: Entry, wanted: str) -> bool:
    return any(name == wanted or name.startswith(f"{wanted}.") for name in (entry.key, dotted(entry.path)))


def _by_file(words: Iterable[tuple[Entry, Word]]) -> dict[str, dict[FactPath, Word]]:
    found: defaultdict[str, dict[FactPath, Word]] = defaultdict(dict)
    for entry, word in words:
        found[entry.file][entry.path] = word
    return dict(found)
