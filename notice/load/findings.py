"""Findings of the loader: their codes, names and levels, and the part of a value that is underlined."""

from notice.files import Unopened, printable
from notice.findings import NO_FIX, Finding, Fix, Level, Span, Suggestion, texts
from notice.yamlreader import Place

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
    "Y026": "name-changed",
    "Y027": "template-unfit",
}
"""The name of each rule whose findings are made here."""

WARNINGS = frozenset({"Y018", "Y026"})
"""The codes that do not keep a site from being built."""


def fault(
    code: str,
    span: Span,
    message: str = "",
    suggestion: Suggestion | None = None,
    *,
    fix: Fix = NO_FIX,
    **arguments: object,
) -> Finding:
    """The finding of one fault; `message` is the key of one of the rule's messages, "" for its only one."""
    return Finding(
        span,
        code,
        NAMES[code],
        Level.WARNING if code in WARNINGS else Level.ERROR,
        message="",
        fix=fix,
        key=message,
        arguments=texts(arguments),
        suggestion=suggestion or Suggestion(),
    )


def unsafe_file(refused: Unopened, span: Span | None = None) -> Finding:
    """The finding for a file that is not opened, at the place that names it or at the file itself."""
    file = printable(refused.file)
    return fault("Y024", span or Span(file), refused.key, file=file, **refused.arguments)


def underlined(place: Place) -> Span:
    """The part of an entry to underline: a value of one line, else its key."""
    one_line = place.value.line == place.value.end_line
    return place.value if one_line or place.key is None else place.key


class PictureFault(Exception):
    """A picture that cannot be shown; `key` is the reason's message under `Y022`, with its `arguments`."""

    def __init__(self, key: str, **arguments: object) -> None:
        super().__init__(" ".join((key, *map(str, arguments.values()))))
        self.key, self.arguments = key, arguments
