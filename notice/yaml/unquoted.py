"""Texts that YAML cuts because they need quotation marks: `&Tradition Oy` is read as `Oy`, `Shop #1` as `Shop`."""

import re

import yaml

from notice.yaml.faults import in_quotes, shown
from notice.yaml.work import Node, Work, bounds

_CUT = re.compile(r"[ \t]+#\d")
_EMPTIED = re.compile(r":[ \t]+#[^\s#]")


def note_anchor(work: Work, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    """Remember an anchor until an alias repeats it; a second one of the same name leaves the first unused."""
    if not event.anchor:
        return
    if event.anchor in work.unused:
        report_unused(work, event.anchor)
    # A value with a tag has its finding already, which says to put the whole text in quotes.
    if event.tag is None:
        start = work.sheet.text.find("&", bounds(event)[0])
        text = work.sheet.text[start : bounds(event)[1]].rstrip()
        is_plain = isinstance(event, yaml.ScalarEvent) and not event.style and len(text.splitlines()) == 1
        end = start + 1 + len(event.anchor)
        work.unused[event.anchor] = (start, max(end, start + len(text)) if is_plain else end)


def report_unused(work: Work, name: str) -> None:
    """Report an anchor that nothing repeats: it is the beginning of a text, or left over."""
    start, end = work.unused.pop(name)
    work.report("Y023", start, end, "anchor", name=shown(name), quoted=in_quotes(work.sheet.text[start:end]))


def report_cut(work: Work, node: Node) -> None:
    """Report a text whose rest is taken for a comment: `Shop #1` without quotation marks."""
    if _CUT.match(work.sheet.text, node.end):
        _report_comment(work, node.start, node.end)


def report_emptied(work: Work, key: Node) -> None:
    """Report a key whose whole text is taken for a comment: `name: #Shop`."""
    found = _EMPTIED.match(work.sheet.text, key.end)
    if found:
        _report_comment(work, found.end() - 2, found.end() - 2)


def _report_comment(work: Work, start: int, cut: int) -> None:
    end = _line_end(work.sheet.text, cut)
    rest = work.sheet.text[cut:end].strip()
    text = " ".join(work.sheet.text[start:end].split())
    work.report("Y023", start, end, "comment", comment=shown(rest), quoted=in_quotes(text))


def _line_end(text: str, index: int) -> int:
    ends = (found for sign in "\r\n" if (found := text.find(sign, index)) >= 0)
    return min(ends, default=len(text))
