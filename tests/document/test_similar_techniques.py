"""Pixels, tags and storage of the browser are stated beside cookies: section 205 of Act 917/2014."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

WITHOUT_COOKIES = """
cookies: none
cookie-consent:
similar-techniques: {answer}
purposes: {{visitor-statistics: {{data: [pages-visited, visit-times, device-data], withdraw: [email]}}}}
sources: {{browser: {{data: [pages-visited, visit-times, device-data]}}}}
"""
NAMES = {"fi": "pikselit", "sv": "pixlar", "en": "pixels"}
NOTHING_SIMILAR = (
    "The processing described here stores no cookies or similar data on your device, and reads none from it."
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_techniques_are_named_after_the_cookies(language: str, tmp_path: Path) -> None:
    built = pages("similar-techniques: [local-storage, pixels]", tmp_path, pdf=language == "fi")
    assert built.said(language, "similar-techniques.1") == [NAMES[language]]


@pytest.mark.parametrize(("answer", "found"), [("", True), ("none", False), ("unknown", False), ("[tags]", False)])
def test_the_question_is_asked_where_there_are_cookies(answer: str, found: bool, tmp_path: Path) -> None:
    built = pages(f"similar-techniques: {answer}", tmp_path)
    assert ("N808" in built.codes()) is found
    assert (built.said("en", "similar-techniques") == []) is (answer in ("", "[tags]"))


@pytest.mark.parametrize("answer", ["", "none", "[local-storage]", "unknown"])
def test_nothing_similar_is_stored_only_where_nothing_is_stated(answer: str, tmp_path: Path) -> None:
    built = pages(WITHOUT_COOKIES.format(answer=answer), tmp_path)
    assert "N808" not in built.codes()
    assert (built.said("en", "cookies") == [NOTHING_SIMILAR]) is (answer == "none")
    assert bool(built.said("en", "cookies"))


def test_an_owners_own_technique_is_named(tmp_path: Path) -> None:
    """A technique of the vocabulary's kind takes words as any other term does."""
    assert "Y007" in pages("similar-techniques: [beacons]", tmp_path).codes()
