"""Write words into the text of a words file: the words named change, and no other byte."""

import textwrap
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from notice.findings import FactPath, dotted
from notice.translation.scalars import block, key, quoted, scalar
from notice.yamlreader import Reading, Tree, read
from notice.yamlreader.fixes import BOM
from notice.yamlreader.source import SourceText, source_text

WIDTH = 120
"""The longest line of a comment that is written."""


class Unwritable(Exception):
    """The word at `path` cannot be written into the file without a change of something else."""

    def __init__(self, path: FactPath) -> None:
        super().__init__(dotted(path))
        self.path = path


@dataclass(frozen=True, slots=True)
class Word:
    """A word to write: its text, "" for one to be filled in, and the comment above it where its key is new."""

    text: str
    comment: str = ""


def with_words(text: str, words: Mapping[FactPath, Word]) -> str:
    """The text of the file with the words; those that it has already stay as they are written.

    Raises `Unwritable` where the text, read again, would not say exactly that.
    """
    start = BOM if text.startswith(BOM) else ""
    body = text.removeprefix(BOM)
    for path, word in words.items():
        body = _with_word(body, path, Word(unicodedata.normalize("NFC", word.text), word.comment))
    return start + body


def _with_word(text: str, path: FactPath, word: Word) -> str:
    reading = _read(text)
    if reading.findings:
        raise Unwritable(path)
    path = _place_of(path, reading.tree)
    present = _value(reading.tree, path)
    if path in reading.places and (present == (word.text or None) or (isinstance(present, str) and not word.text)):
        return text
    if isinstance(present, dict | list):
        raise Unwritable(path)
    file = _File(text, reading)
    made = file.replaced(path, word) if path in reading.places else file.grown(path, word)
    again = _read(made)
    if again.findings or again.tree != _with_value(reading.tree, path, word.text or None):
        raise Unwritable(path)
    return made


def _read(text: str) -> Reading:
    return read(text.encode("utf-8", "surrogatepass"), "")


def _place_of(path: FactPath, tree: Tree) -> FactPath:
    """The path at which the file has the word: a thing's name is at the thing's own path, or under `name`."""
    if isinstance(_value(tree, path), dict):
        return (*path, "name")
    if path[-1] == "name" and isinstance(_value(tree, path[:-1]), str):
        return path[:-1]
    return path


def _value(tree: Tree, path: FactPath) -> Tree:
    for step in path:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def _with_value(tree: Tree, path: FactPath, value: str | None) -> Tree:
    """A copy of the tree with the value; a thing's name on the way goes under `name`."""
    if not path:
        return value
    inner: dict[str, Tree] = {"name": tree} if isinstance(tree, str) else dict(tree) if isinstance(tree, dict) else {}
    inner[path[0]] = _with_value(inner.get(path[0]), path[1:], value)
    return inner


