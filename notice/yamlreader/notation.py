"""Write values as YAML: a scalar in quotation marks only where it needs them, a mapping on one line or on several."""

import json
import unicodedata
from collections.abc import Sequence

from notice.yamlreader.reader import Tree, read
from notice.yamlreader.source import in_quotes

WIDTH = 120
"""The longest line on which a mapping is written in brackets."""


def scalar(text: str) -> str:
    """The text as a plain scalar, else in quotation marks; it can be used in brackets, as a key and as a value.

    Raises `ValueError` for a text that no YAML of a site may have, such as one with control characters.
    """
    wanted = unicodedata.normalize("NFC", text)
    if not wanted:
        return '""'
    for written in (wanted, in_quotes(wanted), json.dumps(wanted, ensure_ascii=False)):
        probe = read(f"- {{{written}: {written}}}\n- [{written}]\n- {written}: {written}\n".encode(), "")
        if not probe.findings and probe.tree == [{wanted: wanted}, [wanted], {wanted: wanted}]:
            return written
    raise ValueError(text)


def normal(value: Tree) -> Tree:
    """The value as it is read again: letters and their marks in one form."""
    if isinstance(value, dict):
        return {unicodedata.normalize("NFC", key): normal(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [normal(item) for item in value]
    return value and unicodedata.normalize("NFC", value)


def in_brackets(value: Tree) -> str:
    """The value on one line: `{role: processor, data: [name, email]}`; "" for a missing one."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {in_brackets(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_brackets(item) or "~" for item in value) + "]"
    return "" if value is None else scalar(value)


def entry(keys: Sequence[str], value: Tree, indent: str, step: str, *, flow: bool = True) -> list[str]:
    """The lines of an entry below keys of which each holds the next.

    A mapping is written in brackets where `flow` is true and the line is not too long, else one key on each line.
    """
    *above, key = keys
    lines = []
    for outer in above:
        lines.append(f"{indent}{scalar(outer)}:")
        indent += step
    whole = _line(indent, key, value)
    if isinstance(value, dict) and value and (not flow or len(whole) > WIDTH):
        inner = [_line(indent + step, name, one) for name, one in value.items()]
        return [*lines, f"{indent}{scalar(key)}:", *inner]
    return [*lines, whole]


def _line(indent: str, key: str, value: Tree) -> str:
    return f"{indent}{scalar(key)}: {in_brackets(value)}".rstrip()
