"""Owners' text made safe to print: characters that are not seen, or that act on a reader, become visible escapes.

A terminal acts on control characters, an editor hides zero-width and bidirectional ones, and the log of a CI service
takes lines that begin with `::` or hold `##[` for its own commands. One notation stands for each such character: the
escape with its code point, `\\u{1b}`, as Rust and Swift write it.
"""

import re
import unicodedata

LONGEST = 2_000
"""The most characters of one text that is printed; the rest of a longer one is cut away."""

_UNSEEN = (
    "\\x00-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u2000-\\u200f\\u2028-\\u202e\\u205f-\\u206f\\u2800\\u3000\\u3164\\ud800-\\udfff\\ufe00-\\ufe0f\\ufeff\\uffa0"
    "\\ufff0-\\ufffb\\ufffe\\uffff"
    "\\U00013430-\\U0001343f\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff"
)
"""Control, format and invisible characters, separators of lines, spaces of odd widths, halves of pairs.

The no-break spaces U+00A0 and U+202F are left: numbers and dates hold them, and they look as what they are.
"""

_HIDDEN = re.compile(f"[{_UNSEEN}]|#(?=#\\w*\\[)|(?<!\\S):(?=:)")
_UNSEEN_CHARACTER = re.compile(f"[{_UNSEEN}]")
_UNSEEN_IN_JSON = re.compile(f"(?!\\n)[{_UNSEEN}]")
_LINE_END = re.compile("\r\n|\r|\n")


def visible(text: str) -> str:
    """The text on one line, with nothing in it that acts or hides."""
    return _HIDDEN.sub(_escape, text)


def is_seen(text: str) -> bool:
    """Whether every character of the text can be seen, and none acts on a reader."""
    return _UNSEEN_CHARACTER.search(text) is None


def shortened(text: str, longest: int = LONGEST) -> str:
    """The text, cut where it is longer than anybody reads."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def lines_of(text: str) -> list[str]:
    """The lines of a file as YAML and editors count them: other characters that Python splits at are no ends."""
    lines = _LINE_END.split(text)
    return lines if lines[-1] else lines[:-1]


def columns(text: str) -> int:
    """How many columns of a terminal a visible text takes: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def visible_in_json(dumped: str) -> str:
    """JSON text with every unseen character as JSON's own escape; the same tree is read from it."""
    return _UNSEEN_IN_JSON.sub(_escape_in_json, dumped)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{{{ord(found[0]):x}}}"


def _escape_in_json(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
