"""Insert an entry or an item into the YAML of a file: every byte that is there stays, but for an `unknown` replaced.

What was inserted is read again: a file is changed in exactly the intended way, or `NoPlace` is raised.
"""

import re
from collections.abc import Callable, Sequence

from notice.findings import FactPath
from notice.yamlreader.fixes import BOM
from notice.yamlreader.growth import UNKNOWN, NoPlace, Page, Stretch
from notice.yamlreader.notation import normal
from notice.yamlreader.reader import Tree, read
from notice.yamlreader.source import source_text

_ALIAS = re.compile(r"(?:^|[\s\[{,])\*\w")


def with_entry(
    body: bytes,
    file: str,
    path: FactPath,
    key: str,
    value: Tree,
    *,
    order: Sequence[str] = (),
    flow: bool = True,
) -> bytes:
    """The file with the entry at the end of the mapping at `path`, which is made where it is missing or `unknown`.

    An entry that is there is replaced only where it is empty or `unknown`. A key of the root is placed behind the keys
    that go before it in the `order`. A new mapping is written in brackets where `flow` is true and where others are.
    """
    return _grown(
        body,
        file,
        lambda page: page.entry(path, (key,), value, tuple(order), flow),
        lambda tree: _with(tree, path, lambda old: _with_key(old, key, normal(value))),
    )


def with_item(body: bytes, file: str, path: FactPath, item: str, *, order: Sequence[str] = ()) -> bytes:
    """The file with the item at the end of the list at `path`; `unknown` stays as an item: "and something more"."""
    return _grown(
        body,
        file,
        lambda page: page.item(path, item, tuple(order)),
        lambda tree: _with(tree, path, lambda old: _with_item(old, normal(item))),
    )


def _grown(body: bytes, file: str, edits: Callable[[Page], list[Stretch]], wanted: Callable[[Tree], Tree]) -> bytes:
    """The file with the edits, if it then reads as wanted."""
    old = read(body, file)
    if old.findings:
        raise NoPlace("unreadable", old.findings[0].span)
    text = body.decode("utf-8")
    start = len(BOM) if text.startswith(BOM) else 0
    page = Page(source_text(text[start:], file), old)
    after = page.source.text
    for first, last, new in sorted(edits(page), reverse=True):
        after = after[:first] + new + after[last:]
    grown = (text[:start] + after).encode()
    new_reading = read(grown, file)
    if new_reading.findings or new_reading.tree != wanted(old.tree):
        raise NoPlace("shared" if _ALIAS.search(text) else "layout", old.places[()].value)
    return grown


def _with(tree: Tree, path: FactPath, change: Callable[[Tree], Tree]) -> Tree:
    """A copy of the tree with the value at the path changed."""
    if not path:
        return change(tree)
    inner = tree if isinstance(tree, dict) else {}
    return {**inner, path[0]: _with(inner.get(path[0]), path[1:], change)}


def _with_key(old: Tree, key: str, value: Tree) -> Tree:
    return {**(old if isinstance(old, dict) else {}), key: value}


def _with_item(old: Tree, item: Tree) -> Tree:
    if old == UNKNOWN:
        return [item, UNKNOWN]
    return [*(old if isinstance(old, list) else [old] if old is not None else []), item]
