"""The keys of a mapping, each one line of text and unique; anchors and tags before a value."""

import re

import yaml

from notice.yaml.faults import in_quotes, shown
from notice.yaml.work import Entry, Node, Work, bounds

_LINE = re.compile(r".*\S.*")
_TAG = re.compile(r"![^\s,\[\]{}]*")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*(?:#[^\r\n]*\s+)*)+")


def name_of(work: Work, event: yaml.Event, key: Node, entries: dict[str, Entry]) -> str | None:
    """The key as text, or None with a finding where the entry cannot be kept."""
    name = key.content
    if not isinstance(event, yaml.ScalarEvent) or not isinstance(name, str) or not _LINE.fullmatch(name):
        work.report("Y017", key.start, key.end, key=shown(work.sheet.text[key.start : key.end]))
        return None
    if name == "<<" and not event.style:
        work.report("Y015", key.start, key.end)
        return None
    if name in entries:
        first = work.sheet.span(entries[name].start, entries[name].end)
        work.report("Y003", key.start, key.end, key=shown(name), line=first.line, column=first.column)
        return None
    return name


def behind_properties(work: Work, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> int:
    """Where the value itself begins, behind its anchor and its tag; a tag is reported."""
    start, last = bounds(event)
    if event.anchor is None and event.tag is None:
        return start
    text = work.sheet.text
    properties = _PROPERTIES.match(text, start)
    end = properties.end() if properties else start
    if event.tag is not None:
        tag = _TAG.search(text, start, end)
        at, until = tag.span() if tag else (start, end)
        written = text[at:until]
        work.report("Y008", at, until, "tag", tag=shown(written), quoted=in_quotes(f"{written} …"))
    if isinstance(event, yaml.ScalarEvent):
        end = min(end, last)
    return max(start, end)
