"""Find the facts of a site that are left to be filled in, in every file of facts."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from notice.check.places import REGISTERS
from notice.findings import FactPath, Finding, violation_at
from notice.load import SITE, TERMS, Loaded
from notice.placeholders import is_placeholder
from notice.rules.wording.placeholders import placeholder_left
from notice.yamlreader import Tree

FREE = frozenset(
    {"address", "business-id", "city", "copy", "email", "form", "importer", "name", "named", "notice", "number"}
    | {"phone", "postcode", "reference", "secure-mail", "street", "trade-name", "vat-id", "website"}
)
"""The keys with free text as values; all others have ids, days and the like."""

REFUSED = frozenset({"Y005", "Y006", "Y007", "Y019", "Y020"})
"""The rules on the form of a value: at a placeholder, their findings are consequences and left out."""

_REASONS = ("confirm",)


def facts_left_open(loaded: Loaded) -> Iterator[Finding]:
    """A finding for each fact that is a placeholder."""
    for file, tree in loaded.trees.items():
        if not _holds_facts(file):
            continue
        for path, text in _scalars(tree):
            if path[:1] != _REASONS and is_placeholder(text, is_free=_is_free(path), has_brackets=_is_cookie(path)):
                message = "in-terms" if file == TERMS else "in-facts"
                span = loaded.places[file][path].value
                yield placeholder_left.finding_of(violation_at(span, message, text=text.strip()))


def without_consequences(findings: Iterable[Finding]) -> set[Finding]:
    """The findings without those on the form of a placeholder at the same place."""
    found = set(findings)
    placeholders = {finding.span for finding in found if finding.code == placeholder_left.code}
    return {finding for finding in found if finding.code not in REFUSED or finding.span not in placeholders}


def _holds_facts(file: str) -> bool:
    path = PurePosixPath(file)
    return file in (SITE, TERMS, "content/controller.yaml") or path.parent.name == REGISTERS


def _is_free(path: FactPath) -> bool:
    keys = [step for step in path if not step.isdecimal()]
    return bool(keys) and keys[-1] in FREE


def _is_cookie(path: FactPath) -> bool:
    return path[:1] == ("cookies",) and path[-1] == "name"


def _scalars(tree: Tree, path: FactPath = ()) -> Iterator[tuple[FactPath, str]]:
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from _scalars(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _scalars(value, (*path, str(index)))
