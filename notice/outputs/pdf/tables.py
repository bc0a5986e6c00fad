"""Tables, with columns wide enough for long Finnish compounds, and lists of terms with their descriptions."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from notice.errors import CannotTypeset
from notice.outputs.pdf.pagination import BESIDE, QUARTER, characters, height, keep_terms
from notice.outputs.pdf.tree import Json, RowHeaders, TypstBlock, attribute, elements, excerpt, language_of, plain

# A term of more characters is set on a line of its own, not beside its description.
LONG_TERM = 90

# A description of more characters, beside a term, may be split between pages; so may a row with such a cell.
UNBROKEN = 600

# Characters that fit on one line of the page in the size of tables (160 mm, Source Sans 3 at 9.5 pt),
# and the part of them that the space between columns takes.
LINE = 97
PADDING = 3


@dataclass(frozen=True, slots=True)
class TypstTable:
    """A table as a block for the template, and its row headers."""

    block: TypstBlock
    row_headers: RowHeaders


def table(node: LexborNode, language: str, read: Callable[[LexborNode, str], TypstBlock]) -> TypstTable:
    """Read a `<table>`; `read` reads what a caption or a cell in a language holds.

    Raises `CannotTypeset` for rows of different lengths, spanning cells, and elements not allowed in a table.
    """
    caption: TypstBlock | None = None
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
    block: TypstBlock = (
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
    return TypstTable(block, row_headers)


def widths(texts: Sequence[Sequence[str]]) -> tuple[list[int], bool]:
    """One share of the width for each column, and whether every column has room for its longest word.

    The rest is divided in proportion to the square root of the characters in a column, so that a long one does not
    take all.
    """
    columns = list(zip(*texts, strict=True))
    least = [max(_longest_word(text) for text in column) + PADDING for column in columns]
    weights = [math.sqrt(sum(map(len, column)) + 1) for column in columns]
    free = LINE - sum(least)
    shares = [round(room + max(0, free) * weight / sum(weights)) for room, weight in zip(least, weights, strict=True)]
    return shares, free >= 0


def terms(node: LexborNode, language: str, read: Callable[[LexborNode, str], TypstBlock]) -> TypstBlock:
    """Read a `<dl>`; `read` reads what a term or a description in a language holds.

    Descriptions are set beside their terms, or below them in a list of the class `long`.
    A `<div>` may group pairs; several descriptions of a term become paragraphs of one description.
    Raises `CannotTypeset` for a term without a description, or the other way round.
    """
    pairs: list[tuple[TypstBlock, TypstBlock]] = []
    term: TypstBlock | None = None
    for part, inner in _parts(node, language):
        body = read(part, inner)
        if part.tag == "dt" and term is None:
            term = body
        elif part.tag == "dd" and term is not None:
            pairs.append((term, body))
            term = None
        elif part.tag == "dd" and pairs:
            first, so_far = pairs[-1]
            pairs[-1] = (first, ("blocks", {}, [*_as_blocks(so_far), *_as_blocks(body)]))
        else:
            raise CannotTypeset("pdf.pairs", text=excerpt(part))
    if term is not None or not pairs:
        raise CannotTypeset("pdf.no-description", text=excerpt(node))
    beside = "long" not in attribute(node, "class").split()
    looks = [_look(term, description) for term, description in pairs]
    last = keep_terms(pairs, beside)
    return ("terms", {"beside": beside, "last": last}, [(*pair, look) for pair, look in zip(pairs, looks, strict=True)])


def _rows(part: LexborNode, language: str) -> list[list[tuple[LexborNode, str]]]:
    rows = []
    for row in elements(part, ("tr",)):
        inner = language_of(row, language)
        rows.append([(cell, language_of(cell, inner)) for cell in elements(row, ("th", "td"))])
    return rows


def _check_grid(rows: Sequence[Sequence[LexborNode]]) -> None:
    if not rows or not rows[0]:
        raise CannotTypeset("pdf.no-cells")
    for row in rows:
        if len(row) != len(rows[0]):
            where = excerpt(row[0]) if row else ""
            raise CannotTypeset("pdf.uneven", text=where, cells=len(row), wanted=len(rows[0]))
        for cell in row:
            if any(attribute(cell, name) not in ("", "1") for name in ("colspan", "rowspan")):
                raise CannotTypeset("pdf.spans", text=excerpt(cell))


def _heads_row(cell: LexborNode) -> bool:
    """Whether the cell is a row header: a `<th>` of the body; column headers belong in `<thead>`."""
    if cell.tag == "th" and attribute(cell, "scope") not in ("", "row"):
        raise CannotTypeset("pdf.header", text=excerpt(cell))
    return cell.tag == "th"


def _longest_word(text: str) -> int:
    return max(map(len, re.split(r"[\s/]+", text)))


def _look(term: TypstBlock, description: TypstBlock) -> dict[str, Json]:
    whole = characters(description) <= UNBROKEN and height(description, BESIDE) <= QUARTER
    return {"above": characters(term) > LONG_TERM, "whole": whole}


def _parts(node: LexborNode, language: str) -> list[tuple[LexborNode, str]]:
    parts = []
    for child in elements(node, ("dt", "dd", "div")):
        inner = language_of(child, language)
        grouped = elements(child, ("dt", "dd")) if child.tag == "div" else [child]
        parts += [(part, language_of(part, inner)) for part in grouped]
    return parts


def _as_blocks(body: TypstBlock) -> Sequence[Json]:
    kind, attributes, content = body
    if kind == "runs":
        attributes["look"] = ""
        return [("paragraph", attributes, content)]
    assert isinstance(content, Sequence)
    return content
