"""Findings on words and waivers that nothing uses: those that are certain, each with the unsafe fix to delete them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from notice.check.places import unread
from notice.findings import Edit, FactPath, Finding, Span, unsafe
from notice.load import SITE, TERMS, Loaded
from notice.load.facts import WAIVERS
from notice.load.findings import underlined
from notice.rules.waivers import waiver_unused
from notice.rules.wording.unused import word_unused
from notice.yamlreader import Place
from notice.yamlreader.fixes import BOM, removal
from notice.yamlreader.source import SourceText, source_text

OF_ALL_NOTICES = frozenset({SITE, TERMS, "content/controller.yaml"})
"""The files whose facts every notice uses."""


def settled(found: Mapping[str, set[Finding]], loaded: Loaded) -> set[Finding]:
    """All findings of the notices, without those on unused words that are not certain.

    `found` are the findings of the rules in each notice whose register could be read. While a fact of a notice cannot
    be read, the words that it would use are not known. A word of the whole site is unused where no notice looks it up.
    """
    findings = set[Finding]().union(*found.values())
    unused = {finding for finding in findings if finding.code == word_unused.code}
    certain = [
        {finding.span: finding for finding in of_notice & unused}
        for id, of_notice in found.items()
        if is_read(id, loaded)
    ]
    own = {finding for by_span in certain for finding in by_span.values() if not _is_of_site(finding.span)}
    shared = [{span for span in by_span if _is_of_site(span)} for by_span in certain]
    nowhere = set.intersection(*shared) if shared and len(certain) == len(loaded.notices) else set()
    return (findings - unused) | own | {certain[0][span] for span in nowhere}


def is_read(id: str, loaded: Loaded) -> bool:
    """Whether every fact of the notice could be read."""
    return not unread(loaded.findings) & {*OF_ALL_NOTICES, f"content/registers/{id}.yaml"}


def _is_of_site(span: Span) -> bool:
    return span.file.endswith("/site.yaml")


LEFTOVERS = frozenset({waiver_unused.code, word_unused.code})
"""The rules on what nothing uses."""


@dataclass(frozen=True)
class _Entries:
    """The entries of one file: their paths by what is underlined, and how many entries each mapping or list has."""

    source: SourceText
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
            files[file] = _entries(file, loaded)
        edit = _removal(finding.span, files[file])
        yield replace(finding, fix=unsafe(edit)) if edit else finding


def _entries(file: str, loaded: Loaded) -> _Entries:
    source, places = source_text(loaded.sources[file].removeprefix(BOM), file), loaded.places[file]
    paths = {underlined(place): path for path, place in places.items() if path}
    return _Entries(source, places, paths, Counter(path[:-1] for path in places if path))


def _removal(span: Span, entries: _Entries) -> Edit | None:
    path = entries.paths.get(span, ())
    if span.file == WAIVERS:
        path = path[:1]
    while len(path) > 1 and entries.sizes[path[:-1]] == 1:
        path = path[:-1]  # without this entry, the one around it would be empty
    place = entries.places[path]
    return removal(entries.source, place.key or place.value, place.value) if path else None
