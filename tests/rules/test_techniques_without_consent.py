"""Pixels, tags and device fingerprints need consent, of which the notice says something. Section 205 of Act 917/2014."""

from pathlib import Path

import pytest
from rules.overlay import found

BARE = """\
people: [customers]
cookies: none
cookie-consent: %s
similar-techniques: %s
purposes: {newsletter: , visitor-statistics: %s}
sources: {browser: %s, own-activity: {data: [invoices, marketing-refusals]}}
"""


def codes(example: str, folder: Path) -> list[str]:
    return [one.code for one in found(example, folder / "site") if one.code == "N810"]


@pytest.mark.parametrize("technique", ["pixels", "tags", "device-fingerprint", "app-identifiers", "link-tracking"])
def test_what_no_service_needs_is_found_without_consent(technique: str, tmp_path: Path) -> None:
    assert codes(BARE % ("", f"[local-storage, {technique}]", "", ""), tmp_path) == ["N810"]


STATISTICS = "{people: [customers], data: [pages-visited], withdraw: [email]}"


@pytest.mark.parametrize(
    "example",
    [
        BARE % ("", "[local-storage, session-storage]", "", ""),
        BARE % ("", "none", "", ""),
        BARE % ("", "unknown", "", ""),
        BARE % ("[email]", "[pixels]", "", ""),
        BARE % ("unknown", "[pixels]", "", ""),
        BARE % ("", "[device-fingerprint]", STATISTICS, "{data: [pages-visited]}"),
        "cookie-consent: \nsimilar-techniques: [link-tracking]",
    ],
)
def test_what_is_needed_or_rests_on_consent_is_spared(example: str, tmp_path: Path) -> None:
    assert codes(example, tmp_path) == []