@dataclass(frozen=True)
class _File:
    """The text of a file that was read."""

    text: str
    reading: Reading

    @property
    def source(self) -> SourceText:
        return source_text(self.text, "")

    @property
    def newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def replaced(self, path: FactPath, word: Word) -> str:
        """The text with another value at a path that it has."""
        start, end = self._bounds(path)
        if start == end:
            start = end = self._behind_colon(path)
        is_flow = any(self._is_flow(path[:length]) for length in range(len(path)))
        made = quoted(word.text) if is_flow else scalar(word.text)
        _, rest = self._line_at(end)
        if not is_flow and not rest:
            indent = " " * (self._column(path) + 2)
            made = block(word.text, indent, self.newline) or made
        space = "" if self.text[start - 1 : start] == " " else " "
        return f"{self.text[:start]}{space}{made}{self.text[end:]}"

    def grown(self, path: FactPath, word: Word) -> str:
        """The text with a new entry for the path, behind the last entry of the mapping that it belongs to."""
        length = next(length for length in range(len(path) - 1, -1, -1) if self._is_there(path[:length]))
        parent, rest = path[:length], path[length:]
        value = _value(self.reading.tree, parent)
        if isinstance(value, str):
            start, end = self._bounds(parent)
            inner = f"{{name: {quoted(value)}, {_in_flow(rest, word.text)}}}"
            return f"{self.text[:start]}{inner}{self.text[end:]}"
        if isinstance(value, dict) and self._is_flow(parent):
            _, end = self._bounds(parent)
            comma = ", " if value else ""
            return f"{self.text[: end - 1]}{comma}{_in_flow(rest, word.text)}{self.text[end - 1 :]}"
        if isinstance(value, dict) and value:
            last = max(self._bounds((*parent, name))[1] for name in value)
            return self._after_line(last, _lines(rest, word, self._column((*parent, next(iter(value)))), self.newline))
        if not parent:
            return self._after_line(len(self.text), _lines(rest, word, 0, self.newline))
        if isinstance(value, list) or any(self._is_flow(parent[:length]) for length in range(len(parent))):
            raise Unwritable(path)
        return self._after_line(self._behind_colon(parent), _lines(rest, word, self._column(parent) + 2, self.newline))

    def _is_there(self, path: FactPath) -> bool:
        return not path or path in self.reading.places

    def _bounds(self, path: FactPath) -> tuple[int, int]:
        place, starts = self.reading.places[path].value, self.source.starts
        return starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1

    def _behind_colon(self, path: FactPath) -> int:
        """The place behind the colon of a key."""
        span = self.reading.places[path].key
        if span is None:
            raise Unwritable(path)
        end = self.source.starts[span.end_line - 1] + span.end_column - 1
        at = self.text.find(":", end)
        if at < 0 or self.text[end:at].strip():
            raise Unwritable(path)
        return at + 1

    def _column(self, path: FactPath) -> int:
        """The number of characters before a key on its line."""
        span = self.reading.places[path].key
        if span is None:
            raise Unwritable(path)
        return span.column - 1

    def _is_flow(self, path: FactPath) -> bool:
        if path not in self.reading.places or not self.text:
            return False
        start, end = self._bounds(path)
        return self.text[start:end][:1] in ("{", "[")

    def _line_at(self, index: int) -> tuple[int, str]:
        """The end of the line that has the index, and what is on it behind the index."""
        start, line = self.source.line(self.source.line_number(index))
        return start + len(line), line[index - start :].strip()

    def _after_line(self, index: int, lines: str) -> str:
        end, _ = self._line_at(index)
        before, after = self.text[:end], self.text[end:]
        if not before or (end == len(self.text) and before.endswith("\n")):
            return before + lines + self.newline
        return before + self.newline + lines + (after or self.newline)


def _in_flow(path: FactPath, text: str) -> str:
    """An entry inside braces."""
    value = quoted(text) if text else ""
    for name in reversed(path[1:]):
        value = f"{{{key(name)}: {value}}}"
    return f"{key(path[0])}: {value}"


def _lines(path: FactPath, word: Word, column: int, newline: str) -> str:
    """The lines of a new entry, its keys below each other, with the comment above the last."""
    lines = [f"{' ' * (column + 2 * depth)}{key(name)}:" for depth, name in enumerate(path)]
    indent = " " * (column + 2 * (len(path) - 1))
    lines[-1:-1] = [f"{indent}# {line}".rstrip() for line in _wrapped(word.comment, WIDTH - len(indent) - 2)]
    if word.text:
        lines[-1] += " " + (block(word.text, f"{indent}  ", newline) or scalar(word.text))
    return newline.join(lines)


def _wrapped(text: str, width: int) -> list[str]:
    """A comment in lines of at most the width, its own lines kept apart."""
    printable = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text.strip())
    own = printable.split("\n") if text.strip() else []
    return [
        line
        for one in own
        for line in (textwrap.wrap(one, width, break_on_hyphens=False, break_long_words=False) or [""])
    ]
