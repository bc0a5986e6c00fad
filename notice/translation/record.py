"""Record from which text each word was translated, as hashes in `content/<language>/words.lock`.

A line holds the hash, the file and the word, so that versions of the file merge line by line.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from notice.errors import CannotRun, by_system
from notice.files import Unopened, read_file, walk
from notice.messages import refusal
from notice.translation.needed import Entry

NAME, LARGEST = "words.lock", 4 << 20
"""The name of the record in a language's folder, and its largest size in bytes."""

HEAD = "# Made by `notice words`: the hash of the text from which each word was translated. Keep it with the words."

NOT_CURRENT = "0" * 12
"""The hash of no text: of a word that a translator marked as unsure."""


class State(StrEnum):
    """Whether a word is translated, and from the present text."""

    MISSING = "missing"
    STALE = "stale"
    UNRECORDED = "unrecorded"
    DONE = "done"


@dataclass(frozen=True)
class Record:
    """The source language, "" where none is recorded, and the hash of each word's source text by its key."""

    source: str = ""
    hashes: Mapping[str, str] = field(default_factory=dict)

    def state(self, entry: Entry) -> State:
        """The state of a word."""
        if entry.target is None:
            return State.MISSING
        recorded = self.hashes.get(entry.key)
        if recorded is None:
            return State.UNRECORDED
        return State.DONE if recorded == digest(entry.source) else State.STALE

    def with_sources(self, source: str, texts: Mapping[str, str]) -> "Record":
        """The record with the source texts of further words, by key; of `texts` an empty one stands for no text."""
        made = {key: digest(text) if text else NOT_CURRENT for key, text in texts.items()}
        return Record(source, {**self.hashes, **made})


def digest(text: str) -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the text without the space around it."""
    return sha256(text.strip().encode()).hexdigest()[:12]


def name_of_record(language: str) -> str:
    """The path of a language's record in the site."""
    return f"content/{language}/{NAME}"


def written(record: Record) -> str:
    """The text of the file, sorted by word."""
    lines = [f"{hash}  {key.replace(':', '  ', 1)}" for key, hash in sorted(record.hashes.items())]
    return "\n".join([HEAD, f"from: {record.source}", *lines, ""])


def parsed(text: str) -> tuple[Record, int]:
    """The record in a text, and the number of the first line that is none of a record's; 0 if all are."""
    source, hashes = "", dict[str, str]()
    for number, line in enumerate(text.splitlines(), 1):
        parts = line.split(None, 2)
        if line.startswith("from: "):
            source = line.removeprefix("from: ").strip()
        elif len(parts) == 3 and len(parts[0]) == len(NOT_CURRENT) and not line.startswith("#"):
            hashes[f"{parts[1]}:{parts[2]}"] = parts[0]
        elif line.strip() and not line.startswith("#"):
            return Record(source, hashes), number
    return Record(source, hashes), 0


def record_of(folder: Path, language: str) -> Record:
    """The record of a language of the site; an empty one if it has none. Raises `CannotRun` if it cannot be read."""
    name = name_of_record(language)
    try:
        text = read_file(folder, name, LARGEST).decode("utf-8", "replace")
    except FileNotFoundError:
        return Record()
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unreadable", file=folder / name, why=by_system(error)) from error
    record, wrong = parsed(text)
    if wrong:
        raise CannotRun("words-record", file=folder / name, line=wrong)
    return record


def recorded_languages(folder: Path) -> tuple[str, ...]:
    """The languages that have a record, in alphabetical order; those of the site and those that are being prepared."""
    try:
        files = [entry.file for entry in walk(folder, "content")]
    except Unopened:
        return ()
    parts = [file.split("/") for file in files]
    return tuple(language for _, language, *rest in (one for one in parts if len(one) == 3) if rest == [NAME])


def counted(entries: Iterable[Entry], record: Record) -> dict[State, list[Entry]]:
    """The words by their state."""
    found: dict[State, list[Entry]] = {state: [] for state in State}
    for entry in entries:
        found[record.state(entry)].append(entry)
    return found
