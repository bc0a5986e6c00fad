"""Insert words into the text of a YAML file: where each goes, and how it is written there."""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from notice.findings import FactPath, dotted
from notice.translation.scalars import block, key, quoted, scalar
from notice.yamlreader import Reading, Tree
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


def value_at(tree: Tree, path: FactPath) -> Tree:
    """The value at a path of a file's contents; None where there is none."""
    for step in path:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


@dataclass(frozen=True)
class WordsFile:
    """The text of a file that was read."""

    text: str
    reading: Reading

    @cached_property
    def source(self) -> SourceText:
        """The text with the beginnings of its lines."""
        return source_text(self.text, "")

    @property
    def newline(self) -> str:
        """The line end of the file."""
        return newline_of(self.text)

    def replacement(self, path: FactPath, word: Word) -> tuple[int, int, str]:
        """The stretch of the value at a path that the file has, and what is to be there."""
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
        return start, end, f"{space}{made}"

    def grown(self, path: FactPath, word: Word) -> str:
        """The text with a new entry for the path, behind the last entry of the mapping that it belongs to."""
        length = next(length for length in range(len(path) - 1, -1, -1) if self._is_there(path[:length]))
        parent, rest = path[:length], path[length:]
        value = value_at(self.reading.tree, parent)
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


def newline_of(text: str) -> str:
    """The line end of a text."""
    return "\r\n" if "\r\n" in text else "\n"


def new_lines(words: Mapping[FactPath, Word], newline: str, depth: int = 0) -> str | None:
    """The lines of a file with these words alone; None where a word is also the beginning of another's path."""
    groups: dict[str, dict[FactPath, Word]] = {}
    for path, word in words.items():
        groups.setdefault(path[depth], {})[path] = word
    lines = []
    for name, group in groups.items():
        leaf = next((word for path, word in group.items() if len(path) == depth + 1), None)
        if leaf is not None:
            inner = _lines((name,), leaf, 2 * depth, newline) if len(group) == 1 else None
        else:
            below = new_lines(group, newline, depth + 1)
            inner = f"{' ' * (2 * depth)}{key(name)}:{newline}{below}" if below is not None else None
        if inner is None:
            return None
        lines.append(inner)
    return newline.join(lines)


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
