"""Which facts are proper names and addresses, of which a language's words may give that language's own form."""

from notice.findings import FactPath

NAMES = frozenset(
    {"city", "email", "form", "name", "named", "notice", "secure-mail", "street", "trade-name", "website"}
)
"""The keys of the facts that a language may have in a form of its own."""

ADDRESSES = frozenset({"email", "form", "notice", "secure-mail", "website"})
"""Those of the keys that are addresses of the net."""

_DEPTH = {"controller": 1, "contact": 1, "dpo": 1, "controllers": 2, "joint-controllers": 2, "recipients": 2}
_DEPTH["sources"] = 2
_BESIDES_NAME = frozenset({"recipients", "sources"})
"""Kinds whose `name` in the words is that of the kind: the firm's own name is `named`."""


def is_own_form(path: FactPath) -> bool:
    """Whether the path of a word is that of a proper name among the facts."""
    depth = _DEPTH.get(path[0]) if path else None
    if depth is None or len(path) <= depth or path[-1] not in NAMES:
        return False
    return path[-1] != "name" or path[0] not in _BESIDES_NAME
