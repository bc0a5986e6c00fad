"""The owner's longer words: Markdown with paragraphs, lists, links and emphasis, and nothing else.

A list counts 1, 2, 3: a paragraph that begins with a date, as `12. heinäkuuta`, keeps its number and is none.
What is refused is named by `prose_faults`; should it be rendered all the same, its text shows and its markup does not.
"""

import html
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from notice.links import link_fault, rebuilt
from notice.visible import is_seen

if TYPE_CHECKING:
    from markdown import Markdown
    from markupsafe import Markup

DEEPEST = 6
"""How many lists may stand inside each other."""

ALLOWED = frozenset({"p", "ul", "ol", "li", "a", "strong", "em", "br"})

# Most words are one line without any sign that Markdown reads: 0.002 ms, where the parser takes 0.07 ms.
_PLAIN = re.compile(r"(?:[^\W_]|[ ,.;!?()/'\"%€§:–—’”“\xa0-])+")
_MARKS_A_LIST = re.compile(r"\s*(?:[-+*]|\d+\.)(?:\s|$)|\s*-{2,}")

_NESTED = re.compile(r"^([ ]*)((?:(?:[-+*>]|\d+\.)(?:[ ]+|$))+)", re.MULTILINE)
_NUMBER = re.compile(r"^([ ]?\d+)\.", re.MULTILINE)


_LINK = "unsafe-link: "
"""Before the reason why a link is none, among the faults of a text."""


class _Read(NamedTuple):
    """The HTML of some words, what is refused in them, and why each of their links is no safe one."""

    html: str
    faults: tuple[str, ...]
    links: tuple[str, ...] = ()


def prose(markdown: str) -> "Markup":
    """The words as HTML: paragraphs, lists, links, emphasis and line breaks; no attribute but a link's `href`."""
    from markupsafe import Markup

    return Markup(_read(markdown).html)


def prose_faults(markdown: str) -> tuple[str, ...]:
    """What is refused in these words, sorted: `element` (a heading, an image …), `raw-html`, `too-deep`, `unsafe-link`.

    `too-deep` are more than `DEEPEST` lists in one another.
    """
    return _read(markdown).faults


def unsafe_links(markdown: str) -> tuple[str, ...]:
    """What is wrong with the links in these words, each once."""
    return _read(markdown).links


def is_safe_link(address: str) -> bool:
    """Whether a link may lead there: a full address with https, http, mailto or tel, or an #anchor of the page."""
    shown = _unescaped(address)
    if shown.startswith("#"):
        return is_seen(shown) and "\\" not in shown and " " not in shown
    return not link_fault(shown)


@lru_cache(maxsize=8192)
def _read(markdown: str) -> _Read:
    """The words' HTML and faults: the same words stand in notice after notice."""
    text = markdown.strip()
    if _PLAIN.fullmatch(text) and not _MARKS_A_LIST.match(text):
        return _Read(f"<p>{html.escape(text, quote=False)}</p>", ())
    if _depth(text) > DEEPEST:
        # The parser calls itself for each level: a hundred of them exhaust it.
        return _Read(f"<p>{html.escape(text, quote=False)}</p>", ("too-deep",))
    reader = _markdown()
    reader.reset()
    faults: set[str] = set()
    reader.treeprocessors["keep-allowed"].faults = faults  # type: ignore[attr-defined]
    reader.parser.blockprocessors["reference"].faults = faults  # type: ignore[attr-defined]
    written = reader.convert(text)
    # Entities such as &nbsp; go into the same stash, and are no markup.
    if any(not str(raw).startswith("&") for raw in reader.htmlStash.rawHtmlBlocks):
        faults.add("raw-html")
    links = sorted(fault.removeprefix(_LINK) for fault in faults if fault.startswith(_LINK))
    named = {"unsafe-link" if fault.startswith(_LINK) else fault for fault in faults}
    return _Read(written, tuple(sorted(named)), tuple(links))


