"""Sample facts, reserved domains and impossible ids: findings at their line, refused in a release, allowed in examples."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import STARTER, site_with
from verify.two_sites import contexts

from notice.build import Outcome, build
from notice.check import check
from notice.findings import Finding, Level
from notice.load import load
from notice.load.samples import comparable, sample_in, samples
from notice.model.controller import Controller
from notice.model.cursor import stated_texts
from notice.presets import new_site, presets, write_new_files
from notice.rules import RULES

DAY = date(2026, 11, 22)
CODES = {"D004", "D005", "D006", "D007"}

OWN = """
site: {{example: no, address: "https://tietosuoja.malliliike.fi"}}
controller:
  name: Oy Malliliike Ab
  trade-name: Malliliike
  business-id: 1234567-1
  vat-id: FI12345671
  address: {{street: Mallitie 3, postcode: 00100, city: Helsinki}}
  email: info@malliliike.fi
  phone: 09 123 4567
recipients:
  parcel-carrier: {{named: Mallirahti Oy}}
  payment-provider: {{named: Modellbetalning Ab}}
  hosting-provider: {{named: Mallipalvelin Oy}}
  accounting-firm: {{named: Mallitoimisto Oy}}
  newsletter-service: {{named: Model Mail Inc.}}
cookies:
  basket: {{name: kori}}
  choice: {{name: valinta}}
  visitor-count: {{name: kavijat}}
words:
  fi: {{description: Miten Malliliike käsittelee asiakkaidensa henkilötietoja.}}
  sv: {{description: Hur Malliliike behandlar personuppgifter om sina kunder.}}
  en: {{description: How Malliliike processes the personal data of its customers.}}
{more}
"""
"""The starter with every fact replaced by those of another invented firm, which is in no published file."""


def own_site(folder: Path, **changed: str) -> Path:
    """The owner's site with a text replaced in some files: `site_yaml="old → new"`."""
    site = site_with(OWN.format(more=""), folder)
    for file, pair in changed.items():
        old, new = pair.split(" → ")
        path = site / "content" / file.replace("__", "/").replace("_yaml", ".yaml")
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, (old, text)
        path.write_text(text.replace(old, new), encoding="utf-8")
    return site


def found(site: Path) -> list[Finding]:
    return [one for one in check(load(site), DAY).findings if one.code in CODES]


def refused_by(outcome: Outcome) -> set[str]:
    """The codes of sample facts for which nothing was published."""
    return {one.code for one in outcome.findings if one.level is Level.ERROR} & CODES


def shown(site: Path) -> set[tuple[str, str, str]]:
    """Code, file below `content/` and the marked words of each finding."""
    sources = load(site).sources
    return {(one.code, one.span.file.removeprefix("content/"), _marked(one, sources)) for one in found(site)}


def _marked(finding: Finding, sources: object) -> str:
    assert isinstance(sources, dict)
    span = finding.span
    assert span.line == span.end_line, "one line shows it"
    return str(sources[span.file].splitlines()[span.line - 1][span.column - 1 : span.end_column - 1])


def release(site: Path) -> Outcome:
    return build(site, site.parent / "out", DAY, html_only=True, release=True)


def test_a_rule_says_itself_whether_it_blocks_a_release() -> None:
    assert {rule.code for rule in RULES if rule.blocks_release} == {"D001", "D002", "D004", "D005"}


def test_the_owners_own_site_is_released_without_a_mark(tmp_path: Path) -> None:
    site = own_site(tmp_path / "site")
    assert found(site) == []
    outcome = release(site)
    assert outcome.published and not outcome.is_draft and not outcome.is_example


def test_the_starter_is_an_example_and_clean() -> None:
    assert load(STARTER).site.example is True
    assert check(load(STARTER), DAY).findings == ()


def test_without_its_mark_every_sample_fact_of_the_starter_is_found(tmp_path: Path) -> None:
    places = shown(site_with("site: {example: no}", tmp_path / "site"))
    assert {code for code, _, _ in places} == {"D004"}
    assert {words for _, file, words in places if file == "controller.yaml"} == {
        "Maija Mallikas", "Esimerkkikauppa", "9999999-2", "FI99999992", "Esimerkkikatu 1",
        "asiakaspalvelu@example.fi", "010 000 0000",
    }  # fmt: skip
    assert {words for _, file, words in places if file == "registers/customers.yaml"} == {
        "Esimerkkikuljetus Oy", "Exempelbetalning Ab", "Esimerkkipalvelin Oy", "Esimerkkitilit Oy",
        "Example Letters Inc.", "esimerkki_kori", "esimerkki_valinta", "esimerkki_kavijat",
    }  # fmt: skip
    assert {file for _, file, words in places if words == "Esimerkkikauppa"} > {
        "fi/customers.yaml", "sv/customers.yaml", "en/customers.yaml",
    }  # fmt: skip
    assert ("D004", "site.yaml", "https://www.example.fi") in places


