"""Find the fact of a finding by its place, and name it within the whole site."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from notice.findings import FactPath, Finding, dotted
from notice.yamlreader import Place
from notice.yamlreader.whereabouts import Whereabouts

REGISTERS = "registers"


def with_facts(findings: Iterable[Finding], places: Mapping[str, Mapping[FactPath, Place]]) -> Iterator[Finding]:
    """The findings, each with the fact at its place, where its rule named none."""
    files: dict[str, Whereabouts] = {}
    for finding in findings:
        file = finding.span.file
        if finding.fact or file not in places:
            yield finding
            continue
        if file not in files:
            files[file] = Whereabouts(places[file])
        path = files[file].path_at(finding.span)
        yield replace(finding, fact=dotted((*_prefix(file), *path))) if path else finding


def whole_place(finding: Finding) -> str:
    """The fact's place in the site: `customers.purposes.orders.keep`, `customers.fi.name`, `controller.email`."""
    file = PurePosixPath(finding.span.file)
    if file.parent.name == "content":
        return finding.fact or file.stem
    return dotted((file.stem, *filter(None, [finding.fact])))


def _prefix(file: str) -> FactPath:
    """What the paths of a file begin with, beyond those of a register."""
    path = PurePosixPath(file)
    if path.parent.name == "content":
        return (path.stem,)
    return () if path.parent.name == REGISTERS else (path.parent.name,)
