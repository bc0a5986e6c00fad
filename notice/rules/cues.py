"""Cues: regular expressions, per language, by which a rule recognises the subject of a text."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from notice.data import locale, tree
from notice.languages import LANGUAGES


@cache
def cues(name: str) -> Mapping[str, str]:
    """The regular expression of a cue by language, for the languages of the package."""
    read = {code: tree(locale(code) / "cues.yaml").get(name, ()) for code in LANGUAGES}
    return MappingProxyType({code: "|".join(parts) for code, parts in read.items() if parts})


def cue_in_any_language(name: str) -> str:
    """The regular expression of a cue in any language."""
    return "|".join(cues(name).values())
