"""Convert the page's HTML to a tree of plain lists for the Typst template; an unknown element is an error.

A block is `[kind, attributes, content]`:

    heading, paragraph      content is runs; `level` of a heading, `look` of a paragraph (`address` or empty)
    list                    content is bodies; `ordered`, `start`, `short` when it is set in two columns, `whole`
    terms                   content is two bodies and a look: is the first `above` the second, and is that `whole`;
                            `beside` if they are set side by side; `last`: how many pairs at the end stay together
    table                   content is `caption`, `widths`, `hyphenate`, and the rows of `head` and `body`
    box                     content is blocks; `look` (`boxed` or `draft`), `whole` when it should not be split
    entry                   content is blocks that should not be split, under a heading of the `level`
    figure                  the `file` of a drawing, and its alternative text `alt`
    contents                content is the runs of the heading of the table of contents, with its `level`

A body (of an item, a term, a description, a cell) is `["runs", attributes, runs]` or `["blocks", {}, blocks]`.
Further attributes: `lang` and `region` if the language is not the page's, `anchor` if a link targets the block,
`room` of a heading: the mm to reserve on a page for it and the next blocks, a paragraph if there is a `gap`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from notice.errors import CannotTypeset
from notice.outputs.pdf.pagination import QUARTER, entry, height, keep, place_contents
from notice.outputs.pdf.tables import table, terms
from notice.outputs.pdf.tree import (
    INLINE,
    Anchors,
    Json,
    RowHeaders,
    Runs,
    TypstBlock,
    attribute,
    children,
    elements,
    excerpt,
    is_blank,
    is_unprinted,
    language_attributes,
    language_of,
    length,
)

CONTAINERS = ("main", "section", "article", "div", "header", "footer")
HEADINGS = ("h1", "h2", "h3", "h4")
FLOWING = (*INLINE, "br")

# A box of at most this many characters stays on one page.
_WHOLE_BOX = 1200

# A list of this many items, each of at most this many characters (one line of half a column), is set in two columns.
_SHORT_LIST = range(4, 41)
_SHORT_ITEM = 24


@dataclass(frozen=True, slots=True)
class TypstPage:
    """`blocks` for the template; for each table in order, which cells head their rows; the drawings as SVG by file
    name."""

    blocks: list[TypstBlock]
    row_headers: tuple[RowHeaders, ...]
    drawings: Mapping[str, bytes] = field(default_factory=dict)


def walk(main: str, language: str, contents: str = "") -> TypstPage:
    """Read the HTML of a `<main>` element in `language`.

    The table of contents is set at the page's `<nav>`, under its heading, or else before the first h2 under
    `contents`; there is none when `contents` is empty.
    Raises `CannotTypeset` for an unknown element, for text outside every block,
    and for a link, list or table that cannot be typeset.
    """
    body = LexborHTMLParser(main).body
    if body is None:
        raise CannotTypeset("pdf.no-main")
    walker = _Walk(language)
    blocks = walker.blocks(body, language)
    walker.anchors.join()
    return TypstPage(place_contents(keep(blocks), contents), tuple(walker.row_headers), walker.drawings)


class _Walk:
    """The state of the walk over one page: links, tables and drawings so far."""

    def __init__(self, language: str) -> None:
        self.anchors = Anchors()
        self.row_headers: list[RowHeaders] = []
        self.drawings: dict[str, bytes] = {}
        self._page_language = language

    def blocks(self, node: LexborNode, language: str) -> list[TypstBlock]:
        """The blocks directly inside a container."""
        blocks: list[TypstBlock] = []
        for child in children(node):
            if is_blank(child) or is_unprinted(child):
                continue
            if _flows(child):
                raise CannotTypeset("pdf.text-inside", tag=child.tag, outer=node.tag, text=excerpt(child))
            blocks.extend(self._block(child, language_of(child, language)))
        return blocks

    def _block(self, node: LexborNode, language: str) -> list[TypstBlock]:
        tag = node.tag or ""
        self.anchors.add(attribute(node, "id"))
        if tag == "aside" or (tag in CONTAINERS and _look(node)):
            return [self._box(node, language)]
        if tag == "article":
            return entry(self.blocks(node, language))
        if tag in CONTAINERS:
            return self.blocks(node, language)
        if tag in HEADINGS:
            return [self._heading(node, language)]
        if tag in ("p", "address"):
            return self._paragraph(list(children(node)), language, look="address" if tag == "address" else "")
        if tag in ("ul", "ol"):
            return [self._list(node, language)]
        if tag == "dl":
            return [terms(node, language, self._body)]
        if tag == "table":
            return [self._table(node, language)]
        if tag == "figure":
            return [self._figure(node, language)]
        if tag == "nav":
            return [self._contents(node, language)]
        raise CannotTypeset("pdf.element", tag=tag, text=excerpt(node))

    def _box(self, node: LexborNode, language: str) -> TypstBlock:
        attributes: dict[str, Json] = {"look": _look(node) or "boxed", "whole": length(node) <= _WHOLE_BOX}
        return ("box", attributes, self.blocks(node, language))

    def _heading(self, node: LexborNode, language: str) -> TypstBlock:
        attributes, runs = self._runs(children(node), language)
        if not runs:
            raise CannotTypeset("pdf.empty-heading", tag=node.tag)
        attributes["level"] = HEADINGS.index(node.tag or "") + 1
        return ("heading", attributes, runs)

    def _paragraph(self, nodes: Sequence[LexborNode], language: str, look: str = "") -> list[TypstBlock]:
        attributes, runs = self._runs(nodes, language)
        attributes["look"] = look
        return [("paragraph", attributes, runs)] if runs else []

    def _list(self, node: LexborNode, language: str) -> TypstBlock:
        start = attribute(node, "start") or "1"
        if not start.isdecimal():
            raise CannotTypeset("pdf.list-start", start=start)
        inside = elements(node, ("li",))
        items = [self._body(item, language_of(item, language)) for item in inside]
        short = len(items) in _SHORT_LIST and all(kind == "runs" for kind, _, _ in items)
        short = short and all(length(item) <= _SHORT_ITEM for item in inside) and not _is_narrow(node)
        whole = sum(height(item) for item in items) <= QUARTER / 2
        return ("list", {"ordered": node.tag == "ol", "start": int(start), "short": short, "whole": whole}, items)

    def _table(self, node: LexborNode, language: str) -> TypstBlock:
        found = table(node, language, self._body)
        self.row_headers.append(found.row_headers)
        return found.block

    def _figure(self, node: LexborNode, language: str) -> TypstBlock:
        """A drawing, as the file that it becomes; of two, the PDF has the first."""
        drawing = node.css_first("svg[aria-label]")
        if drawing is None or not attribute(drawing, "viewBox"):
            raise CannotTypeset("pdf.figure", text=excerpt(node))
        name = f"drawing-{len(self.drawings)}.svg"
        self.drawings[name] = (drawing.html or "").replace("&nbsp;", "\u00a0").encode()
        attributes: dict[str, Json] = {"file": name, "alt": attribute(drawing, "aria-label")}
        if language != self._page_language:
            attributes |= language_attributes(language)
        return ("figure", attributes, [])

    def _contents(self, node: LexborNode, language: str) -> TypstBlock:
        heading = node.css_first("h2, h3, h4")
        if heading is None:
            return ("contents", {"level": 2}, [])
        attributes, runs = self._runs(children(heading), language_of(heading, language))
        attributes["level"] = HEADINGS.index(heading.tag or "") + 1
        return ("contents", attributes, runs)

    def _body(self, node: LexborNode, language: str) -> TypstBlock:
        """The content of an item, a description or a cell: only text, or blocks, where text between is a paragraph."""
        self.anchors.add(attribute(node, "id"))
        inside = [child for child in children(node) if not is_unprinted(child)]
        alone = [child for child in inside if not is_blank(child)]
        if len(alone) == 1 and alone[0].tag in ("p", "address"):
            # A single paragraph in an item or a cell is treated as its text, so that it begins on the first line.
            language = language_of(alone[0], language)
            self.anchors.add(attribute(alone[0], "id"))
            inside = list(children(alone[0]))
        if all(_flows(child) for child in inside):
            attributes, runs = self._runs(inside, language)
            return ("runs", attributes, runs)
        blocks: list[TypstBlock] = []
        line: list[LexborNode] = []
        for child in inside:
            if _flows(child):
                line.append(child)
                continue
            blocks += self._paragraph(line, language)
            line = []
            blocks += self._block(child, language_of(child, language))
        blocks += self._paragraph(line, language)
        return ("blocks", {}, blocks)

    def _runs(self, nodes: Iterable[LexborNode], language: str) -> tuple[dict[str, Json], list[Json]]:
        """The attributes of one block, with the ids so far, and its runs."""
        gathered = Runs(language, self.anchors)
        for node in nodes:
            gathered.add(node)
        attributes = language_attributes(language) if language != self._page_language else {}
        runs = gathered.finish()
        if runs:
            self.anchors.set_on(attributes)
        return attributes, runs


def _is_narrow(node: LexborNode) -> bool:
    """Whether an element is in a cell or in another list, too narrow for two columns."""
    around = node.parent
    while around is not None and around.tag not in ("li", "td", "th"):
        around = around.parent
    return around is not None


def _look(node: LexborNode) -> str:
    """How an element is framed by its class, empty when it is not."""
    classes = attribute(node, "class").split()
    if {"draft", "example"} & set(classes):
        return "draft"
    return "boxed" if "boxed" in classes or "callout" in classes else ""


def _flows(node: LexborNode) -> bool:
    return bool(node.is_text_node) or node.tag in FLOWING
