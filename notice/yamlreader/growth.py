"""Where a file of YAML can grow: the stretches of its text that an entry or an item changes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from notice.findings import FactPath, Span
from notice.yamlreader.notation import entry, in_brackets
from notice.yamlreader.reader import Reading, Tree
from notice.yamlreader.source import SourceText

UNKNOWN, NONE = "unknown", "none"

Reason = Literal["unreadable", "none", "stated", "shape", "shared", "layout"]
"""Why nothing is inserted: the file has faults, says `none`, has the entry, has something else at the place, repeats
the place by an alias, or is written in a way that does not let it grow."""

Stretch = tuple[int, int, str]
"""A stretch of the text, from its start to before its end, and what takes its place."""

_BREAK = re.compile(r"\r\n|\r|\n")
_COLON = re.compile(r"[ \t]*:")
_REST = re.compile(r"[ \t]*(?P<comma>,?)[ \t]*(?P<comment>#[^\r\n]*)?")
_REST_OF_KEY = re.compile(r"[ \t]*(?:#[^\r\n]*)?")
_DASH = re.compile(r"[ \t]*-[ \t]+")


class NoPlace(Exception):
    """There is no place for what was to be inserted; `span` is the place that prevents it."""

    def __init__(self, reason: Reason, span: Span) -> None:
        super().__init__(reason)
        self.reason, self.span = reason, span


@dataclass(frozen=True)
class Page:
    """The text of a file and what it says; finds the stretches to change."""

    source: SourceText
    reading: Reading

    def entry(self, path: FactPath, keys: FactPath, value: Tree, order: FactPath, flow: bool) -> list[Stretch]:
        """The stretches for an entry below `path`; `keys` are those of new mappings around it, and its own."""
        if path not in self.reading.places:
            return self.entry(path[:-1], (path[-1], *keys), value, order, flow)
        here = self._at(path)
        self._refuse_alias(path)
        if isinstance(here, dict) and here:
            if keys[0] in here:
                return self._replaced((*path, keys[0]), keys[1:], value)
            return self._into_mapping(path, keys, value, order, flow)
        if here not in (None, UNKNOWN, {}):
            raise NoPlace("none" if here == NONE else "shape", self._span(path))
        return self._in_place(path, keys, value, flow)

    def item(self, path: FactPath, item: str, order: FactPath) -> list[Stretch]:
        """The stretches for an item of the list at `path`."""
        if path not in self.reading.places:
            return self.entry(path[:-1], (path[-1],), [item], order, True)
        here, written = self._at(path), in_brackets(item)
        start, end = self._bounds(path)
        self._refuse_alias(path)
        if here is None:
            return [self._for_missing(path, f"[{written}]")]
        if here == UNKNOWN:
            return [(start, start, f"[{written}, "), (end, end, "]")]
        if isinstance(here, str) and here != NONE:
            if here == item:
                raise NoPlace("stated", self._span(path))
            return [(start, start, "["), (end, end, f", {written}]")]
        if not isinstance(here, list):
            raise NoPlace("none" if here == NONE else "shape", self._span(path))
        if item in here:
            raise NoPlace("stated", self._span((*path, str(here.index(item)))))
        if not here:
            return [(start + 1, start + 1, written)]
        last = self._bounds((*path, str(len(here) - 1)))
        if self._is_flow(path):
            return [self._behind(*last, written)]
        number = self.source.line_number(last[0])
        line_start = self.source.line(number)[0]
        dash = self.source.text[line_start : last[0]]
        if not _DASH.fullmatch(dash):
            raise NoPlace("layout", self._span(path))
        return [self._lines_behind(last[1], [f"{dash}{written}"])]

    def _replaced(self, path: FactPath, keys: FactPath, value: Tree) -> list[Stretch]:
        """An entry that is empty or `unknown` with the value instead."""
        if keys or self._at(path) not in (None, UNKNOWN) or value in (None, {}, UNKNOWN):
            raise NoPlace("stated", self._span(path))
        written = in_brackets(value)
        return [self._for_missing(path, written)] if self._at(path) is None else [(*self._bounds(path), written)]

    def _into_mapping(self, path: FactPath, keys: FactPath, value: Tree, order: FactPath, flow: bool) -> list[Stretch]:
        """Behind the last entry of a mapping, or behind the one that the order names."""
        here = self._at(path)
        assert isinstance(here, dict)
        names = list(here)
        if self._is_flow(path):
            last = (*path, names[-1])
            start, end = self._key(last)[0], self._bounds(last)[1]
            gap = ""
            if here[names[-1]] is None and (colon := _COLON.match(self.source.text, end)):
                end, gap = colon.end(), " "  # `a:,` would be the key `a:,`
            return [self._behind(start, end, in_brackets(_nested(keys, value))[1:-1], gap)]
        before = order[: order.index(keys[0])] if not path and keys[0] in order else ()
        behind = next((name for name in reversed(before) if name in here), names[-1])
        column = self._key((*path, names[0]))[0] - self._line_start((*path, names[0]))
        lines = entry(keys, value, " " * column, self._step(), flow=flow)
        if not path and len(lines) > 1 and self._has_gaps(names):
            lines = ["", *lines]
        return [self._lines_behind(max(self._key((*path, behind))[1], self._bounds((*path, behind))[1]), lines)]

    def _in_place(self, path: FactPath, keys: FactPath, value: Tree, flow: bool) -> list[Stretch]:
        """In place of a value that is missing, `unknown` or `{}`."""
        text = self.source.text
        if not path:
            return self._into_empty_file(entry(keys, value, "", self._step(), flow=flow))
        start, end = self._bounds(path)
        if self._at(path) == {}:
            return [(start + 1, start + 1, in_brackets(_nested(keys, value))[1:-1])]
        if self._is_flow(path[:-1]):
            written = in_brackets(_nested(keys, value))
            return [self._for_missing(path, written)] if start == end else [(start, end, written)]
        key_start, key_end = self._key(path)
        colon = _COLON.match(text, key_end)
        if colon is None or (start == end and not self._ends_at(colon.end())):
            raise NoPlace("layout", self._span(path))
        if start != end and (not self._ends_at(end) or text[colon.end() : start].strip()):
            raise NoPlace("layout", self._span(path))
        indent = " " * (key_start - self._line_start(path)) + self._step()
        lines = entry(keys, value, indent, self._step(), flow=flow)
        gone = [(colon.end(), end, "")] if start != end else []
        return [*gone, self._lines_behind(max(end, colon.end()), lines)]

    def _into_empty_file(self, lines: list[str]) -> list[Stretch]:
        text, end = self.source.text, len(self.source.text)
        break_ = self._break(end)
        open_line = text and not text.endswith(("\n", "\r"))
        return [(end, end, f"{break_ if open_line else ''}{break_.join(lines)}{'' if open_line else break_}")]

    def _for_missing(self, path: FactPath, written: str) -> Stretch:
        """The value of a key without one, or instead of `~`."""
        start, end = self._bounds(path)
        if start != end:
            return start, end, written
        colon = _COLON.match(self.source.text, self._key(path)[1])
        at = colon.end() if colon else self._key(path)[1]
        return at, at, f" {written}" if colon else f": {written}"

    def _behind(self, start: int, end: int, written: str, gap: str = "") -> Stretch:
        """Behind the last item or entry in brackets; on a line of its own where that one has a line of its own."""
        text = self.source.text
        line_start = self.source.line(self.source.line_number(start))[0]
        prefix = text[line_start:start]
        rest = _REST.match(text, end)
        assert rest is not None
        line_end = self._line_end(end)
        if prefix.strip() or rest.end() != line_end:
            return end, end, f"{gap}, {written}"
        if rest["comma"]:
            return line_end, line_end, f"{self._break(line_end)}{prefix}{written},"
        if rest["comment"]:
            return end, end, f"{gap}, {written}"
        return end, end, f"{gap},{self._break(line_end)}{prefix}{written}"

    def _lines_behind(self, at: int, lines: list[str]) -> Stretch:
        """Lines behind the line on which something ends; the end of the file stays as it is."""
        end = self._line_end(at)
        break_ = self._break(end)
        return end, end, "".join(f"{break_}{line}" for line in lines)

    def _refuse_alias(self, path: FactPath) -> None:
        """Raise `NoPlace` where the value is an alias: it is stated elsewhere."""
        if self.source.text.startswith("*", self._bounds(path)[0]):
            raise NoPlace("shared", self._span(path))

    def _at(self, path: FactPath) -> Tree:
        tree = self.reading.tree
        for step in path:
            tree = tree[int(step)] if isinstance(tree, list) else tree[step] if isinstance(tree, dict) else None
        return tree

    def _span(self, path: FactPath) -> Span:
        return self.reading.places[path].value

    def _bounds(self, path: FactPath) -> tuple[int, int]:
        return self._indexes(self._span(path))

    def _key(self, path: FactPath) -> tuple[int, int]:
        span = self.reading.places[path].key
        assert span is not None
        return self._indexes(span)

    def _indexes(self, span: Span) -> tuple[int, int]:
        starts = self.source.starts
        return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1

    def _line_start(self, path: FactPath) -> int:
        return self.source.line(self.source.line_number(self._key(path)[0]))[0]

    def _line_end(self, at: int) -> int:
        found = _BREAK.search(self.source.text, at)
        return found.start() if found else len(self.source.text)

    def _ends_at(self, at: int) -> bool:
        """Whether nothing but a comment is behind the place on its line."""
        rest = _REST_OF_KEY.match(self.source.text, at)
        return rest is not None and rest.end() == self._line_end(at)

    def _is_flow(self, path: FactPath) -> bool:
        """Whether the collection at the path, or one around it, is written in brackets."""
        starts = (self._bounds(path[:length])[0] for length in range(len(path) + 1))
        return any(self.source.text[start : start + 1] in ("{", "[") for start in starts)

    def _break(self, at: int) -> str:
        """The line break at the place, else the first of the file, else LF."""
        found = _BREAK.match(self.source.text, at) or _BREAK.search(self.source.text)
        return found[0] if found else "\n"

    def _step(self) -> str:
        """The indentation of one level in this file: that of the first key below a key of the root."""
        for path, place in self.reading.places.items():
            if len(path) == 2 and place.key and not self._is_flow(path[:1]):
                outer = self.reading.places[path[:1]].key
                if outer and place.key.column > outer.column:
                    return " " * (place.key.column - outer.column)
        return "  "

    def _has_gaps(self, names: Sequence[str]) -> bool:
        """Whether an empty line parts two entries of the root."""
        starts = [self._key((name,))[0] for name in names]
        return any(
            not self.source.line(number)[1].strip()
            for number in range(self.source.line_number(starts[0]), self.source.line_number(starts[-1]))
        )


def _nested(keys: FactPath, value: Tree) -> dict[str, Tree]:
    """The value below the keys."""
    return {keys[0]: _nested(keys[1:], value) if len(keys) > 1 else value}
