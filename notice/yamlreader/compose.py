"""From the events of the YAML parser to nodes: their contents and their positions."""

import re
import unicodedata

import yaml

from notice.findings import Finding
from notice.yamlreader.decode import INVISIBLE, invisible_at
from notice.yamlreader.nodes import (
    DEEPEST,
    ComposerState,
    Entry,
    Node,
    aliased,
    behind_properties,
    bounds,
    name_of,
    note_anchor,
    report_cut,
    report_emptied,
    report_unused,
    too_deep,
)
from notice.yamlreader.source import SourceText, Stopped
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
        items.append(_node(state, following, depth + 1))
    # The parser ends a block list where the next token stands, beyond blank lines and comments.
    end = bounds(following)[1] if event.flow_style or not items else items[-1].end
    return _collection(start, end, items, items)


def _mapping(state: ComposerState, event: yaml.MappingStartEvent, start: int, depth: int) -> Node:
    entries: dict[str, Entry] = {}
    values: list[Node] = []
    end = start
    for following in state.events:
        if isinstance(following, yaml.MappingEndEvent):
            break
        key = _node(state, following, depth + 1)
        value = _node(state, next(state.events), depth + 1)
        if value.start == value.end and state.source.line_number(value.start) > state.source.line_number(key.end):
            value = value._replace(start=key.end, end=key.end)  # missing: it would stand behind its key
        if value.content is None:
            report_emptied(state, key)
        values.append(value)
        end = max(key.end, value.end)
        name = name_of(state, following, key, entries)
        if name is not None:
            entries[name] = Entry(key.start, key.end, value)
    if event.flow_style:
        end = bounds(following)[1]
    return _collection(start, end, entries, values)


def _collection(start: int, end: int, content: list[Node] | dict[str, Entry], values: list[Node]) -> Node:
    size = 1 + sum(value.size for value in values)
    return Node(start, end, content, size, 1 + max((value.height for value in values), default=0))
