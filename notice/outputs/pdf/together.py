"""What stays together where a page ends: headings with what follows, short entries whole, long ones in good pieces."""

from collections.abc import Sequence

from notice.outputs.pdf.heights import QUARTER, height, pair_height, table_height
from notice.outputs.pdf.tree import Block

# So many rows of a table stand below its head before a page may end, and so many pairs of terms on the next page.
_FIRST_ROWS = 2
_LAST_PAIRS = 3

# An introduction up to this height, in mm, stays with the table that it introduces.
_INTRODUCTION = 24


def entry(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of one thing of many: one block when they are short; else they may be split, but not at once."""
    tall = sum(height(block) for block in blocks)
    if tall <= QUARTER:
        return [("entry", {"level": blocks[0][1].get("level")}, list(blocks))] if blocks else []
    if blocks[0][0] == "heading":
        _claim(QUARTER, blocks[0], blocks[1:])
    return list(blocks)


def keep(blocks: Sequence[Block]) -> list[Block]:
    """The page's blocks, where headings ask for room for what they head."""
    for at, block in enumerate(blocks):
        if block[0] == "heading" and "room" not in block[1]:
            following = blocks[at + 1 : at + 4]
            room = _room(following)
            if room:
                _claim(min(QUARTER, round(room + height(block))), block, following)
    return list(blocks)


def keep_terms(pairs: Sequence[tuple[Block, Block]], beside: bool) -> int:
    """How many of the last pairs of terms stay together: all of a short list, else enough for a page to begin with."""
    tall = [pair_height(term, description, beside) for term, description in pairs]
    if sum(tall) <= QUARTER / 2:
        return len(pairs)
    lasts = (last for last in range(_LAST_PAIRS, 1, -1) if last + 1 < len(pairs) and sum(tall[-last:]) <= QUARTER)
    return next(lasts, 0)


def _claim(room: int, heading: Block, following: Sequence[Block]) -> None:
    heading[1]["room"] = room
    # Below a heading with room only blocks, not paragraphs, keep the space above themselves.
    heading[1]["gap"] = bool(following) and following[0][0] == "paragraph"


def _room(following: Sequence[Block]) -> float:
    """The room in mm for what follows a heading, 0 where Typst itself keeps enough of it."""
    room = 0.0
    for block in following:
        kind, _, content = block
        if kind == "table":
            return room + table_height(content, _FIRST_ROWS)
        if kind not in ("paragraph", "heading") or (kind == "paragraph" and height(block) > _INTRODUCTION):
            return 0
        room += height(block)
    return 0
