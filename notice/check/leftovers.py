"""The unsafe fix of words and waivers that nothing uses: to delete them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from notice.findings import Edit, FactPath, Finding, Span, unsafe
from notice.load import Loaded
from notice.load.facts import WAIVERS
from notice.load.findings import underlined
from notice.rules.waivers import waiver_unused
from notice.rules.wording.unused import word_unused
from notice.yamlreader import Place
from notice.yamlreader.fixes import BOM, removal

LEFTOVERS = frozenset({waiver_unused.code, word_unused.code})
"""The rules on what nothing uses."""


@dataclass(frozen=True)
class _Entries:
    """The entries of one file: their paths by what is underlined, and how many entries each mapping or list has."""

    places: Mapping[FactPath, Place]
    paths: Mapping[Span, FactPath]
    sizes: Mapping[FactPath, int]


def with_removals(findings: Iterable[Finding], loaded: Loaded) -> Iterator[Finding]:
    """The findings, with a fix where nothing uses what stands there and no other fix is known."""
    files: dict[str, _Entries] = {}
    for finding in findings:
        file = finding.span.file
        if finding.code not in LEFTOVERS or finding.fix or file not in loaded.places:
            yield finding
            continue
        if file not in files:
            files[file] = _entries(loaded.places[file])
        edit = _removal(finding.span, files[file], loaded.sources[file])
        yield replace(finding, fix=unsafe(edit)) if edit else finding


def _entries(places: Mapping[FactPath, Place]) -> _Entries:
    paths = {underlined(place): path for path, place in places.items() if path}
    return _Entries(places, paths, Counter(path[:-1] for path in places if path))


def _removal(span: Span, entries: _Entries, source: str) -> Edit | None:
    path = entries.paths.get(span, ())
    if span.file == WAIVERS:
        path = path[:1]
    while len(path) > 1 and entries.sizes[path[:-1]] == 1:
        path = path[:-1]  # without this entry, the one around it would be empty
    place = entries.places[path]
    return removal(source.removeprefix(BOM), place.key or place.value, place.value) if path else None
