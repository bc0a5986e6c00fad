"""The words of the findings in each language: the labels around them, and each rule's title, duty and help.

One folder for each language, one file for each family of rules, two for a large one. English has no file for a family:
there the title is the rule's name, the duty the first sentence of its page, and the help the finding's own.
"""

from functools import lru_cache
from importlib.resources import files

Tree = dict[str, object]


@lru_cache
def told(language: str) -> Tree:
    """All texts of a language: `labels`, `marks`, and `rules` by code."""
    import yaml  # only where words are needed

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    tree: Tree = {}
    rules: Tree = {}
    for file in sorted((files("notice.rules.told") / language).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yaml"):
            read = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
            rules |= read.pop("rules", {})
            tree |= read
    return tree | {"rules": rules}
