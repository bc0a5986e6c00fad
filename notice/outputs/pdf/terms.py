"""Lists of terms: pairs of a term and what is said of it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from notice.errors import CannotTypeset
from notice.outputs.pdf.runs import elements, excerpt, language_of, length
from notice.outputs.pdf.tree import Block, Json

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Terms of so few characters, two lines at most, stand beside their descriptions; one of more than a line's
# characters may need the second line.
SHORT = 48
LINE = 22


def terms(node: "LexborNode", language: str, read: "Callable[[LexborNode, str], Block]") -> Block:
    """Read a `<dl>`; `read` reads what a term or a description in a language holds.

    A `<div>` may hold pairs; several descriptions of one term become paragraphs of one.
    Raises `CannotTypeset` for a term without a description, or the other way round.
    """
    pairs: list[tuple[Block, Block, bool]] = []
    term: Block | None = None
    lengths = [0]
    for part, inner in _parts(node, language):
        body = read(part, inner)
        if part.tag == "dt" and term is None:
            term = body
            lengths.append(length(part))
        elif part.tag == "dd" and term is not None:
            pairs.append((term, body, lengths[-1] > LINE))
            term = None
        elif part.tag == "dd" and pairs:
            first, so_far, wraps = pairs[-1]
            pairs[-1] = (first, ("blocks", {}, [*_as_blocks(so_far), *_as_blocks(body)]), wraps)
        else:
            raise CannotTypeset(f"a term and its description, <dt> and <dd>, come in pairs: “{excerpt(part)}”")
    if term is not None or not pairs:
        raise CannotTypeset(f"a list of terms ends without a description: “{excerpt(node)}”")
    return ("terms", {"beside": max(lengths) <= SHORT}, pairs)


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
