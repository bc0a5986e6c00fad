"""The faults that loading can find, by code, and what of a file is underlined for one."""

from notice.files import Unopened, printable
from notice.findings import Finding, Level, Span
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
    "Y024": "unsafe-file",
}
"""The name of each code given here: the fault, in kebab case."""

WARNINGS = frozenset({"Y018"})
"""The codes that do not keep a site from being built."""


def fault(code: str, span: Span, message: str, mark: str = "", help: str = "") -> Finding:
    """The finding for one fault; its name and level are the code's."""
    level = Level.WARNING if code in WARNINGS else Level.ERROR
    return Finding(span=span, code=code, name=NAMES[code], level=level, message=message, mark=mark, help=help)


def unsafe_file(refused: Unopened, span: Span | None = None) -> Finding:
    """The finding for a file that is not opened: at the place that names it, or at the entry at fault."""
    file = printable(refused.file)
    return fault("Y024", span or Span(file), f"`{file}` {refused.reason}", "", refused.help)


def underlined(place: Place) -> Span:
    """What to underline: the value of one line, or the key of something longer."""
    one_line = place.value.line == place.value.end_line
    return place.value if one_line or place.key is None else place.key
