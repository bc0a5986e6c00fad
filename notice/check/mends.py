"""The mends that need the whole file: a word that nothing uses, a waiver that waives nothing."""

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from notice.findings import Edit, FactPath, Finding
from notice.load import Loaded
from notice.load.faults import SURE
from notice.rules.waivers import waiver_unused
from notice.rules.wording.words import word_unused
from notice.yaml import Place
from notice.yaml.edits import without_entry
from notice.yaml.whereabouts import path_at

_NEAR = re.compile(r"did you mean `([^`]+)`\?")


def with_edits(finding: Finding, loaded: Loaded) -> Finding:
    """The finding with its mend, where it has one of these."""
    if finding.edits or finding.code not in (word_unused.code, waiver_unused.code):
        return finding
    places = loaded.places.get(finding.span.file, {})
    path = path_at(places, finding.span)
    if not path:
        return finding
    near = _NEAR.fullmatch(finding.mark)
    edit = None
    if finding.code == waiver_unused.code:
        edit = None if near else without_entry(loaded.sources[finding.span.file], places, path[:1])
    elif near:
        edit = _renamed(path, tuple(near[1].split(".")), places)
    else:
        edit = without_entry(loaded.sources[finding.span.file], places, path)
    return replace(finding, edits=(edit,)) if edit else finding


def _renamed(path: FactPath, near: FactPath, places: Mapping[FactPath, Place]) -> Edit | None:
    """The edit of the one step in which the two paths differ, if it is a misspelling and the right one is free."""
    steps = [at for at, (one, other) in enumerate(zip(path, near, strict=False)) if one != other]
    if len(steps) != 1:
        return None
    at = steps[0]
    key = places[path[: at + 1]].key
    if key is None or near[: at + 1] in places or not get_close_matches(path[at], [near[at]], 1, SURE):
        return None
    is_plain = key.end_column - key.column == len(path[at])
    return Edit(key, near[at], path[at]) if is_plain else None
