"""The keys of a mapping: one line of text each, none of them twice; and what may stand before a value."""

import re

import yaml

from notice.yaml.faults import in_quotes, shown
from notice.yaml.work import Entry, Node, Work, bounds

_LINE = re.compile(r".*\S.*")
_TAG = re.compile(r"![^\s,\[\]{}]*")
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s*(?:#[^\r\n]*\s+)*)+")


def name_of(work: Work, event: yaml.Event, key: Node, entries: dict[str, Entry]) -> str | None:
    """The key as text, or None with a finding when the entry cannot be kept."""
    name = key.content
    if not isinstance(event, yaml.ScalarEvent) or not isinstance(name, str) or not _LINE.fullmatch(name):
        work.report(
            "Y017",
            key.start,
            key.end,
            f"The key `{shown(work.sheet.text[key.start : key.end])}` is not one line of text",
            "not a key",
            "Write a word before the colon, such as `name: value`; put it in quotes if it begins with a sign",
        )
        return None
    if name == "<<" and not event.style:
        work.report(
            "Y015",
            key.start,
            key.end,
            "The merge key `<<` hides which facts stand here",
            "merges another mapping",
            "Write out the facts that it would bring in",
        )
        return None
    if name in entries:
        first = entries[name]
        span = work.sheet.span(first.start, first.end)
        work.report(
            "Y003",
            key.start,
            key.end,
            f"`{shown(name)}` stands twice in one mapping: first at {span.line}:{span.column}, again here",
            f"first on line {span.line}",
            "Keep one of the two, or give this one a name of its own",
        )
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
        work.report(
            "Y008",
            at,
            until,
            f"`{shown(text[at:until])}` is a YAML tag; here every value is plain text, a list or a mapping",
            "a tag",
            f"Delete it, or put the text in quotes if it belongs to it: {in_quotes(text[at:until] + ' …')}",
        )
    if isinstance(event, yaml.ScalarEvent):
        end = min(end, last)
    return max(start, end)
