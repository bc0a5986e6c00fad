"""Each transfer says who receives the data there, and what an adequacy decision means for it: GDPR Art. 13(1)(f)."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

CARRIER = "recipients: {{parcel-carrier: {{transfers: {{{country}: {{{facts}}}}}}}}}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_importer_is_named(language: str, tmp_path: Path) -> None:
    facts = "importer: Example Carriers Inc., mechanism: dpf, verified: 2026-11-01"
    said = pages(CARRIER.format(country="US", facts=facts), tmp_path)
    assert said.said(language, "recipients.parcel-carrier.transfers.US.importer") == ["Example Carriers Inc."]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ("mechanism: dpf, verified: 2026-11-01", "EU-US Data Privacy Framework (Article 45) Reference: (EU) 2023/1795"),
        ("mechanism: scc, copy: request", "The transfer is not based on the Commission’s adequacy decision."),
        ("mechanism: unknown", "United States: not yet stated Recipient there: Example Carriers Inc."),
    ],
)
def test_the_page_says_whether_a_decision_covers_the_transfer(facts: str, sentence: str, tmp_path: Path) -> None:
    example = CARRIER.format(country="US", facts=f"importer: Example Carriers Inc., {facts}")
    assert sentence in pages(example, tmp_path).texts["en"]


def test_the_page_says_that_there_is_no_decision(tmp_path: Path) -> None:
    example = CARRIER.format(country="IN", facts="importer: Example Carriers Ltd, mechanism: scc, copy: request")
    assert "The Commission has made no adequacy decision." in pages(example, tmp_path).texts["en"]


@pytest.mark.parametrize(
    ("country", "facts", "found"),
    [
        ("US", "mechanism: dpf, verified: 2026-11-01", True),
        ("IN", "mechanism: scc, copy: request", True),
        ("IN", "importer: unknown, mechanism: scc, copy: request", False),
        ("US", "importer: Example Carriers Inc., mechanism: dpf, verified: 2026-11-01", False),
    ],
)
def test_an_importer_elsewhere_than_the_recipient_is_asked_for(
    country: str, facts: str, found: bool, tmp_path: Path
) -> None:
    assert ("N418" in pages(CARRIER.format(country=country, facts=facts), tmp_path).codes()) is found


def test_a_recipient_in_the_country_of_the_transfer_is_its_own_importer(tmp_path: Path) -> None:
    assert "N418" not in pages("{}", tmp_path).codes()  # the firm's newsletter service is in the United States


@pytest.mark.parametrize(
    ("language", "label"), [("fi", "Vastaanottaja siellä:"), ("sv", "Mottagare där:"), ("en", "Recipient there:")]
)
def test_an_importer_that_is_not_known_is_not_read_as_an_unknown_ground(
    language: str, label: str, tmp_path: Path
) -> None:
    facts = "importer: unknown, mechanism: scc, copy: request"
    text = pages(CARRIER.format(country="IN", facts=facts), tmp_path).texts[language]
    assert label in text
