"""Names of firms, streets, cookies and people that contain a word of the rules are names, not words on the processing."""

from pathlib import Path

import pytest
from rules.overlay import DAY, site_with
from sentences.score import CODES

from notice.check import check
from notice.load import load

NAMES = [
    "Yhteistyökumppanit Oy",
    "Kolmannet Osapuolet Oy",
    "Might Consulting Oy",
    "SSL-Huolto Oy",
    "Muun Muassa Media Oy",
    "Tarkastusoikeus Konsultit Oy",
    "Samarbetspartner Ab",
    "Kanske Konsult Ab",
    "Safe Harbor Marina Ab",
    "Such As Oy",
    "Third Parties Oy",
    "Usually Media Oy",
]
STREETS = [
    "SSL-katu 5",
    "Maistraatinkatu 3",
    "Kumppaninkuja 5",
    "Magistratsgatan 5",
    "Partnergatan 1",
    "Partner Street 5",
]
PLACES = [
    "controller: {{name: {name}, trade-name: {name}}}",
    "recipients: {{parcel-carrier: {{named: {name}}}}}",
    "recipients: {{accounting-firm: {{named: {name}}}}}",
    "sources: {{trade-register: {{named: {name}}}}}",
]


def codes(example: str, folder: Path) -> set[str]:
    checked = check(load(site_with(example, folder / "site")), DAY)
    return {finding.code for finding in checked.findings} & CODES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.split(":")[0] + place[-20:-2])
def test_a_firm_s_name_is_no_fault(place: str, name: str, tmp_path: Path) -> None:
    assert codes(place.format(name=name), tmp_path) == set()


@pytest.mark.parametrize("street", STREETS)
def test_a_street_s_name_is_no_fault(street: str, tmp_path: Path) -> None:
    assert codes(f"controller: {{address: {{street: {street}}}}}", tmp_path) == set()


@pytest.mark.parametrize("name", ["esim_jne_mm", "such_as_etc", "ssl_session", "bl_a_m_m", "might_partner"])
def test_a_technical_name_is_no_fault(name: str, tmp_path: Path) -> None:
    assert codes(f"cookies: {{basket: {{name: {name}}}}}", tmp_path) == set()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("language", "says"),
    [("fi", "Paketin tuo {name}."), ("sv", "Paketet körs av {name}."), ("en", "The parcel is brought by {name}.")],
)
def test_a_firm_is_named_in_a_sentence(language: str, says: str, name: str, tmp_path: Path) -> None:
    words = f"words: {{{language}: {{purposes: {{orders: {{text: '{says.format(name=name)}'}}}}}}}}"
    assert codes(words, tmp_path) == set()
