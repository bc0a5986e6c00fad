"""Which fact a finding is about, by its dotted path, and how a whole site names it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from notice.findings import FactPath, Finding, dotted
from notice.yamlreader import Place
from notice.yamlreader.reader import locate

REGISTERS = "registers"


def with_fact(finding: Finding, places: Mapping[str, Mapping[FactPath, Place]]) -> Finding:
    """The finding with the fact that stands at its place, where its rule named none."""
    if finding.fact or finding.span.file not in places:
        return finding
    path = locate(places[finding.span.file], finding.span)
    return replace(finding, fact=dotted((*_prefix(finding.span.file), *path))) if path else finding


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
