"""Which value of a file stands at a place."""

from bisect import bisect_right
from collections.abc import Mapping

from notice.findings import FactPath, Span
from notice.yamlreader.reader import Place


class Whereabouts:
    """The values of one file, in the order in which they begin: a file of many faults is searched for each of them."""

    def __init__(self, places: Mapping[FactPath, Place]) -> None:
        self._places = places
        begun = [
            (_start(span), len(path), path)
            for path, place in places.items()
            for span in (place.key, place.value)
            if span is not None
        ]
        begun.sort()
        self._starts = [start for start, _, _ in begun]
        self._paths = [path for _, _, path in begun]

    def path_at(self, span: Span) -> FactPath:
        """The path of the innermost value that holds the stretch, in its key or in itself; () where none does."""
        # Values lie within each other, so that the last one to begin before the place is in all those that hold it.
        last = bisect_right(self._starts, _start(span))
        path = self._paths[last - 1] if last else ()
        while path and not self._holds(path, span):
            path = path[:-1]
        return path

    def _holds(self, path: FactPath, inner: Span) -> bool:
        place = self._places.get(path)
        return place is not None and any(
            outer is not None and _start(outer) <= _start(inner) and _end(inner) <= _end(outer)
            for outer in (place.key, place.value)
        )


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column
