"""The notice says for which processing the control is joint: GDPR Art. 26(2)."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

PARTNER = "joint-controllers: {{partner: {{name: Kumppani Oy, email: info@example.com, does: [requests]{more}}}}}"
LABELS = {"fi": "Yhteiset tarkoitukset", "sv": "Gemensamma ändamål", "en": "Joint purposes"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_the_processing_under_joint_control(language: str, tmp_path: Path) -> None:
    built = pages(PARTNER.format(more=", purposes: [visitor-statistics, orders]"), tmp_path)
    assert LABELS[language] in built.texts[language]
    assert len(built.said(language, "joint-controllers.partner.purposes.1")) == 1


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("", True),
        (", purposes: none", True),
        (", purposes: unknown", False),
        (", purposes: [orders]", False),
        (", purposes: [whistleblowing]", True),  # the vocabulary's, and not this register's
    ],
)
def test_silence_on_the_purposes_is_found(more: str, found: bool, tmp_path: Path) -> None:
    assert ("N113" in pages(PARTNER.format(more=more), tmp_path).codes()) is found
