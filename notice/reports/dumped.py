"""A tree as JSON text, with escapes for control and invisible characters."""

import json

from notice.visible import visible_in_json


def dumped(tree: object) -> str:
    """The tree, indented, with a line end."""
    return visible_in_json(json.dumps(tree, ensure_ascii=False, indent=2)) + "\n"
