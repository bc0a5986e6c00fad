"""The place of the table of contents."""

from collections.abc import Sequence

from notice.outputs.pdf.tree import Block


def place_contents(blocks: Sequence[Block], contents: str) -> list[Block]:
    """The blocks with one table of contents at its place, or with none."""
    kept: list[Block] = []
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
