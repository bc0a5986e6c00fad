"""State of the YAML composer and its nodes; checks of keys, anchors, aliases and texts without quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from notice.findings import Finding
from notice.yamlreader.source import SourceText, Stopped, fault, in_quotes, shown


class MappingEntry(NamedTuple):
    """One entry of a mapping: where its key begins and ends, and its value."""

    start: int
    end: int
    value: "Node"


class Node(NamedTuple):
    """One value: where it begins and ends, what it holds, how many values that is and how deep they lie."""

    start: int
    end: int
    content: "str | list[Node] | dict[str, MappingEntry] | None"
    size: int = 1
    height: int = 0


@dataclass(slots=True)
class ComposerState:
    """State of the composer of one file; an anchor whose value is not complete yet is None.

    `unused` are the anchors that no alias has repeated yet, by name: where each begins, and where its value ends.
    """

    source: SourceText
    events: Iterator[yaml.Event]
    findings: list[Finding]
    anchors: dict[str, Node | None] = field(default_factory=dict)
    unused: dict[str, tuple[int, int]] = field(default_factory=dict)
    aliases: int = 0
    values: int = 0

    def report(self, code: str, start: int, end: int, message: str = "", **arguments: Any) -> None:
        """Add the finding of a fault after which the reading can go on."""
        self.findings.append(fault(code, self.source.span(start, end), message, **arguments))


def bounds(event: yaml.Event) -> tuple[int, int]:
    """Where the parser says that an event begins and ends, as indexes into the text."""
    assert event.start_mark is not None and event.end_mark is not None, "the parser marks every event"
    return event.start_mark.index, event.end_mark.index


DEEPEST = 20
"""The deepest nesting of lists and mappings."""
MOST_ALIASES = 20
"""The most aliases of one file."""

MOST_VALUES = 5_000
"""The most values of one file, those that aliases repeat included: a long register has some six hundred."""

_GOES_ON = re.compile(r"[ \t]+[^\s,\]}:#]")


def aliased(state: ComposerState, event: yaml.AliasEvent, depth: int) -> Node:
    """The value that an alias repeats; a missing one where it cannot be repeated."""
    start, end = bounds(event)
    name = event.anchor or ""
    missing = Node(start, end, None)
    state.unused.pop(name, None)
    if name not in state.anchors:
        whole, text = state.source.rest(start)
        goes_on = _GOES_ON.match(state.source.text, end, whole)
        arguments: dict[str, Any] = {"name": name, "quoted": in_quotes(text if goes_on else f"*{name}")}
        if goes_on:  # the parser stops at the next word: one fault, not two
            raise Stopped(fault("Y002", state.source.span(start, whole), "alias", **arguments))
        state.report("Y002", start, end, "alias", **arguments)
        return missing
    node = state.anchors[name]
    if node is None:
        state.report("Y009", start, end, "endless", name=name)
        return missing
    state.aliases += 1
    state.values += node.size
    if state.aliases > MOST_ALIASES or state.values > MOST_VALUES:
        span = state.source.span(start, end)
        raise Stopped(fault("Y009", span, "too-many", name=name, aliases=MOST_ALIASES, values=MOST_VALUES))
    if depth - 1 + node.height > DEEPEST:
        raise too_deep(state, start, end)
    return node._replace(start=start, end=end)


def counted(state: ComposerState, node: Node) -> Node:
    """The item or the value of an entry, counted as one more of the file; raises `Stopped` where there are too many."""
    state.values += 1
    if state.values > MOST_VALUES:
        raise Stopped(fault("Y012", state.source.span(node.start, node.end), "values", values=MOST_VALUES))
    return node


def too_deep(state: ComposerState, start: int, end: int) -> Stopped:
    """The end of the reading where lists and mappings are nested too deep."""
    return Stopped(fault("Y013", state.source.span(start, end), levels=DEEPEST))


_LINE = re.compile(r".*\S.*")
_TAG = re.compile(r"![^\s,\[\]{}]*")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*(?:#[^\r\n]*\s+)*)+")


def name_of(state: ComposerState, event: yaml.Event, key: Node, entries: dict[str, MappingEntry]) -> str | None:
    """The key as text, or None with a finding where the entry cannot be kept."""
    name = key.content
    if not isinstance(event, yaml.ScalarEvent) or not isinstance(name, str) or not _LINE.fullmatch(name):
        state.report("Y017", key.start, key.end, key=shown(state.source.text[key.start : key.end]))
        return None
    if name == "<<" and not event.style:
        state.report("Y015", key.start, key.end)
        return None
    if name in entries:
        first = state.source.span(entries[name].start, entries[name].end)
        state.report("Y003", key.start, key.end, key=shown(name), line=first.line, column=first.column)
        return None
    return name


def behind_properties(state: ComposerState, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> int:
    """Where the value itself begins, behind its anchor and its tag; a tag is reported."""
    start, last = bounds(event)
    if event.anchor is None and event.tag is None:
        return start
    text = state.source.text
    properties = _PROPERTIES.match(text, start)
    end = properties.end() if properties else start
    if event.tag is not None:
        tag = _TAG.search(text, start, end)
        at, until = tag.span() if tag else (start, end)
        written = text[at:until]
        state.report("Y008", at, until, "tag", tag=shown(written), quoted=in_quotes(f"{written} …"))
    if isinstance(event, yaml.ScalarEvent):
        end = min(end, last)
    return max(start, end)


_CUT = re.compile(r"[ \t]+#\d")
_EMPTIED = re.compile(r":[ \t]+#[^\s#]")


def note_anchor(state: ComposerState, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    """Remember an anchor until an alias repeats it; a second one of the same name leaves the first unused."""
    if not event.anchor:
        return
    if event.anchor in state.unused:
        report_unused(state, event.anchor)
    # A value with a tag has its finding already, which says to put the whole text in quotes.
    if event.tag is None:
        start = state.source.text.find("&", bounds(event)[0])
        text = state.source.text[start : bounds(event)[1]].rstrip()
        is_plain = isinstance(event, yaml.ScalarEvent) and not event.style and len(text.splitlines()) == 1
        end = start + 1 + len(event.anchor)
        state.unused[event.anchor] = (start, max(end, start + len(text)) if is_plain else end)


def report_unused(state: ComposerState, name: str) -> None:
    """Report an anchor that nothing repeats: it is the beginning of a text, or left over."""
    start, end = state.unused.pop(name)
    state.report("Y023", start, end, "anchor", name=shown(name), quoted=in_quotes(state.source.text[start:end]))


def report_cut(state: ComposerState, node: Node) -> None:
    """Report a text whose rest is taken for a comment: `Shop #1` without quotation marks."""
    if _CUT.match(state.source.text, node.end):
        _report_comment(state, node.start, node.end)


def report_emptied(state: ComposerState, key: Node) -> None:
    """Report a key whose whole text is taken for a comment: `name: #Shop`."""
    found = _EMPTIED.match(state.source.text, key.end)
    if found:
        _report_comment(state, found.end() - 2, found.end() - 2)


def _report_comment(state: ComposerState, start: int, cut: int) -> None:
    end = _line_end(state.source.text, cut)
    rest = state.source.text[cut:end].strip()
    text = " ".join(state.source.text[start:end].split())
    state.report("Y023", start, end, "comment", comment=shown(rest), quoted=in_quotes(text))


def _line_end(text: str, index: int) -> int:
    ends = (found for sign in "\r\n" if (found := text.find(sign, index)) >= 0)
    return min(ends, default=len(text))