def test_every_text_of_the_starters_controller_is_a_sample_or_neutral() -> None:
    """A new fact of the starter is compared automatically."""
    controller = contexts(check(load(STARTER), DAY))[0].notice.controller
    assert isinstance(controller, Controller)
    own = [one for one in stated_texts(controller) if one.is_own]
    assert len(own) == 9
    assert {one.path[-1] for one in own if not sample_in(one.text)} == {"postcode", "city"}
    assert samples().domains == {"example.fi"}


@pytest.mark.parametrize(
    ("changed", "left"),
    [
        ("name: Maija Mallikas\ntrade-name: Esimerkkikauppa → name: Oy Malliliike Ab\ntrade-name: Malliliike", 17),
        ("street: Esimerkkikatu 1 → street: Mallitie 3", 18),
        ("email: asiakaspalvelu@example.fi → email: info@malliliike.fi", 18),
    ],
)
def test_what_is_changed_alone_is_found_no_more_and_the_rest_refuses_the_release(
    changed: str, left: int, tmp_path: Path
) -> None:
    """If only name, address or e-mail is replaced, each of the others is reported at its line."""
    folder = site_with("site: {example: no}", tmp_path / "site")
    file = folder / "content/controller.yaml"
    old, new = changed.split(" → ")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert len(found(folder)) == left
    assert {one.level for one in found(folder)} == {Level.WARNING}
    refused = release(folder)
    assert not refused.published
    assert len([one for one in refused.findings if one.level is Level.ERROR and one.code in CODES]) == left


@pytest.mark.parametrize(
    ("file", "change", "code", "words"),
    [
        # Facts of the starter in another spelling or place.
        ("controller_yaml", "phone: 09 123 4567 → phone: '+358 10 000 0000'", "D004", "'+358 10 000 0000'"),
        ("controller_yaml", "trade-name: Malliliike → trade-name: ESIMERKKIKAUPPA", "D004", "ESIMERKKIKAUPPA"),
        ("controller_yaml", "name: Oy Malliliike Ab\n → name: Maija Mallikas tmi\n", "D004", "Maija Mallikas tmi"),
        ("controller_yaml", "dpo: none → dpo: {phone: 0100000000}", "D004", "0100000000"),
        ("registers__customers_yaml", "named: Mallitoimisto Oy → named: Esimerkkitilit Oy", "D004", "Esimerkkitilit Oy"),
        ("registers__customers_yaml", "named: Mallirahti Oy → named: Exempelbetalning", "D004", "Exempelbetalning"),
        # Words that name the firm, inflected.
        ("fi__customers_yaml", "Miten Malliliike → Miten Esimerkkikaupan henkilöstö", "D004", "Esimerkkikaupan"),
        ("fi__customers_yaml", "Miten Malliliike → Miten Maija Mallikkaan kauppa", "D004", "Maija Mallikkaan"),
        ("sv__customers_yaml", "Hur Malliliike → Hur Esimerkkikauppas personal", "D004", "Esimerkkikauppas"),
        ("en__customers_yaml", "How Malliliike → How Esimerkkikauppa's staff", "D004", "Esimerkkikauppa"),
        ("en__customers_yaml", "How Malliliike → How Example Letters", "D004", "Example Letters"),
        # Reserved domains in facts.
        ("controller_yaml", "dpo: none → dpo: {email: dpo@example.org}", "D005", "dpo@example.org"),
        ("controller_yaml", "email: info@malliliike.fi → email: info@EXAMPLE.com", "D005", "info@EXAMPLE.com"),
        ("controller_yaml", "email: info@malliliike.fi → email: muu@example.fi", "D005", "muu@example.fi"),
        ("site_yaml", "https://tietosuoja.malliliike.fi → https://malliliike.test", "D005", "https://malliliike.test"),
        ("site_yaml", "https://tietosuoja.malliliike.fi → https://kauppa.test", "D005", "https://kauppa.test"),
        ("registers__customers_yaml", "named: Mallirahti Oy → notice: https://rahti.invalid/a\n    named: Rahti Oy",
         "D005", "https://rahti.invalid/a"),
        # Reserved domains in words: a link, an e-mail address, a bare host.
        ("fi__customers_yaml", "asiakkaidensa → '[lue lisää](https://malli.example/ohje)'", "D005", "https://malli.example"),
        ("sv__customers_yaml", "sina kunder → kunder@example.net", "D005", "kunder@example.net"),
        ("en__customers_yaml", "its customers → people who visit www.example.org", "D005", "www.example.org"),
        # Ids whose digits are impossible.
        ("controller_yaml", "business-id: 1234567-1 → business-id: 1234567-2", "D006", "1234567-2"),
        ("controller_yaml", "business-id: 1234567-1 → business-id: 12345672", "D006", "12345672"),
        ("controller_yaml", "business-id: 1234567-1 → business-id: FI12345671", "D006", "FI12345671"),
        ("controller_yaml", "business-id: 1234567-1 → business-id: 1234509-0", "D006", "1234509-0"),
        ("controller_yaml", "vat-id: FI12345671 → vat-id: FI12345672", "D006", "FI12345672"),
        ("controller_yaml", "vat-id: FI12345671 → vat-id: FI76543212", "D007", "FI76543212"),
        ("controller_yaml", "vat-id: FI12345671 → vat-id: 1234567-1", "D007", "1234567-1"),
    ],
)  # fmt: skip
def test_one_thing_that_is_left_or_impossible_is_found_where_it_stands(
    file: str, change: str, code: str, words: str, tmp_path: Path
) -> None:
    site = own_site(tmp_path / "site", **{file: change})
    name = file.replace("__", "/").replace("_yaml", ".yaml")
    assert shown(site) == {(code, name, words)}
    outcome = release(site)
    assert refused_by(outcome) == {code} - {"D007"}
    assert bool(outcome.is_draft) == (code in {"D004", "D005"})


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("controller_yaml", "vat-id: FI12345671 → vat-id: none"),
        ("controller_yaml", "vat-id: FI12345671 → vat-id: FI 1234567-1"),
        ("controller_yaml", "vat-id: FI12345671 → vat-id: SE123456789001"),
        ("controller_yaml", "postcode: '00100' → postcode: '00101'"),
        ("controller_yaml", "trade-name: Malliliike → trade-name: Esimerkki"),
        ("controller_yaml", "email: info@malliliike.fi → email: info@myexample.com"),
        ("site_yaml", "https://tietosuoja.malliliike.fi → https://example.com.malliliike.fi"),
        ("fi__customers_yaml", "asiakkaidensa → 'asiakkaidensa (esim. nimi@example.com)'"),
        ("sv__customers_yaml", "sina kunder → 'kunder, i formen namn@example.com,'"),
        ("en__customers_yaml", "its customers → customers (for example name@example.com)"),
        ("fi__customers_yaml", "asiakkaidensa → 'asiakkaidensa. Esimerkki.Test'"),
    ],
)  # fmt: skip
def test_what_a_real_owner_may_write_is_spared(file: str, change: str, tmp_path: Path) -> None:
    site = own_site(tmp_path / "site", **{file: change})
    assert found(site) == []
    assert refused_by(release(site)) == set()


