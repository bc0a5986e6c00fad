"""Write words into the words files of a language, and record the texts from which they were made."""

from collections.abc import Mapping
from pathlib import Path

from notice.errors import CannotRun, by_system
from notice.files import Unopened, create_file, read_file, replace_file
from notice.findings import FactPath, dotted
from notice.messages import refusal
from notice.translation.record import LARGEST as LARGEST_RECORD
from notice.translation.record import Record, name_of_record, written
from notice.translation.writing import Unwritable, Word, with_words
from notice.yamlreader.source import LARGEST

Changes = Mapping[str, Mapping[FactPath, Word]]
"""The words to write, by the name of their file in the language's folder."""


def write_words(folder: Path, language: str, changes: Changes, record: Record, head: str = "") -> tuple[str, ...]:
    """Write the words and then the record; the files that changed, relative to the site.

    A new file begins with `head`. Every text is made before the first is written. Raises `CannotRun`, with nothing
    written, where a word cannot be written into its file without a change of something else.
    """
    before = {name: _text(folder, f"content/{language}/{name}") for name in changes}
    after = {
        name: _with(head if before[name] is None else before[name] or "", words, folder, language, name)
        for name, words in changes.items()
    }
    bodies = {f"content/{language}/{name}": text for name, text in after.items() if text != before[name]}
    lock = name_of_record(language)
    made = written(record)
    if record.hashes and made != _text(folder, lock):
        bodies[lock] = made
    for file, text in bodies.items():
        write_file(folder, file, text.encode(), LARGEST_RECORD if file == lock else LARGEST)
    return tuple(bodies)


def write_file(folder: Path, file: str, body: bytes, largest: int) -> None:
    """Write a file of the site, in place of the one there is. Raises `CannotRun` where it cannot be written."""
    try:
        try:
            create_file(folder, file, body)
        except FileExistsError:
            replace_file(folder, file, body, largest)
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unwritable", file=folder / file, why=by_system(error)) from error


def _with(text: str, words: Mapping[FactPath, Word], folder: Path, language: str, name: str) -> str:
    try:
        return with_words(text, words)
    except Unwritable as error:
        file = folder / "content" / language / name
        raise CannotRun("words-unwritable", file=file, word=dotted(error.path)) from error


def _text(folder: Path, file: str) -> str | None:
    """The text of a file; None where there is none."""
    try:
        return read_file(folder, file, LARGEST_RECORD).decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise CannotRun("not-utf-8", file=folder / file) from error
    except Unopened as refused:
        raise CannotRun("unopened", folder=folder, what=refusal(refused)) from refused
    except OSError as error:
        raise CannotRun("unreadable", file=folder / file, why=by_system(error)) from error
