"""The words of the findings in each language: the labels around them, and each rule's title, duty and help.

One folder for each language, one file for each family of rules, two for a large one. English has no file for a family:
there the title is the rule's name, the duty the first sentence of its page, and the help the finding's own.
"""

from functools import lru_cache
from importlib.resources import files

from notice.data import tree

Tree = dict[str, object]


@lru_cache
def told(language: str) -> Tree:
    """All texts of a language: `labels`, `marks`, and `rules` by code."""
    found: Tree = {}
    rules: Tree = {}
    for file in (files("notice.rules.told") / language).iterdir():
        if file.name.endswith(".yaml"):
            read = tree(file)
            rules |= read.pop("rules", {})
            found |= read
    return found | {"rules": rules}
