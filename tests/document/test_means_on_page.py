"""The page says where data are processed on paper; automated means are what a reader expects."""

from pathlib import Path

import pytest
from document.page_texts import pages

FACT = "purposes.bookkeeping.means"


@pytest.mark.parametrize(
    ("means", "said"),
    [
        ("both", ["in information systems and on paper"]),
        ("paper", ["on paper only"]),
        ("automated", []),
        ("unknown", ["not yet stated"]),
        ("", []),
    ],
)
def test_paper_is_said(means: str, said: list[str], tmp_path: Path) -> None:
    assert pages(f"purposes: {{bookkeeping: {{means: {means}}}}}", tmp_path).said("en", FACT) == said
