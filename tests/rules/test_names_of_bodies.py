"""T022: a public body's Finnish name on the Swedish page is noticed, whatever kind of body; a firm's is not."""

from pathlib import Path

import pytest
from rules.overlay import found

BODIES = [
    "Esimerkin kaupunki",
    "Esimerkin kaupunginhallitus",
    "Mallilan kunnanhallitus",
    "Mallilan kunnanvaltuusto",
    "Esimerkin aluehallitus",
    "Mallilan sosiaali- ja terveyslautakunta",
    "Esimerkin hyvinvointialue",
]
FIRMS = ["Lautakuntapalvelut Oy", "Kaupunkikauppa Oy", "Osuuskunta Esimerkki", "Esimerkki Oyj:n hallitus"]


@pytest.mark.parametrize("name", BODIES)
def test_a_bodys_finnish_name_is_asked_for_in_swedish(name: str, tmp_path: Path) -> None:
    codes = [one.code for one in found(f"controller: {{name: {name}}}", tmp_path / "site")]
    assert codes.count("T022") == 1


@pytest.mark.parametrize("name", FIRMS)
def test_a_firms_name_is_the_same_everywhere(name: str, tmp_path: Path) -> None:
    assert "T022" not in {one.code for one in found(f"controller: {{name: '{name}'}}", tmp_path / "site")}


PHRASES = {
    "den sökandes referenser": ["fi", "en"],
    "hakijan suosittelijat ja entinen työnantaja": ["sv", "en"],
    "the referees of the applicant": ["fi", "sv"],
}


@pytest.mark.parametrize("named", PHRASES)
def test_words_of_a_language_are_no_name(named: str, tmp_path: Path) -> None:
    example = f"recipients: {{parcel-carrier: {{named: '{named}'}}}}"
    pages = [dict(one.arguments)["language"] for one in found(example, tmp_path / "site") if one.code == "T022"]
    assert sorted(pages) == sorted(PHRASES[named])


@pytest.mark.parametrize(
    "named", ["npm", "mailchimp", "booking.com", "trivago n.v.", "Suomen ja Ruotsin posti", "iso 9001", "xyzzy plugh"]
)
def test_a_name_in_small_letters_is_not_taken_for_words(named: str, tmp_path: Path) -> None:
    example = f"recipients: {{parcel-carrier: {{named: '{named}'}}}}"
    assert "T022" not in {one.code for one in found(example, tmp_path / "site")}


def test_words_that_each_language_has_are_found_no_more(tmp_path: Path) -> None:
    example = """
    recipients: {parcel-carrier: {named: den sökandes referenser}}
    words:
      fi: {recipients: {parcel-carrier: {named: hakijan suosittelijat}}}
      en: {recipients: {parcel-carrier: {named: the referees}}}
    """
    assert "T022" not in {one.code for one in found(example, tmp_path / "site")}
