"""What must be provided is stated by datum: GDPR Art. 13(2)(e)."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

NEEDED = {
    "fi": "Sopimuksen tekemiseen tarvittavat: nimi ja toimitusosoite",
    "sv": "Behövs för att ingå avtalet: namn och leveransadress",
    "en": "Needed to enter into the contract: name and delivery address",
}
REST = {
    "fi": "Muut pyydettävät tiedot ovat vapaaehtoisia.",
    "sv": "Övriga begärda uppgifter är frivilliga.",
    "en": "Giving any other data is voluntary.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_the_needed_data_and_says_that_the_rest_is_voluntary(language: str, tmp_path: Path) -> None:
    text = pages("purposes: {orders: {required-data: [name, delivery-address]}}", tmp_path, pdf=True).texts[language]
    assert NEEDED[language] in text
    assert REST[language] in text


def test_nothing_is_voluntary_where_every_datum_is_needed(tmp_path: Path) -> None:
    example = "purposes: {orders: {data: [name, email], required-data: [name, email]}}"
    text = pages(example, tmp_path).texts["en"]
    assert "Needed to enter into the contract: name and email" in text
    assert REST["en"] not in text


@pytest.mark.parametrize(("kind", "label"), [("contract", "Required under the contract"), ("statutory", "Required by")])
def test_the_label_names_what_requires_the_data(kind: str, label: str, tmp_path: Path) -> None:
    law = ", law: withholding-tax-act" if kind == "statutory" else ""
    example = f"purposes: {{bookkeeping: {{required: {kind}, required-data: [name]{law}}}}}"
    assert f"{label}" in pages(example, tmp_path).texts["en"]


@pytest.mark.parametrize(
    ("example", "codes"),
    [
        ("purposes: {orders: {required-data: }}", {"N705"}),
        ("purposes: {orders: {required-data: , data: [name]}}", set()),
        ("purposes: {orders: {required-data: unknown}}", set()),
        ("purposes: {orders: {required-data: [email, cv]}}", {"C087"}),
        ("purposes: {newsletter: {required-data: [email]}}", {"C087"}),
        ("purposes: {bookkeeping: {required: not-asked, required-data: [name]}}", {"C087"}),
    ],
)
def test_the_check_asks_for_the_data_and_compares_them_with_those_of_the_purpose(
    example: str, codes: set[str], tmp_path: Path
) -> None:
    found = pages(example, tmp_path).codes()
    assert found & {"N705", "C087"} == codes


def test_data_that_nobody_is_asked_for_are_not_called_voluntary(tmp_path: Path) -> None:
    example = "purposes: {orders: {data: [name, invoices], required-data: [name]}}"
    text = pages(example, tmp_path).texts["en"]
    assert "Needed to enter into the contract: name" in text
    assert REST["en"] not in text


WITH_ORGANISATION = "sources: {customer: {data: [name, delivery-address, email, phone, order-contents, organisation]}}"


@pytest.mark.parametrize(
    ("needed", "sources", "found"),
    [
        # The organisation is read from the Trade Register, the invoices are made by the firm itself
        ("organisation", "", True),
        ("invoices", "", True),
        ("name", "", False),
        ("organisation", WITH_ORGANISATION, False),
        ("organisation", "sources: {customer: unknown}", False),
        ("organisation", "sources: {trade-register: {data: unknown}}", False),
    ],
)
def test_what_only_others_provide_is_not_required_of_the_person(
    needed: str, sources: str, found: bool, tmp_path: Path
) -> None:
    example = f"purposes: {{bookkeeping: {{required: contract, required-data: [{needed}]}}}}\n{sources}"
    keys = [one.key for one in pages(example, tmp_path).findings if one.code == "C087"]
    assert keys == (["not-asked"] if found else [])
