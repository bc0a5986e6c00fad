"""Proper names in the language of the page: the words' own form, a municipality's official name, else as stated."""

from pathlib import Path

import pytest
from rules.overlay import DAY, site_with

from notice.check import check, rule_context
from notice.derive import derive
from notice.document.controller import ControllerSection
from notice.document.names import named_in
from notice.document.parts import Document
from notice.document.recipients import RecipientsSection
from notice.law.municipalities import BILINGUAL, ESTABLISHED, name_in
from notice.load import load


def documents(folder: Path, facts: str) -> dict[str, Document]:
    """The base's notice in each language, with the facts and words over it."""
    loaded = load(site_with(facts, folder / "site"))
    composed = rule_context(loaded, loaded.notices[0], DAY).composed
    return {code: one.document for code, one in composed.items()}


def shown(document: Document) -> dict[str, str]:
    """The texts of the sections on the controller and recipients by the facts that they state."""
    texts: dict[str, str] = {}
    for section in document.sections:
        if isinstance(section, ControllerSection):
            rows = [*section.rows, *(row for one in (*section.contacts, *section.joint) for row in one.rows)]
            texts |= {value.fact: value.text for row in rows for value in row.values}
            texts |= {one.name.fact: one.name.text for one in section.joint}
        if isinstance(section, RecipientsSection):
            cells = [cell for row in (section.table.rows if section.table else ()) for cell in row]
            texts |= {value.fact: value.text for cell in cells for value in cell}
    return texts


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Tampere", "sv", "Tammerfors"),
        ("Tampere", "fi", "Tampere"),
        ("Tampere", "en", "Tampere"),
        ("Tammerfors", "fi", "Tampere"),
        ("TURKU", "sv", "ÅBO"),
        ("Kuopio", "sv", "Kuopio"),
        ("HKI", "sv", "HKI"),
        ("Tampere", "et", "Tampere"),
    ],
)
def test_a_municipality_has_its_name_in_the_language(name: str, language: str, expected: str) -> None:
    assert name_in(name, language) == expected


def test_the_table_of_municipalities_is_the_same_both_ways() -> None:
    assert not BILINGUAL.keys() & ESTABLISHED.keys()
    swedish = [*BILINGUAL.values(), *ESTABLISHED.values()]
    assert len(swedish) == len(set(swedish))
    assert not {*swedish} & {*BILINGUAL, *ESTABLISHED}


def test_the_town_of_an_address_is_named_in_the_language(tmp_path: Path) -> None:
    every = documents(tmp_path, "controller: {address: {street: Katu 1, postcode: 00100, city: Helsinki}}")
    at = "controller.address.postcode controller.address.city"
    assert {code: shown(one)[at] for code, one in every.items()} == {
        "fi": "00100 Helsinki",
        "sv": "00100 Helsingfors",
        "en": "00100 Helsinki",
    }


def test_a_town_abroad_is_no_municipality(tmp_path: Path) -> None:
    every = documents(tmp_path, "controller: {address: {street: Vägen 1, postcode: 12345, city: Hanko, country: SE}}")
    assert shown(every["sv"])["controller.address.postcode controller.address.city"] == "12345 Hanko"


def test_words_give_the_names_of_their_language(tmp_path: Path) -> None:
    every = documents(
        tmp_path,
        """
        controller:
          trade-name: Kauppa
          contact: {name: Asiakaspalvelu, email: palvelu@example.fi}
        words:
          sv:
            controller: {trade-name: Butiken, contact: {name: Kundservice, email: kund@example.fi}}
            recipients: {parcel-carrier: {named: Exempeltransport Ab}}
        """,
    )
    finnish, swedish = shown(every["fi"]), shown(every["sv"])
    assert (every["fi"].controller, every["sv"].controller) == ("Kauppa", "Butiken")
    assert swedish["controller.contact.name"] == "Kundservice"
    assert swedish["controller.contact.email"] == "kund@example.fi"
    assert swedish["recipients.parcel-carrier.named"] == "Exempeltransport Ab"
    assert "Asiakaspalvelu" in finnish["controller.contact.name"]
    assert set(finnish) == set(swedish)


def test_the_words_of_a_name_are_used(tmp_path: Path) -> None:
    site = site_with("words: {sv: {controller: {name: Maja}, recipients: {parcel-carrier: {nam: X}}}}", tmp_path / "s")
    assert {one.code for one in check(load(site), DAY).findings} == {"T004"}


def test_the_name_of_the_site_is_none_of_a_register_with_a_name_of_its_own(tmp_path: Path) -> None:
    site = site_with("words: {sv: {}}", tmp_path / "site")
    (site / "content/sv/site.yaml").write_text("controller: {name: Moderbolaget Ab}\n", "utf-8")
    register = site / "content/registers/customers.yaml"
    register.write_text("controller: {name: Dotter Ab}\n" + register.read_text("utf-8"), "utf-8")
    loaded = load(site)
    composed = rule_context(loaded, loaded.notices[0], DAY).composed["sv"].document
    assert shown(composed)["controller.name"] == "Dotter Ab"
    assert (composed.controller, composed.publisher) == ("Dotter Ab", "Esimerkkikauppa")


def test_a_form_that_a_register_takes_from_the_site_has_the_sites_words(tmp_path: Path) -> None:
    site = site_with(
        "controller: {requests: {channels: [form], form: 'https://www.example.fi/pyynto'}}", tmp_path / "s"
    )
    (site / "content/sv/site.yaml").write_text("controller: {requests: {form: 'https://www.example.fi/begaran'}}\n")
    register = site / "content/registers/customers.yaml"
    own = "controller: {requests: {channels: [form, email]}}\n"
    register.write_text(own + register.read_text("utf-8"), "utf-8")
    loaded = load(site)
    named = named_in(loaded.notices[0], derive(loaded.notices[0]), loaded.words["customers", "sv"]).notice
    assert named.controller.requests is not None
    assert named.controller.requests.form == "https://www.example.fi/begaran"
    assert named.controller.requests.channels == ("form", "email")


def test_secure_mail_is_an_address_or_a_page(tmp_path: Path) -> None:
    for text, fits in (("https://turva.example.fi", True), ("turva@example.fi", True), ("turvaposti", False)):
        site = site_with(f"controller: {{secure-mail: '{text}'}}", tmp_path / text.replace("/", "-"))
        assert ("Y006" not in {one.code for one in check(load(site), DAY).findings}) is fits


def test_the_form_of_a_removed_recipients_name_is_moved_to_no_other(tmp_path: Path) -> None:
    site = site_with("words: {sv: {recipients: {old-carrier: {named: Gammeltransport Ab}}}}", tmp_path / "site")
    [one] = check(load(site), DAY).findings
    assert (one.code, one.key) == ("T004", "")
