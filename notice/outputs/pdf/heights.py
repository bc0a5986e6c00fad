"""How tall a block will stand on paper, by its words: enough to see what is short and stays on one page.

Typst can measure, but only by setting everything twice. An estimate in millimetres, rather too tall than too short,
settles where a page may break.
"""

import math
from collections.abc import Mapping, Sequence

from notice.outputs.pdf.tree import Json

# A quarter of A4: so much paper may stay white for the sake of what is kept together.
QUARTER = 74

# Characters on a line of the page, on one beside a term, and on one of the term itself.
FULL = 84
BESIDE = 54
TERM = 25

# A line of Source Sans 3 at 10.5 pt with its leading, and the space below a block; the same for rows of a table.
_LINE, _GAP = 5.1, 1.0
_TABLE_LINE, _TABLE_GAP = 4.1, 1.8

# A heading with the space around it, by its level.
_HEADINGS = {1: 22, 2: 18, 3: 15, 4: 12}

# What a list of terms, a list or a box takes besides its content, and the caption of a table.
_AROUND = {"terms": 3, "list": 3, "box": 12}
_CAPTION = 10


def height(block: Json, line: int = FULL) -> float:
    """The height in mm of a block or a body, where `line` characters fit on a line."""
    kind, attributes, content = _parts(block)
    assert isinstance(kind, str)
    assert isinstance(attributes, Mapping)
    if kind == "heading":
        return _HEADINGS[int(str(attributes["level"]))]
    if kind in ("runs", "paragraph"):
        return _lines(content, line) * _LINE + _GAP
    if kind == "terms":
        pairs = [_parts(pair) for pair in _parts(content)]
        return sum(pair_height(pair[0], pair[1], bool(attributes["beside"])) for pair in pairs) + _AROUND[kind]
    if kind == "table":
        return table_height(content)
    if kind == "contents":
        # Its lines are not known before the page is; it is no short thing.
        return QUARTER
    return sum(height(inner, line - 4) for inner in _parts(content)) + _AROUND.get(kind, 0)


def pair_height(term: Json, description: Json, beside: bool) -> float:
    """The height in mm of one term and what is said of it, beside it or below."""
    if not beside:
        return height(term) + height(description)
    return max(height(term, TERM), height(description, BESIDE))


def table_height(content: Json, rows: int | None = None) -> float:
    """The height in mm of a table, or of its caption, its head and so many of its rows."""
    assert isinstance(content, Mapping)
    body = [row["cells"] for row in _parts(content["body"])[:rows] if isinstance(row, Mapping)]
    widths = [max(4, int(str(width)) - 3) for width in _parts(content["widths"])]
    tall = [
        max(_lines(cell, width) for cell, width in zip(_parts(row), widths, strict=True))
        for row in [*_parts(content["head"]), *body]
    ]
    return sum(lines * _TABLE_LINE + _TABLE_GAP for lines in tall) + _CAPTION


def said(node: Json) -> int:
    """How many characters a block, a body or runs say."""
    if isinstance(node, str):
        return len(node)
    if isinstance(node, Mapping):
        return sum(said(inner) for inner in node.values() if not isinstance(inner, str))
    if not isinstance(node, Sequence):
        return 0
    # Of `[kind, attributes, content]` only the content is words.
    is_node = len(node) == 3 and isinstance(node[1], Mapping)
    return said(node[2]) if is_node else sum(said(inner) for inner in node)


def _lines(node: Json, line: int) -> int:
    """The lines of a block, a body or runs; those of blocks inside begin anew."""
    if isinstance(node, Sequence) and len(node) == 3 and node[0] == "blocks":
        return sum(_lines(inner, line) for inner in _parts(node[2]))
    if isinstance(node, Sequence) and len(node) == 3 and node[0] == "list":
        return sum(_lines(inner, line - 3) for inner in _parts(node[2]))
    return max(1, math.ceil(said(node) / max(1, line))) + str(node).count("'br'")


def _parts(content: Json) -> Sequence[Json]:
    assert isinstance(content, Sequence)
    return content
