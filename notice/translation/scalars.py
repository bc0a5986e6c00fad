"""Write texts and keys as YAML scalars that the reader reads back unchanged."""

import math
import re

import yaml

_PLAIN = re.compile(r"[^\W\d_][^\n\t\"\[\]{}]*")
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_SPECIAL = re.compile(r": |:$| #|^(null|true|false|yes|no|on|off|y|n)$", re.IGNORECASE)


def key(text: str) -> str:
    """A key on its line: as it is, or in double quotes."""
    return text if _KEY.fullmatch(text) and not _SPECIAL.search(text) else quoted(text)


def scalar(text: str) -> str:
    """A value on the line of its key: as it is where nothing in it has a meaning in YAML, else in double quotes."""
    is_plain = _PLAIN.fullmatch(text) and not _SPECIAL.search(text) and text == text.strip() and _is_printable(text)
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """A value in double quotes, on one line."""
    made = yaml.dump(text, default_style='"', allow_unicode=True, width=math.inf)
    assert isinstance(made, str)
    return made.rstrip("\n")


def block(text: str, indent: str, newline: str) -> str | None:
    """A text of several lines as a literal block behind its key; None where a block cannot hold it."""
    lines = text.removesuffix("\n").split("\n")
    ends_well = lines[0].strip() == lines[0] != "" and lines[-1].strip() != ""
    is_fit = all(_is_printable(line) and line == line.rstrip() for line in lines)
    if len(lines) < 2 or not ends_well or not is_fit:
        return None
    head = "|" if text.endswith("\n") else "|-"
    return newline.join([head, *(f"{indent}{line}" if line else "" for line in lines)])


def _is_printable(text: str) -> bool:
    return text.replace("\xa0", "").isprintable()
