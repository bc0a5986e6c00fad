"""Find the fact of a finding by its place in a file, and name it within the whole site."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from notice.findings import FactPath, Finding, Level, Span, dotted
from notice.yamlreader import Place


class PlaceIndex:
    """The values of one file, sorted by where they begin, so that each place is found by bisection."""

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


REGISTERS = "registers"


def with_facts(findings: Iterable[Finding], places: Mapping[str, Mapping[FactPath, Place]]) -> Iterator[Finding]:
    """The findings, each with the fact at its place, where its rule named none."""
    files: dict[str, PlaceIndex] = {}
    for finding in findings:
        file = finding.span.file
        if finding.fact or file not in places:
            yield finding
            continue
        if file not in files:
            files[file] = PlaceIndex(places[file])
        path = files[file].path_at(finding.span)
        yield replace(finding, fact=dotted((*_prefix(file), *path))) if path else finding


def whole_place(finding: Finding) -> str:
    """The fact's place in the site: `customers.purposes.orders.keep`, `customers.fi.name`, `controller.email`."""
    file = PurePosixPath(finding.span.file)
    if file.parent.name == "content":
        return finding.fact or file.stem
    return dotted((file.stem, *filter(None, [finding.fact])))


def unread(findings: Collection[Finding]) -> set[str]:
    """The files of which something could not be read."""
    return {fault.span.file for fault in findings if fault.code.startswith("Y") and fault.level is Level.ERROR}


def _prefix(file: str) -> FactPath:
    """What the paths of a file begin with, beyond those of a register."""
    path = PurePosixPath(file)
    if path.parent.name == "content":
        return (path.stem,)
    return () if path.parent.name == REGISTERS else (path.parent.name,)
