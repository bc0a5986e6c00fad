"""Which value of a file stands at a place."""

from collections.abc import Mapping

from notice.findings import FactPath, Span
from notice.yaml.reader import Place


def path_at(places: Mapping[FactPath, Place], span: Span) -> FactPath:
    """The path of the innermost value that holds the stretch, in its key or in itself; () where none does."""
    holding = (path for path, place in places.items() if _holds(place.value, span) or _holds(place.key, span))
    return max(holding, key=len, default=())


def _holds(outer: Span | None, inner: Span) -> bool:
    return outer is not None and _start(outer) <= _start(inner) and _end(inner) <= _end(outer)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column