def test_a_controller_of_another_country_is_not_judged_by_finnish_forms(tmp_path: Path) -> None:
    authority = "\n  country: SE\n  supervisory-authority: fi-ombudsman\n  vat-id: SE556677889901"
    site = site_with(
        OWN.format(more="").replace(
            "  business-id: 1234567-1\n  vat-id: FI12345671", f"  business-id: 556677-8899{authority}"
        ),
        tmp_path / "site",
    )
    assert found(site) == []


@pytest.mark.parametrize(("id", "code"), [("123456-2", "D007"), ("123456-1", "D006")])
def test_an_old_business_id_of_six_digits_is_read_with_a_zero(id: str, code: str, tmp_path: Path) -> None:
    """The valid one only differs from the VAT number below it."""
    site = own_site(tmp_path / "site", controller_yaml=f"business-id: 1234567-1 → business-id: {id}")
    assert {one.code for one in found(site)} == {code}


def test_an_owners_own_terms_and_the_words_of_the_whole_site_are_read_too(tmp_path: Path) -> None:
    site = own_site(tmp_path / "site")
    content = site / "content"
    (content / "vocabulary.yaml").write_text(
        "recipients:\n  parcel-carrier: {named: Esimerkkikuljetus Oy}\n"
        "authorities:\n  other: {website: 'https://authority.example'}\n",
        encoding="utf-8",
    )
    (content / "fi/site.yaml").write_text(
        "texts:\n  rights-free: Kysy osoitteesta tietosuoja@example.org.\n", encoding="utf-8"
    )
    places = shown(site)
    assert {
        ("D004", "vocabulary.yaml", "Esimerkkikuljetus Oy"),
        ("D005", "fi/site.yaml", "tietosuoja@example.org"),
    } <= places
    assert any(code == "D005" and file == "vocabulary.yaml" for code, file, _ in places)


def test_what_cannot_be_a_real_fact_can_be_waived_by_nobody(tmp_path: Path) -> None:
    site = own_site(tmp_path / "site", controller_yaml="dpo: none → dpo: {email: dpo@example.org}")
    (site / "content/waivers.yaml").write_text(
        "- {rule: D005, reason: The officer has no address yet., until: 2027-01-31}\n", encoding="utf-8"
    )
    assert {"D005", "X006"} <= {one.code for one in check(load(site), DAY).findings}
    assert not release(site).published


@pytest.mark.parametrize("preset", presets())
def test_a_preset_brings_no_fact_of_the_starter(preset: str, tmp_path: Path) -> None:
    write_new_files(tmp_path / "site", new_site([preset], DAY))
    assert found(tmp_path / "site") == []


def test_an_example_may_show_facts_that_look_real(tmp_path: Path) -> None:
    site = own_site(tmp_path / "site", site_yaml="example: 'no' → example: yes")
    outcome = release(site)
    assert outcome.published and outcome.is_example and not outcome.is_draft


def test_signs_and_case_do_not_hide_a_sample() -> None:
    assert comparable("FI 9999999-2") == comparable("fi99999992")
    assert comparable("00358 10 000 0000") == comparable("010 000 0000")
    assert sample_in("Malliliike Oy") is None
