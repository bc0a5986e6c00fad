"""Lists of terms: pairs of a term and what is said of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from notice.errors import CannotTypeset
from notice.outputs.pdf.heights import BESIDE, QUARTER, height, said
from notice.outputs.pdf.runs import attribute, elements, excerpt, language_of
from notice.outputs.pdf.together import keep_terms
from notice.outputs.pdf.tree import Block, Json

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# A term of more characters would stand in many short lines beside its description: it gets a line of its own.
LONG = 90

# A description of so many characters, beside a term, may be split between pages.
UNBROKEN = 600


def terms(node: "LexborNode", language: str, read: "Callable[[LexborNode, str], Block]") -> Block:
    """Read a `<dl>`; `read` reads what a term or a description in a language holds.

    Descriptions stand beside their terms, or below them in a list of the class `long`.
    A `<div>` may hold pairs; several descriptions of one term become paragraphs of one.
    Raises `CannotTypeset` for a term without a description, or the other way round.
    """
    pairs: list[tuple[Block, Block]] = []
    term: Block | None = None
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
            raise CannotTypeset(f"a term and its description, <dt> and <dd>, come in pairs: “{excerpt(part)}”")
    if term is not None or not pairs:
        raise CannotTypeset(f"a list of terms ends without a description: “{excerpt(node)}”")
    beside = "long" not in attribute(node, "class").split()
    looks = [_look(term, description) for term, description in pairs]
    last = keep_terms(pairs, beside)
    return ("terms", {"beside": beside, "last": last}, [(*pair, look) for pair, look in zip(pairs, looks, strict=True)])


def _look(term: Block, description: Block) -> dict[str, Json]:
    whole = said(description) <= UNBROKEN and height(description, BESIDE) <= QUARTER
    return {"above": said(term) > LONG, "whole": whole}


def _parts(node: "LexborNode", language: str) -> "list[tuple[LexborNode, str]]":
    parts = []
    for child in elements(node, ("dt", "dd", "div")):
        inner = language_of(child, language)
        grouped = elements(child, ("dt", "dd")) if child.tag == "div" else [child]
        parts += [(part, language_of(part, inner)) for part in grouped]
    return parts


def _as_blocks(body: Block) -> Sequence[Json]:
    kind, attributes, content = body
    if kind == "runs":
        attributes["look"] = ""
        return [("paragraph", attributes, content)]
    assert isinstance(content, Sequence)
    return content
