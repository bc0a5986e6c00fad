"""The two honest marks: `unknown` for a fact not known yet, `confirm` for a fact that was only proposed."""

from notice.findings import FactPath
from notice.yaml import Tree

UNKNOWN = "unknown"


def without_unknown(tree: Tree, path: FactPath = ()) -> tuple[Tree, set[FactPath]]:
    """The tree with each `unknown` made empty, and the paths where it stood.

    In a list it stands for "and something more": the item goes, and the list's own path is noted.
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
        for index, value in enumerate(tree):
            if value != UNKNOWN:
                item, inner = without_unknown(value, (*path, str(index)))
                items.append(item)
                found |= inner
        return items, found
    return tree, set()
