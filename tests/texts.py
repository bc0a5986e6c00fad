"""The texts of a finding in one language, English if none is named."""

from notice.findings import Finding
from notice.reports import texts


def message(finding: Finding, language: str = "en") -> str:
    """What is wrong."""
    return texts.sentence(finding, language)


def mark(finding: Finding, language: str = "en") -> str:
    """What is printed under the marked text."""
    return texts.mark(finding, language)


def help(finding: Finding, language: str = "en") -> str:
    """What to write instead."""
    return texts.help(finding, language)
