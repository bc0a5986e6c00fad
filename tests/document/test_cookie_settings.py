"""The address of the cookie settings: a link where consent is withdrawn, stated once."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

ADDRESS = "https://www.example.com/privacy#cookies"
LABEL = {"fi": "Evästeasetukset", "sv": "Inställningar för kakor", "en": "Cookie settings"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_settings_are_a_link_wherever_they_withdraw_consent(language: str, tmp_path: Path) -> None:
    built = pages(f"cookie-settings: {ADDRESS}", tmp_path, pdf=language == "fi")
    assert built.codes() == set()
    assert built.said(language, "cookie-settings") == [ADDRESS]
    assert f"{LABEL[language]} {ADDRESS}" in built.texts[language]
    # The row itself, the way of all cookies, the way of the one purpose that they withdraw
    assert built.links[language].count(ADDRESS) == 3


def test_other_ways_are_no_link_to_the_settings(tmp_path: Path) -> None:
    built = pages(
        f"cookie-settings: {ADDRESS}\npurposes: {{visitor-statistics: {{withdraw: [cookie-settings, email]}}}}",
        tmp_path,
    )
    assert built.codes() == set()
    assert built.links["en"].count(ADDRESS) == 3


@pytest.mark.parametrize("example", ["{}", "cookie-settings: unknown"])
def test_no_address_is_no_link(example: str, tmp_path: Path) -> None:
    built = pages(example, tmp_path)
    assert ADDRESS not in built.links["en"]
    assert built.said("en", "cookie-settings") == (["not yet stated"] if "unknown" in example else [])


@pytest.mark.parametrize("address", ["www.example.com", "javascript:alert(1)", "https://a@example.com/"])
def test_what_is_no_address_is_found(address: str, tmp_path: Path) -> None:
    assert pages(f'cookie-settings: "{address}"', tmp_path).texts == {}


def test_a_register_leaves_it_to_the_site(tmp_path: Path) -> None:
    built = pages(f"site: {{defaults: {{cookie-settings: {ADDRESS}}}}}", tmp_path)
    assert built.said("en", "cookie-settings") == [ADDRESS]
