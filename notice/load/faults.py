"""The faults that loading can find, by code, and what of a file is underlined for one."""

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from notice.findings import Edit, Finding, Level, Span
from notice.yaml import Place

NAMES = {
    "D003": "confirm-leads-nowhere",
    "Y004": "unknown-key",
    "Y005": "wrong-shape",
    "Y006": "unreadable-value",
    "Y007": "unknown-id",
    "Y014": "file-missing",
    "Y018": "file-unread",
    "Y019": "site-incomplete",
    "Y020": "id-unfit",
    "Y021": "slug-taken",
    "Y022": "logo-unfit",
}
"""The name of each code given here: the fault, in kebab case."""

SURE = 0.8
"""How much alike two words are at least, where one is taken for a misspelling of the other."""

WARNINGS = frozenset({"Y018"})
"""The codes that do not keep a site from being built."""


def fault(code: str, span: Span, message: str, mark: str = "", help: str = "") -> Finding:
    """The finding for one fault; its name and level are the code's."""
    level = Level.WARNING if code in WARNINGS else Level.ERROR
    return Finding(span=span, code=code, name=NAMES[code], level=level, message=message, mark=mark, help=help)


def misspelt(finding: Finding, written: str, known: Iterable[str]) -> Finding:
    """The finding with the mend of a misspelling: where one known word is near, and it is the only one.

    A word in quotation marks stays its owner's to mend.
    """
    span = finding.span
    near = get_close_matches(written, known, 2, SURE)
    is_plain = span.line == span.end_line and span.end_column - span.column == len(written)
    return replace(finding, edits=(Edit(span, near[0], written),)) if len(near) == 1 and is_plain else finding


def underlined(place: Place) -> Span:
    """What to underline: the value of one line, or the key of something longer."""
    one_line = place.value.line == place.value.end_line
    return place.value if one_line or place.key is None else place.key
