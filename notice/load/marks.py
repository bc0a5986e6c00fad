"""The two honest marks: `unknown` for a fact not known yet, `confirm` for a fact that was only proposed."""

from collections.abc import Mapping

from notice.findings import FactPath
from notice.yaml import Place, Tree

UNKNOWN = "unknown"


def without_unknown(tree: Tree, path: FactPath = ()) -> tuple[Tree, set[FactPath]]:
    """The tree with each `unknown` made empty, and the paths where it stood.

    In a list it stands for "and something more": the item goes, the list's own path is noted, and the items after
    it move up; `moved_up` does the same to their places.
    """
    if tree == UNKNOWN:
        return None, {path}
    if isinstance(tree, dict):
        found: set[FactPath] = set()
        kept: dict[str, Tree] = {}
        for key, value in tree.items():
            if key == "confirm" and not path:
                kept[key] = value
                continue
            kept[key], inner = without_unknown(value, (*path, key))
            found |= inner
        return kept, found
    if isinstance(tree, list):
        found = {path} if UNKNOWN in tree else set()
        items: list[Tree] = []
        for value in tree:
            if value != UNKNOWN:
                item, inner = without_unknown(value, (*path, str(len(items))))
                items.append(item)
                found |= inner
        return items, found
    return tree, set()


def unknown_items(tree: Tree, path: FactPath = ()) -> list[FactPath]:
    """Where `unknown` stands as an item of a list, the last first: the order in which items can be taken out."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found: list[FactPath] = []
    for step, value in reversed(list(inner)):
        if value == UNKNOWN and isinstance(tree, list):
            found.append((*path, str(step)))
        elif path or step != "confirm":
            found += unknown_items(value, (*path, str(step)))
    return found


def moved_up(places: Mapping[FactPath, Place], gone: FactPath) -> dict[FactPath, Place]:
    """The places after the item at `gone` was taken out of its list: those of the items after it count one less."""
    *start, last = gone
    length, kept = len(start), {}
    for path, place in places.items():
        if len(path) > length and path[:length] == tuple(start):
            index = int(path[length])
            if index == int(last):
                continue
            path = (*start, str(index - (index > int(last))), *path[length + 1 :])
        kept[path] = place
    return kept
