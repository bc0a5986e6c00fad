"""The faults that reading a YAML file can meet, by code."""

from notice.findings import Finding, Level, Span

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
"""The name of each code given here: the fault, in kebab case."""


class Stopped(Exception):
    """The file cannot be read any further; `read` catches it."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings


def fault(code: str, span: Span, message: str, mark: str, help: str) -> Finding:
    """The finding for one fault; every one of them is an error."""
    return Finding(span, code, NAMES[code], Level.ERROR, message, mark, help)


def in_quotes(text: str) -> str:
    """The text as it can be written in YAML, whatever it holds: in double quotes, or else in single ones."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def shown(text: str, longest: int = 40) -> str:
    """The owner's words inside a message: one line, cut where they run long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
