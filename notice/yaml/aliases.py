"""What an alias repeats, and how much nesting and repeating is too much."""

import re

import yaml

from notice.yaml.faults import Stopped, fault, in_quotes
from notice.yaml.work import Node, Work, bounds

DEEPEST = 20
"""How many lists and mappings may stand inside each other."""
MOST_ALIASES = 20
MOST_COPIED = 20_000
"""How many aliases one file may hold, and how many values they may stand for together."""

_GOES_ON = re.compile(r"[ \t]+[^\s,\]}:#]")


def aliased(work: Work, event: yaml.AliasEvent, depth: int) -> Node:
    """The value that an alias repeats, in the alias's place; missing when it cannot be repeated."""
    start, end = bounds(event)
    name = event.anchor or ""
    missing = Node(start, end, None)
    work.unused.pop(name, None)
    if name not in work.anchors:
        message = f"`*{name}` repeats the value marked `&{name}`, and no such value stands above"
        whole, text = work.sheet.rest(start)
        if _GOES_ON.match(work.sheet.text, end, whole):  # the parser stops at the next word: one fault, not two
            help = f"Write {in_quotes(text)} if it is text"
            raise Stopped(fault("Y002", work.sheet.span(start, whole), message, "needs quotes", help))
        work.report("Y002", start, end, message, "marked nowhere", f'Write "*{name}" in quotes if it is text')
        return missing
    node = work.anchors[name]
    if node is None:
        message = f"`*{name}` stands inside the value that it repeats, which would never end"
        work.report("Y009", start, end, message, "repeats itself", "Write out the value that is meant")
        return missing
    work.aliases += 1
    work.copied += node.size
    if work.aliases > MOST_ALIASES or work.copied > MOST_COPIED:
        message = f"`*{name}` repeats too much: at most {MOST_ALIASES} aliases a file, {MOST_COPIED} values"
        help = "Write out the value that is meant"
        raise Stopped(fault("Y009", work.sheet.span(start, end), message, "one too many", help))
    if depth - 1 + node.height > DEEPEST:
        raise too_deep(work, start, end)
    return node._replace(start=start, end=end)


def too_deep(work: Work, start: int, end: int) -> Stopped:
    """The end of the reading where too many lists and mappings stand inside each other."""
    message = f"More than {DEEPEST} lists and mappings stand inside each other here"
    help = "Check the brackets and the indentation; a notice needs five or six levels"
    return Stopped(fault("Y013", work.sheet.span(start, end), message, "too deep", help))
