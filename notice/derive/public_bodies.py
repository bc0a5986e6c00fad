"""Public bodies by their names: a municipality, a joint municipal authority, an agency of the state."""

import re
from functools import cache

from notice.data import locale, tree
from notice.derive.known_names import has_legal_form
from notice.languages import LANGUAGES


def is_public_body(name: str) -> bool:
    """Whether a name in any language of the package is that of a public body, and not of a firm or an association."""
    return bool(_cue().search(name.lower())) and not has_legal_form(name)


@cache
def _cue() -> re.Pattern[str]:
    cues = (tree(locale(code) / "cues.yaml")["public-bodies"] for code in LANGUAGES)
    return re.compile("|".join(part for parts in cues for part in parts))
