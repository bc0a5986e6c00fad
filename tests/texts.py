"""The texts of a finding in one language, English if none is named."""

from notice.findings import Finding
from notice.reports import telling


def message(finding: Finding, language: str = "en") -> str:
    """What is wrong."""
    return telling.sentence(finding, language)


def mark(finding: Finding, language: str = "en") -> str:
    """What is printed under the marked text."""
    return telling.mark(finding, language)


def help(finding: Finding, language: str = "en") -> str:
    """What to write instead."""
    return telling.help(finding, language)