@cache
def _markdown() -> "Markdown":
    """One parser for all words; it keeps nothing from one to the next."""
    from markdown import Markdown
    from markdown.blockprocessors import ReferenceProcessor
    from markdown.extensions.sane_lists import SaneOListProcessor
    from markdown.inlinepatterns import AUTOLINK_RE, AUTOMAIL_RE, SimpleTagInlineProcessor
    from markdown.postprocessors import Postprocessor
    from markdown.treeprocessors import Treeprocessor

    class KeepAllowed(Treeprocessor):
        """Keeps the allowed elements and notes the others."""

        faults: set[str]

        def run(self, root: Element) -> None:
            """Clean the finished tree."""
            self.faults |= _clean(root)

    class EscapeRaw(Postprocessor):
        """Puts raw HTML back where it stood, as text."""

        def run(self, text: str) -> str:
            """Replace the stash's marks."""
            for at, raw in enumerate(self.md.htmlStash.rawHtmlBlocks):
                shown = str(raw) if str(raw).startswith("&") else html.escape(str(raw), quote=False)
                text = text.replace(self.md.htmlStash.get_placeholder(at), shown)
            return text

    class CountedList(SaneOListProcessor):
        """Takes for a list only what counts on from 1, or from the list before it: no number is ever lost."""

        def run(self, parent: Element, blocks: list[str]) -> bool:
            """Make or continue the list; what is none is left to be a paragraph."""
            before = parent if parent.tag in ("ol", "ul") else self.lastChild(parent)
            count = len(before) if before is not None and before.tag == "ol" else 0
            numbers = _numbers(blocks[0], self.CHILD_RE)
            counts_on = numbers == [str(count + at) for at in range(1, len(numbers) + 1)]
            goes_on = count > 0 or len(numbers) > 1 or _next_number(blocks[1:], self.CHILD_RE) == "2"
            if counts_on and goes_on and parent.tag != "ul":
                super().run(parent, blocks)
                return True
            if before is parent:
                # A list holds items only: this one shows its number as text.
                item = _NUMBER.sub(r"\1\.", blocks.pop(0))
                self.parser.parseBlocks(SubElement(parent, "li"), [item])
                return True
            return False

    class NoDefinitions(ReferenceProcessor):
        """Leaves the definition of a link as text, and notes it: where nothing uses it, it would vanish."""

        faults: set[str]

        def run(self, parent: Element, blocks: list[str]) -> bool:
            """Note a definition."""
            del parent
            if self.RE.search(blocks[0]):
                self.faults.add("element")
            return False

    # A list inside a list is indented by two spaces, as people write YAML.
    made = Markdown(extensions=["sane_lists"], tab_length=2, output_format="html")
    made.parser.blockprocessors.register(CountedList(made.parser), "olist", 40)
    made.parser.blockprocessors.register(NoDefinitions(made.parser), "reference", 15)
    made.inlinePatterns.register(SimpleTagInlineProcessor(f"(){AUTOLINK_RE}", "autolink"), "autolink", 120)
    made.inlinePatterns.register(SimpleTagInlineProcessor(f"(){AUTOMAIL_RE}", "autolink"), "automail", 110)
    made.treeprocessors.register(KeepAllowed(made), "keep-allowed", -10)
    made.postprocessors.register(EscapeRaw(made), "raw_html", 30)
    return made


def _depth(text: str) -> int:
    """How deep lists and quotations are nested at most, by their indentation and the marks in one line."""
    found = _NESTED.finditer(text.expandtabs(2))
    return max((len(one[1]) // 2 + len(one[2].split()) for one in found), default=0)


def _numbers(block: str, item: re.Pattern[str]) -> list[str]:
    """The numbers of a block's items, as written."""
    return [found[1].rstrip(".") for line in block.split("\n") if (found := item.match(line))]


def _next_number(blocks: list[str], item: re.Pattern[str]) -> str:
    """The number with which the next block begins that is no part of an item, "" for none."""
    following = next((block for block in blocks if not block.startswith("  ")), "")
    found = item.match(following)
    return found[1].rstrip(".") if found else ""


def _clean(parent: Element) -> set[str]:
    """Keep the allowed elements below `parent`, leave of all others their text, and tell what was refused."""
    faults: set[str] = set()
    for child in list(parent):
        faults |= _clean(child)
        href = child.get("href")
        child.attrib.clear()
        if child.tag == "a" and href is not None:
            # A PDF goes on its own way: from there only a full address leads anywhere.
            address = _unescaped(href)
            why = link_fault(address)
            if not why:
                child.set("href", rebuilt(address))
                continue
            faults.add(f"{_LINK}{why}")
        elif child.tag in ALLOWED:
            continue
        else:
            faults.add("element")
        _unwrap(parent, child)
    return faults


def _unwrap(parent: Element, child: Element) -> None:
    """Put what an element holds in its place; a heading or a block of code becomes a paragraph."""
    if child.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "pre"):
        child.tag = "p"
        return
    at = list(parent).index(child)
    inside = list(child)
    parent.remove(child)
    _append_text(parent, at, child.text or "")
    for offset, one in enumerate(inside):
        parent.insert(at + offset, one)
    _append_text(parent, at + len(inside), child.tail or "")


def _append_text(parent: Element, at: int, text: str) -> None:
    """Add text before the child at `at`."""
    if at == 0:
        parent.text = (parent.text or "") + text
    else:
        before = parent[at - 1]
        before.tail = (before.tail or "") + text


def _unescaped(address: str) -> str:
    """The address with every character reference resolved, however deep it is wrapped."""
    while (plain := html.unescape(address)) != address:
        address = plain
    return address
