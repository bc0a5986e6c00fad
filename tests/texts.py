"""The texts of a finding or an error in one language, English if none is named."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from notice.errors import NoticeError
from notice.files import Unopened
from notice.findings import Finding
from notice.messages import refusal, worded
from notice.reports import texts


class Refused:
    """What an error says, once it was raised, and the error."""

    said = ""
    value: NoticeError | Unopened


def message(finding: Finding, language: str = "en") -> str:
    """What is wrong."""
    return texts.sentence(finding, language)


def mark(finding: Finding, language: str = "en") -> str:
    """What is printed under the marked text."""
    return texts.mark(finding, language)


def help(finding: Finding, language: str = "en") -> str:
    """What to write instead."""
    return texts.help(finding, language)


@contextmanager
def refusing(kind: type[NoticeError] | type[Unopened], pattern: str = "") -> Iterator[Refused]:
    """Expect an error whose English text has the pattern; `said` is the text."""
    refused = Refused()
    with pytest.raises(kind) as raised:
        yield refused
    error = raised.value
    assert isinstance(error, NoticeError | Unopened)
    refused.value = error
    refused.said = worded(refusal(error) if isinstance(error, Unopened) else error.clause, "en")
    assert re.search(pattern, refused.said), refused.said
