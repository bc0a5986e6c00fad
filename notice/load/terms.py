"""The package's vocabulary, and an owner's own terms laid over it."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from notice.data import tree_of_folder
from notice.findings import Finding
from notice.load.facts import Part
from notice.load.faults import fault
from notice.model.fields import Facts
from notice.model.vocabulary import Vocabulary


@lru_cache
def standard_vocabulary() -> Vocabulary:
    """The vocabulary that the package ships."""
    return Vocabulary.model_validate(_emptied(tree_of_folder(files("notice") / "vocabulary")))


def with_own_terms(standard: Vocabulary, own: Vocabulary) -> Vocabulary:
    """Every term of both; where both have an id, what the owner states of it holds, and the package's rest."""
    kinds = Vocabulary.model_fields
    merged: dict[str, Any] = {kind: _merged(getattr(standard, kind), getattr(own, kind)) for kind in kinds}
    return Vocabulary.model_construct(**merged)


def unsettled_terms(own: Part[Vocabulary]) -> list[Finding]:
    """A finding for every `unknown`: a term says what a word means, which cannot be found out later."""
    return [fault("Y006", own.spans[path], "term") for path in sorted(own.unknown)]


def _merged(standard: Mapping[str, Facts], own: Mapping[str, Facts]) -> dict[str, Facts]:
    merged = dict(standard)
    for id, term in own.items():
        stated = {name: getattr(term, name) for name in term.model_fields_set if getattr(term, name) is not None}
        merged[id] = standard[id].model_copy(update=stated) if id in standard else term
    return merged


def _emptied(tree: object) -> object:
    """BaseLoader reads an empty value as "", and empty is missing."""
    if isinstance(tree, dict):
        return {key: _emptied(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_emptied(value) for value in tree]
    return None if tree == "" else tree
