"""Findings of the YAML reader: their codes and names, and how they quote the owner's text."""

from notice.findings import NO_FIX, Finding, Fix, Level, Span, texts

NAMES = {
    "Y001": "file-unreadable",
    "Y002": "yaml-syntax",
    "Y003": "duplicate-key",
    "Y008": "yaml-tag",
    "Y009": "too-many-aliases",
    "Y010": "several-documents",
    "Y011": "tab-in-indentation",
    "Y012": "file-too-large",
    "Y013": "nested-too-deep",
    "Y015": "merge-key",
    "Y016": "control-character",
    "Y017": "key-not-text",
    "Y023": "text-without-quotes",
}
"""The name of each rule whose findings are made here."""


class Stopped(Exception):
    """Raised where the rest of a file cannot be read; `read` catches it."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings


def fault(code: str, span: Span, message: str = "", *, fix: Fix = NO_FIX, **arguments: object) -> Finding:
    """The finding of one fault; `message` is the key of one of the rule's messages, "" for its only one."""
    return Finding(span, code, NAMES[code], Level.ERROR, "", key=message, arguments=texts(arguments), fix=fix)


def in_quotes(text: str) -> str:
    """The text in YAML's double quotes; in single ones where it holds a double quote or a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shown(text: str, longest: int = 40) -> str:
    """The owner's text for a message: on one line, cut after `longest` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
