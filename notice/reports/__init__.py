"""Report formats: one module each, with a pure function `render` from a `Report` to text."""

from importlib import import_module

from notice.reports.report import Report

FORMATS = ("text", "full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
"""The formats, by the name of their module."""

FOR_TERMINALS = frozenset({"text", "full"})
"""The formats that a person reads in a terminal, with what a command says at its end below them."""

FOR_PEOPLE = FOR_TERMINALS | frozenset({"concise", "github", "junit", "markdown"})
"""The formats for people, in a terminal or in the log of a run; JSON has escapes of its own."""

__all__ = ["FORMATS", "FOR_PEOPLE", "FOR_TERMINALS", "Report", "render"]


def render(format: str, report: Report) -> str:
    """The report in one of the `FORMATS`. The module is imported here: a run needs one or two of them."""
    text = import_module(f"notice.reports.{format}").render(report.for_people() if format in FOR_PEOPLE else report)
    assert isinstance(text, str)
    return text
