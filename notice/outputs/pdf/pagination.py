"""Pagination: place the table of contents; keep headings with what follows and short entries unbroken.

Typst can measure, but only by laying out everything twice. Instead, the height of a block is estimated in millimetres
from its number of characters, on the tall side.
"""

import math
from collections.abc import Mapping, Sequence

from notice.outputs.pdf.tree import Json, TypstBlock

# A quarter of A4: at most this much of a page is left white to keep blocks together.
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

# The height of a list of terms, a list or a box besides its content, and of the caption of a table.
_AROUND = {"terms": 3, "list": 3, "box": 12}
_CAPTION = 10

# The least number of rows of a table below its head on a page, and of pairs of terms on the next page.
_FIRST_ROWS = 2
_LAST_PAIRS = 3

# The greatest height in mm of an introduction that stays with its table.
_INTRODUCTION = 24


def place_contents(blocks: Sequence[TypstBlock], contents: str) -> list[TypstBlock]:
    """The blocks with one table of contents under the heading `contents`, or with none when it is empty.

    It is at its place on the page, or else before the first heading of level 2.
    """
    kept: list[TypstBlock] = []
    wanted = bool(contents)
    has_place = any(kind == "contents" for kind, _, _ in blocks)
    for kind, attributes, content in blocks:
        if kind == "contents":
            if wanted:
                kept.append((kind, attributes, content or [contents]))
            wanted = False
            continue
        if wanted and not has_place and kind == "heading" and attributes["level"] == 2:
            kept.append(("contents", {"level": 2}, [contents]))
            wanted = False
        kept.append((kind, attributes, content))
    return kept


def entry(blocks: Sequence[TypstBlock]) -> list[TypstBlock]:
    """The blocks of one entry of several: one block when they are short; else they may be split after a quarter."""
    tall = sum(height(block) for block in blocks)
    if tall <= QUARTER:
        return [("entry", {"level": blocks[0][1].get("level")}, list(blocks))] if blocks else []
    if blocks[0][0] == "heading":
        _claim(QUARTER, blocks[0], blocks[1:])
    return list(blocks)


def keep(blocks: Sequence[TypstBlock]) -> list[TypstBlock]:
    """The page's blocks, where headings ask for room for the blocks below them."""
    for at, block in enumerate(blocks):
        if block[0] == "heading" and "room" not in block[1]:
            following = blocks[at + 1 : at + 4]
            room = _room(following)
            if room:
                _claim(min(QUARTER, round(room + height(block))), block, following)
    return list(blocks)


def keep_terms(pairs: Sequence[tuple[TypstBlock, TypstBlock]], beside: bool) -> int:
    """The number of pairs of terms at the end that stay together: all of a short list, else enough to begin a page."""
    tall = [_pair_height(term, description, beside) for term, description in pairs]
    if sum(tall) <= QUARTER / 2:
        return len(pairs)
    lasts = (last for last in range(_LAST_PAIRS, 1, -1) if last + 1 < len(pairs) and sum(tall[-last:]) <= QUARTER)
    return next(lasts, 0)


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
        return sum(_pair_height(pair[0], pair[1], bool(attributes["beside"])) for pair in pairs) + _AROUND[kind]
    if kind == "table":
        return _table_height(content)
    if kind == "contents":
        # The number of its lines is not known before the page is set.
        return QUARTER
    return sum(height(inner, line - 4) for inner in _parts(content)) + _AROUND.get(kind, 0)


def characters(node: Json) -> int:
    """The number of characters in a block, a body or runs."""
    if isinstance(node, str):
        return len(node)
    if isinstance(node, Mapping):
        return sum(characters(inner) for inner in node.values() if not isinstance(inner, str))
    if not isinstance(node, Sequence):
        return 0
    # Of `[kind, attributes, content]` only the content is words.
    is_node = len(node) == 3 and isinstance(node[1], Mapping)
    return characters(node[2]) if is_node else sum(characters(inner) for inner in node)


def _claim(room: int, heading: TypstBlock, following: Sequence[TypstBlock]) -> None:
    heading[1]["room"] = room
    # Below a heading with room only blocks, not paragraphs, keep the space above themselves.
    heading[1]["gap"] = bool(following) and following[0][0] == "paragraph"


def _room(following: Sequence[TypstBlock]) -> float:
    """The room in mm for the blocks below a heading, 0 where Typst itself keeps enough of it."""
    room = 0.0
    for block in following:
        kind, _, content = block
        if kind == "table":
            return room + _table_height(content, _FIRST_ROWS)
        if kind not in ("paragraph", "heading") or (kind == "paragraph" and height(block) > _INTRODUCTION):
            return 0
        room += height(block)
    return 0


def _pair_height(term: Json, description: Json, beside: bool) -> float:
    """The height in mm of one term and its description, beside it or below."""
    if not beside:
        return height(term) + height(description)
    return max(height(term, TERM), height(description, BESIDE))


def _table_height(content: Json, rows: int | None = None) -> float:
    """The height in mm of a table, or of its caption, its head and that many of its rows."""
    assert isinstance(content, Mapping)
    body = [row["cells"] for row in _parts(content["body"])[:rows] if isinstance(row, Mapping)]
    widths = [max(4, int(str(width)) - 3) for width in _parts(content["widths"])]
    tall = [
        max(_lines(cell, width) for cell, width in zip(_parts(row), widths, strict=True))
        for row in [*_parts(content["head"]), *body]
    ]
    return sum(lines * _TABLE_LINE + _TABLE_GAP for lines in tall) + _CAPTION


def _lines(node: Json, line: int) -> int:
    """The lines of a block, a body or runs; those of blocks inside begin anew."""
    if isinstance(node, Sequence) and len(node) == 3 and node[0] == "blocks":
        return sum(_lines(inner, line) for inner in _parts(node[2]))
    if isinstance(node, Sequence) and len(node) == 3 and node[0] == "list":
        return sum(_lines(inner, line - 3) for inner in _parts(node[2]))
    return max(1, math.ceil(characters(node) / max(1, line))) + str(node).count("'br'")


def _parts(content: Json) -> Sequence[Json]:
    assert isinstance(content, Sequence)
    return content
