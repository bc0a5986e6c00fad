"""Report formats: one module each, with a pure function `render` from a `Report` to text."""

from importlib import import_module

from notice.reports.report import Report

FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
"""The formats, by the name of their module."""

FOR_PEOPLE = frozenset({"text", "concise", "github", "junit", "markdown"})
"""The formats for people, in a terminal or in the log of a run; JSON has escapes of its own."""

__all__ = ["FORMATS", "FOR_PEOPLE", "Report", "render"]


def render(format: str, report: Report) -> str:
    """The report in one of the `FORMATS`. The module is imported here: a run needs one or two of them."""
    text = import_module(f"notice.reports.{format}").render(report.for_people() if format in FOR_PEOPLE else report)
    assert isinstance(text, str)
    return text
