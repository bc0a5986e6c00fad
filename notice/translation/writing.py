"""Write words into the text of a words file: the words named change, and no other byte."""

import unicodedata
from collections.abc import Mapping

from notice.findings import FactPath
from notice.translation.insertion import Unwritable, Word, WordsFile, new_lines, newline_of, value_at
from notice.yamlreader import Reading, Tree, read
from notice.yamlreader.fixes import BOM

__all__ = ["Unwritable", "Word", "with_words"]


def with_words(text: str, words: Mapping[FactPath, Word]) -> str:
    """The text of the file with the words; those that it has already stay as they are written.

    Raises `Unwritable` where the text, read again, would not say exactly that.
    """
    start = BOM if text.startswith(BOM) else ""
    wanted = {path: Word(unicodedata.normalize("NFC", word.text), word.comment) for path, word in words.items()}
    body, left = _with_most(text.removeprefix(BOM), wanted)
    for path, word in left.items():
        body = _with_word(body, path, word)
    return start + body


def _with_most(text: str, words: Mapping[FactPath, Word]) -> tuple[str, Mapping[FactPath, Word]]:
    """The text with the words that can be written at once, and the other words: in an empty file all, else the values
    of keys that are there."""
    reading = _read(text)
    if reading.findings or not words:
        return text, words
    if reading.tree is None:
        lines = new_lines(words, newline_of(text))
        if lines is None:
            return text, words
        gap = "" if not text or text.endswith(("\n", "\r")) else newline_of(text)
        made, written = f"{text}{gap}{lines}{newline_of(text)}", words
    else:
        file = WordsFile(text, reading)
        written = {
            path: word
            for path, word in words.items()
            if path in reading.places and word.text and not isinstance(value_at(reading.tree, path), dict | list)
        }
        changed = {path: word for path, word in written.items() if value_at(reading.tree, path) != word.text}
        made = text
        for start, end, new in sorted((file.replacement(*item) for item in changed.items()), reverse=True):
            made = f"{made[:start]}{new}{made[end:]}"
    expected: Tree = reading.tree
    for path, word in written.items():
        expected = _with_value(expected, path, word.text or None)
    again = _read(made)
    if again.findings or again.tree != expected:
        return text, words
    return made, {path: word for path, word in words.items() if path not in written}


def _with_word(text: str, path: FactPath, word: Word) -> str:
    reading = _read(text)
    if reading.findings:
        raise Unwritable(path)
    path = _place_of(path, reading.tree)
    present = value_at(reading.tree, path)
    if path in reading.places and (present == (word.text or None) or (isinstance(present, str) and not word.text)):
        return text
    if isinstance(present, dict | list):
        raise Unwritable(path)
    file = WordsFile(text, reading)
    if path in reading.places:
        start, end, new = file.replacement(path, word)
        made = f"{text[:start]}{new}{text[end:]}"
    else:
        made = file.grown(path, word)
    again = _read(made)
    if again.findings or again.tree != _with_value(reading.tree, path, word.text or None):
        raise Unwritable(path)
    return made


def _read(text: str) -> Reading:
    return read(text.encode("utf-8", "surrogatepass"), "")


def _place_of(path: FactPath, tree: Tree) -> FactPath:
    """The path at which the file has the word: a thing's name is at the thing's own path, or under `name`."""
    if isinstance(value_at(tree, path), dict):
        return (*path, "name")
    if path[-1] == "name" and isinstance(value_at(tree, path[:-1]), str):
        return path[:-1]
    return path


def _with_value(tree: Tree, path: FactPath, value: str | None) -> Tree:
    """A copy of the tree with the value; a thing's name on the way goes under `name`."""
    if not path:
        return value
    inner: dict[str, Tree] = {"name": tree} if isinstance(tree, str) else dict(tree) if isinstance(tree, dict) else {}
    inner[path[0]] = _with_value(inner.get(path[0]), path[1:], value)
    return inner
