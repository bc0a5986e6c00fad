"""Aliases, and the limits of nesting and repeating."""

import re
from typing import Any

import yaml

from notice.yaml.faults import Stopped, fault, in_quotes
from notice.yaml.work import Node, Work, bounds

DEEPEST = 20
"""The deepest nesting of lists and mappings."""
MOST_ALIASES = 20
MOST_COPIED = 20_000
"""The most aliases of one file, and the most values that they may repeat together."""

_GOES_ON = re.compile(r"[ \t]+[^\s,\]}:#]")


def aliased(work: Work, event: yaml.AliasEvent, depth: int) -> Node:
    """The value that an alias repeats; a missing one where it cannot be repeated."""
    start, end = bounds(event)
    name = event.anchor or ""
    missing = Node(start, end, None)
    work.unused.pop(name, None)
    if name not in work.anchors:
        whole, text = work.sheet.rest(start)
        goes_on = _GOES_ON.match(work.sheet.text, end, whole)
        arguments: dict[str, Any] = {"name": name, "quoted": in_quotes(text if goes_on else f"*{name}")}
        if goes_on:  # the parser stops at the next word: one fault, not two
            raise Stopped(fault("Y002", work.sheet.span(start, whole), "alias", **arguments))
        work.report("Y002", start, end, "alias", **arguments)
        return missing
    node = work.anchors[name]
    if node is None:
        work.report("Y009", start, end, "endless", name=name)
        return missing
    work.aliases += 1
    work.copied += node.size
    if work.aliases > MOST_ALIASES or work.copied > MOST_COPIED:
        span = work.sheet.span(start, end)
        raise Stopped(fault("Y009", span, "too-many", name=name, aliases=MOST_ALIASES, values=MOST_COPIED))
    if depth - 1 + node.height > DEEPEST:
        raise too_deep(work, start, end)
    return node._replace(start=start, end=end)


def too_deep(work: Work, start: int, end: int) -> Stopped:
    """The end of the reading where lists and mappings are nested too deep."""
    return Stopped(fault("Y013", work.sheet.span(start, end), levels=DEEPEST))
