"""Make owners' text safe to print: escape invisible, control and bidirectional characters.

A terminal interprets control characters, an editor hides zero-width and bidirectional ones, and the log of a CI
service interprets lines that begin with `::` or contain `##[` as commands. Every such character is escaped with its
code point, `\\u{1b}`, as in Rust and Swift.
"""

import re
import unicodedata

LONGEST = 2_000
"""The most characters printed of one text; a longer one is truncated."""

_UNSEEN = (
    "\\x00-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u2000-\\u200f\\u2028-\\u202e\\u205f-\\u206f\\u2800\\u3000\\u3164\\ud800-\\udfff\\ufe00-\\ufe0f\\ufeff\\uffa0"
    "\\ufff0-\\ufffb\\ufffe\\uffff"
    "\\U00013430-\\U0001343f\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
)
"""Control, format and invisible characters, separators of lines, spaces of odd widths, halves of pairs.

The no-break spaces U+00A0 and U+202F are kept: numbers and dates contain them, and they look like spaces.
"""

_HIDDEN = re.compile(f"[{_UNSEEN}]|#(?=#\\w*\\[)|(?<!\\S):(?=:)")
_UNSEEN_CHARACTER = re.compile(f"[{_UNSEEN}]")
_UNSEEN_IN_JSON = re.compile(f"(?!\\n)[{_UNSEEN}]")
_LINE_END = re.compile("\r\n|\r|\n")


def visible(text: str) -> str:
    """The text on one line, with every such character escaped."""
    return _HIDDEN.sub(_escape, text)


def is_seen(text: str) -> bool:
    """Whether the text has no character to escape."""
    return _UNSEEN_CHARACTER.search(text) is None


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, truncated to `longest` characters."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def lines_of(text: str) -> list[str]:
    """The lines of a file as YAML and editors count them; `str.splitlines` splits at further characters."""
    lines = _LINE_END.split(text)
    return lines if lines[-1] else lines[:-1]


def columns(text: str) -> int:
    """The width of a visible text in terminal columns: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def visible_in_json(dumped: str) -> str:
    """JSON text with every invisible character as a JSON escape; it parses to the same tree."""
    return _UNSEEN_IN_JSON.sub(_escape_in_json, dumped)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


def _escape_in_json(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
