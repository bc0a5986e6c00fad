"""Validate a PDF as PDF/UA-1 or PDF/A-3a with page-validation, which is fast enough for every file."""

import importlib.util
import pathlib
from collections import Counter
from typing import Literal

Profile = Literal["ua1", "3a"]

_FALSE_ALARM = "PDFA3A-STREAM-LENGTH-001"
"""Reported if the last byte of a stream is a carriage return; veraPDF passes such files."""


def missing() -> str | None:
    """Why page-validation cannot run, or None."""
    return None if importlib.util.find_spec("page") else "page-validation: no Python package page-validation"


def failures(pdf: bytes | pathlib.Path, profile: Profile) -> list[str]:
    """The rules that the file violates, as `RULE x2: what is wrong`, in order; none if it passes."""
    import page

    body = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    try:
        report = page.validate_pdf_bytes(body, profile=profile)
    except page.PageError as error:
        return [f"unreadable x1: {error}"]
    broken = [failure for failure in report.failures if failure.rule_id != _FALSE_ALARM]
    counts = Counter(failure.rule_id for failure in broken)
    messages = {failure.rule_id: failure.message for failure in reversed(broken)}
    return [f"{rule} x{count}: {messages[rule]}" for rule, count in sorted(counts.items())]
