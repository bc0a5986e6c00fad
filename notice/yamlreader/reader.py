"""From the bytes of one YAML file to a tree of text, the position of each value, and the file's findings."""

from collections.abc import Mapping
from dataclasses import dataclass

from notice.findings import FactPath, Finding, Span
from notice.yamlreader.compose import compose
from notice.yamlreader.decode import decode
from notice.yamlreader.nodes import Node
from notice.yamlreader.source import SourceText, Stopped

Tree = None | str | list["Tree"] | dict[str, "Tree"]
"""What a file says. An empty value, `~` and `null` are None; other scalars are text, a quoted `""` too."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one value stands.

    `key` is None for a list's item and for the root. The value's span leaves out what only surrounds it:
    blank lines and comments after it, an anchor before it. A missing value has an empty span behind its key.
    """

    key: Span | None
    value: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as read.

    `tree` is None when the file is empty or could not be read; when unreadable, `places` is empty, too.
    Where `findings` name a repeated key, a merge key or a key that is not text, the tree lacks that entry.
    `findings` are sorted by place.
    """

    tree: Tree
    places: Mapping[FactPath, Place]
    findings: tuple[Finding, ...]


def read(body: bytes, file: str) -> Reading:
    """Reads the bytes of one file; `file` is its name in the findings, relative to the site's folder.

    Nothing is raised, whatever the bytes: what cannot be read is an `ERROR` finding. One run finds all faults
    of form (repeated keys, tags, merge keys, aliases); a syntax error ends the reading of the file.
    """
    findings: list[Finding] = []
    try:
        source = decode(body, file)
        root = compose(source, findings)
    except Stopped as stop:
        return Reading(None, {}, tuple(sorted([*findings, *stop.findings])))
    places: dict[FactPath, Place] = {}
    tree = _spread(root, (), None, source, places)
    return Reading(tree, places, tuple(sorted(findings)))


def _spread(node: Node, path: FactPath, key: Span | None, source: SourceText, places: dict[FactPath, Place]) -> Tree:
    """The node as a tree of its own: what an alias repeats is copied, so that no two paths share a value."""
    places[path] = Place(key, source.span(node.start, node.end))
    content = node.content
    if isinstance(content, list):
        return [_spread(item, (*path, str(at)), None, source, places) for at, item in enumerate(content)]
    if isinstance(content, dict):
        return {
            name: _spread(entry.value, (*path, name), source.span(entry.start, entry.end), source, places)
            for name, entry in content.items()
        }
    return content
