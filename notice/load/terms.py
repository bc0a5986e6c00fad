"""The package's vocabulary, and an owner's own terms laid over it."""

from functools import lru_cache
from importlib.resources import files

from notice.model.vocabulary import Vocabulary


@lru_cache
def standard_vocabulary() -> Vocabulary:
    """The vocabulary that the package ships."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    tree: dict[str, object] = {}
    for file in sorted((files("notice") / "vocabulary").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yaml"):
            tree |= yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
    return Vocabulary.model_validate(_emptied(tree))


def with_own_terms(standard: Vocabulary, own: Vocabulary) -> Vocabulary:
    """Every term of both; where both have an id, the owner's holds."""
    merged = {name: getattr(standard, name) | getattr(own, name) for name in Vocabulary.model_fields}
    return Vocabulary.model_construct(**merged)


def _emptied(tree: object) -> object:
    """BaseLoader reads an empty value as "", and empty is missing."""
    if isinstance(tree, dict):
        return {key: _emptied(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_emptied(value) for value in tree]
    return None if tree == "" else tree
