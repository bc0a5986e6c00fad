"""From the bytes of one YAML file to a tree of text, the position of each value, and the file's findings."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from notice.findings import FactPath, Finding, Span
from notice.yamlreader.nodes import (
    DEEPEST,
    ComposerState,
    MappingEntry,
    Node,
    aliased,
    behind_properties,
    bounds,
    counted,
    name_of,
    note_anchor,
    report_cut,
    report_emptied,
    report_unused,
    too_deep,
)
from notice.yamlreader.source import INVISIBLE, SourceText, Stopped, decode, invisible_at
from notice.yamlreader.syntax import explain

LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
"""The C parser where it is installed: it is ten times as fast. Only its events are used, not its types."""


def compose(source: SourceText, findings: list[Finding]) -> Node:
    """The root of the file's only document; an empty file has an empty root.

    Faults that let the reading go on are added to `findings`; one that ends it is raised as `Stopped`.
    """
    try:
        return _document(ComposerState(source, iter(LOADER(source.text).get_event, None), findings))
    except yaml.MarkedYAMLError as error:
        raise Stopped(explain(source, error)) from error
    except (yaml.YAMLError, ValueError) as error:  # the parser in Python lets some escapes through to `chr`
        raise Stopped(explain(source, yaml.MarkedYAMLError())) from error


def _document(state: ComposerState) -> Node:
    root: Node | None = None
    for event in state.events:
        if not isinstance(event, yaml.DocumentStartEvent):
            continue
        if root is not None:
            start = bounds(event)[0]
            state.report("Y010", start, start + 3)
            break
        root = _node(state, next(state.events), 1)
    for name in list(state.unused):
        report_unused(state, name)
    return root or Node(0, 0, None)


def _node(state: ComposerState, event: yaml.Event, depth: int) -> Node:
    """The value that `event` begins; `depth` is that of the list or mapping it would be."""
    if isinstance(event, yaml.AliasEvent):
        return aliased(state, event, depth)
    assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
    start = behind_properties(state, event)
    if event.anchor:
        state.anchors[event.anchor] = None
        note_anchor(state, event)
    if isinstance(event, yaml.ScalarEvent):
        node = _scalar(state, event, start)
    elif depth > DEEPEST:
        raise too_deep(state, start, start + 1)
    elif isinstance(event, yaml.SequenceStartEvent):
        node = _sequence(state, event, start, depth)
    else:
        assert isinstance(event, yaml.MappingStartEvent)
        node = _mapping(state, event, start, depth)
    if event.anchor:
        state.anchors[event.anchor] = node
    return node


def _scalar(state: ComposerState, event: yaml.ScalarEvent, start: int) -> Node:
    text = state.source.text
    end = max(start, bounds(event)[1])
    end = start + len(text[start:end].rstrip(" \t\r\n"))  # a block of text ends before the next token
    if not event.style and event.value in ("", "~", "null"):
        return Node(start, end, None)
    if not event.style:
        report_cut(state, Node(start, end, event.value))
    # Inside double quotes a character can also be written by its number.
    escaped = INVISIBLE.search(event.value) or re.search("\r", event.value) if event.style == '"' else None
    if escaped:
        state.findings.append(invisible_at(state.source.span(start, end), escaped[0]))
    # Letters and their marks in one form, for rules and pages: a file of another system may hold them apart.
    return Node(start, end, event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value))


def _sequence(state: ComposerState, event: yaml.SequenceStartEvent, start: int, depth: int) -> Node:
    items: list[Node] = []
    for following in state.events:
        if isinstance(following, yaml.SequenceEndEvent):
            break
        items.append(counted(state, _node(state, following, depth + 1)))
    # The parser ends a block list where the next token stands, beyond blank lines and comments.
    end = bounds(following)[1] if event.flow_style or not items else items[-1].end
    return _collection(start, end, items, items)


def _mapping(state: ComposerState, event: yaml.MappingStartEvent, start: int, depth: int) -> Node:
    entries: dict[str, MappingEntry] = {}
    values: list[Node] = []
    end = start
    for following in state.events:
        if isinstance(following, yaml.MappingEndEvent):
            break
        key = _node(state, following, depth + 1)
        value = counted(state, _node(state, next(state.events), depth + 1))
        if value.start == value.end and state.source.line_number(value.start) > state.source.line_number(key.end):
            value = value._replace(start=key.end, end=key.end)  # missing: it would stand behind its key
        if value.content is None:
            report_emptied(state, key)
        values.append(value)
        end = max(key.end, value.end)
        name = name_of(state, following, key, entries)
        if name is not None:
            entries[name] = MappingEntry(key.start, key.end, value)
    if event.flow_style:
        end = bounds(following)[1]
    return _collection(start, end, entries, values)


def _collection(start: int, end: int, content: list[Node] | dict[str, MappingEntry], values: list[Node]) -> Node:
    size = 1 + sum(value.size for value in values)
    return Node(start, end, content, size, 1 + max((value.height for value in values), default=0))


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
