"""Cues in the words of each language: parts of words by which a rule recognises what a text is about."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from notice.data import locale, tree
from notice.languages import LANGUAGES


@cache
def cues(name: str) -> Mapping[str, str]:
    """The regular expression of a cue by language; a language that the package does not ship has none."""
    read = {code: tree(locale(code) / "cues.yaml").get(name, ()) for code in LANGUAGES}
    return MappingProxyType({code: "|".join(found) for code, found in read.items() if found})


def cue_in_any_language(name: str) -> str:
    """The regular expression of a cue in whichever language a text is."""
    return "|".join(cues(name).values())
