"""A Markdown extension with the subset that owners' words may use.

Paragraphs, lists, links, emphasis and line breaks are kept. Of other markup only the text is kept, and the fault is
recorded in the extension object. Each conversion creates its own parser, so that no state is shared.
"""

import html
import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.inlinepatterns import AUTOLINK_RE, AUTOMAIL_RE, SimpleTagInlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from notice.links import link_fault, rebuilt, unescaped

ALLOWED = frozenset({"p", "ul", "ol", "li", "a", "strong", "em", "br"})

REFERENCES = frozenset({"&amp;", "&lt;", "&gt;", "&nbsp;"})
"""The character references that words may hold; with any other, a rule would read other words than a visitor does."""

_NUMBER = re.compile(r"^([ ]?\d+)\.", re.MULTILINE)


def convert(text: str) -> tuple[str, set[str], set[str]]:
    """Convert the text to HTML; returns it with the kinds of fault and the reasons why links are unsafe."""
    subset = Subset()
    parser = Markdown(extensions=["sane_lists", subset], tab_length=2, output_format="html")
    written = parser.convert(text)
    stash = {str(raw) for raw in parser.htmlStash.rawHtmlBlocks}
    references = {raw for raw in stash if raw.startswith("&")}
    if stash - references:
        subset.faults.add("raw-html")
    if references - REFERENCES:
        subset.faults.add("reference")
    if subset.links:
        subset.faults.add("unsafe-link")
    return written, subset.faults, subset.links


class Subset(Extension):
    """The extension for one text; collects its kinds of fault, and the reasons why links are unsafe."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: set[str] = set()
        self.links: set[str] = set()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that the library calls
        """Register the processors; a list inside a list is indented by two spaces, as people write YAML."""
        md.parser.blockprocessors.register(CountedList(md.parser), "olist", 40)
        md.parser.blockprocessors.register(NoDefinitions(self, md), "reference", 15)
        md.inlinePatterns.register(SimpleTagInlineProcessor(f"(){AUTOLINK_RE}", "autolink"), "autolink", 120)
        md.inlinePatterns.register(SimpleTagInlineProcessor(f"(){AUTOMAIL_RE}", "autolink"), "automail", 110)
        md.treeprocessors.register(KeepAllowed(self, md), "keep-allowed", -10)
        md.postprocessors.register(EscapeRaw(md), "raw_html", 30)


class KeepAllowed(Treeprocessor):
    """Keep the allowed elements of the parsed tree, and record the others."""

    def __init__(self, subset: Subset, md: Markdown) -> None:
        super().__init__(md)
        self.subset = subset

    def run(self, root: Element) -> None:
        """Clean the elements below `root`; refused elements are replaced by their text."""
        for child in list(root):
            self.run(child)
            href = child.get("href")
            child.attrib.clear()
            if child.tag == "a" and href is not None:
                # A PDF is read away from the site, where a relative link has no target.
                address = unescaped(href)
                reason = link_fault(address)
                if not reason:
                    child.set("href", rebuilt(address))
                    continue
                self.subset.links.add(reason)
            elif child.tag in ALLOWED:
                continue
            else:
                self.subset.faults.add("element")
            _unwrap(root, child)


class EscapeRaw(Postprocessor):
    """Put raw HTML back at its place, as text."""

    def run(self, text: str) -> str:
        """Replace the marks of the stash."""
        for at, raw in enumerate(self.md.htmlStash.rawHtmlBlocks):
            shown = str(raw) if str(raw).startswith("&") else html.escape(str(raw), quote=False)
            text = text.replace(self.md.htmlStash.get_placeholder(at), shown)
        return text


class CountedList(SaneOListProcessor):
    """An ordered list must start at 1 or continue the list before it, so that no number is lost."""

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Make or continue the list; a block that is not a list becomes a paragraph."""
        before = parent if parent.tag in ("ol", "ul") else self.lastChild(parent)
        count = len(before) if before is not None and before.tag == "ol" else 0
        numbers = _numbers(blocks[0], self.CHILD_RE)
        counts_on = numbers == [str(count + at) for at in range(1, len(numbers) + 1)]
        goes_on = count > 0 or len(numbers) > 1 or _next_number(blocks[1:], self.CHILD_RE) == "2"
        if counts_on and goes_on and parent.tag != "ul":
            super().run(parent, blocks)
            return True
        if before is parent:
            # The number is not in sequence: keep it as text.
            item = _NUMBER.sub(r"\1\.", blocks.pop(0))
            self.parser.parseBlocks(SubElement(parent, "li"), [item])
            return True
        return False


class NoDefinitions(ReferenceProcessor):
    """Keep a link definition as text, and record it: an unused one would vanish."""

    def __init__(self, subset: Subset, md: Markdown) -> None:
        super().__init__(md.parser)
        self.subset = subset

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Record a definition."""
        del parent
        if self.RE.search(blocks[0]):
            self.subset.faults.add("element")
        return False


def _numbers(block: str, item: re.Pattern[str]) -> list[str]:
    """The numbers of a block's items, as written."""
    return [match[1].rstrip(".") for line in block.split("\n") if (match := item.match(line))]


def _next_number(blocks: list[str], item: re.Pattern[str]) -> str:
    """The number at the start of the next block that does not belong to an item, "" for none."""
    following = next((block for block in blocks if not block.startswith("  ")), "")
    match = item.match(following)
    return match[1].rstrip(".") if match else ""


def _unwrap(parent: Element, child: Element) -> None:
    """Replace an element by its content; a heading or a block of code becomes a paragraph."""
    if child.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "pre"):
        child.tag = "p"
        return
    at = list(parent).index(child)
    inside = list(child)
    parent.remove(child)
    _append_text(parent, at, child.text or "")
    for offset, element in enumerate(inside):
        parent.insert(at + offset, element)
    _append_text(parent, at + len(inside), child.tail or "")


def _append_text(parent: Element, at: int, text: str) -> None:
    """Add text before the child at `at`."""
    if at == 0:
        parent.text = (parent.text or "") + text
    else:
        before = parent[at - 1]
        before.tail = (before.tail or "") + text
