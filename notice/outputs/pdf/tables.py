"""Tables of a page: rows and their headers, and columns wide enough for long Finnish compounds."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notice.errors import CannotTypeset
from notice.outputs.pdf.runs import attribute, elements, excerpt, language_of, plain
from notice.outputs.pdf.tree import Block, RowHeaders

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# A row stays on one page, unless a cell holds so many characters that the row could outgrow a page.
UNBROKEN = 600

# Characters that fit on one line of the page in the size of tables (160 mm, Source Sans 3 at 9.5 pt),
# and what the space between columns takes of them.
LINE = 97
PADDING = 3


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a block for the template, and its row headers."""

    block: Block
    row_headers: RowHeaders


def table(node: "LexborNode", language: str, read: "Callable[[LexborNode, str], Block]") -> Table:
    """Read a `<table>`; `read` reads what a caption or a cell in a language holds.

    Raises `CannotTypeset` for rows of different lengths, cells that span others, and elements that no table holds.
    """
    caption: Block | None = None
    head: list[list[tuple[LexborNode, str]]] = []
    body: list[list[tuple[LexborNode, str]]] = []
    for part in elements(node, ("caption", "thead", "tbody")):
        inner = language_of(part, language)
        if part.tag == "caption":
            caption = read(part, inner)
        else:
            (head if part.tag == "thead" else body).extend(_rows(part, inner))
    rows = [*head, *body]
    _check_grid([[cell for cell, _ in row] for row in rows])
    cells = [[read(cell, inner) for cell, inner in row] for row in rows]
    texts = [[plain(cell.text()) for cell, _ in row] for row in rows]
    row_headers = tuple(tuple(_heads_row(cell) for cell, _ in row) for row in body)
    whole = [max(map(len, row)) <= UNBROKEN for row in texts]
    shares, roomy = widths(texts)
    top = len(head)
    block: Block = (
        "table",
        {},
        {
            "caption": caption,
            "widths": shares,
            "hyphenate": not roomy,
            "head": cells[:top],
            "body": [
                {"cells": row, "headers": headers, "whole": unbroken}
                for row, headers, unbroken in zip(cells[top:], row_headers, whole[top:], strict=True)
            ],
        },
    )
    return Table(block, row_headers)


def widths(texts: Sequence[Sequence[str]]) -> tuple[list[int], bool]:
    """One share of the width for each column, and whether every column has room for its longest word.

    Beyond that a column gets room by how much it says; the square root keeps a talkative one from starving others.
    """
    columns = list(zip(*texts, strict=True))
    least = [max(_longest_word(text) for text in column) + PADDING for column in columns]
    said = [math.sqrt(sum(map(len, column)) + 1) for column in columns]
    free = LINE - sum(least)
    shares = [round(room + max(0, free) * share / sum(said)) for room, share in zip(least, said, strict=True)]
    return shares, free >= 0


def _rows(part: "LexborNode", language: str) -> "list[list[tuple[LexborNode, str]]]":
    rows = []
    for row in elements(part, ("tr",)):
        inner = language_of(row, language)
        rows.append([(cell, language_of(cell, inner)) for cell in elements(row, ("th", "td"))])
    return rows


def _check_grid(rows: "Sequence[Sequence[LexborNode]]") -> None:
    if not rows or not rows[0]:
        raise CannotTypeset("a table without cells says nothing")
    for row in rows:
        if len(row) != len(rows[0]):
            where = excerpt(row[0]) if row else ""
            raise CannotTypeset(f"a table's rows are equally long; {len(row)} cells, not {len(rows[0])}: “{where}”")
        for cell in row:
            if any(attribute(cell, name) not in ("", "1") for name in ("colspan", "rowspan")):
                raise CannotTypeset(f"a cell of a table may not span others: “{excerpt(cell)}”")


def _heads_row(cell: "LexborNode") -> bool:
    """A `<th>` of the body heads its row; one that heads a column belongs into `<thead>`."""
    if cell.tag == "th" and attribute(cell, "scope") not in ("", "row"):
        raise CannotTypeset(f"a header of a column belongs into <thead>: “{excerpt(cell)}”")
    return cell.tag == "th"


def _longest_word(text: str) -> int:
    return max(map(len, re.split(r"[\s/]+", text)))
