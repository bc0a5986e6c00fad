"""Words of pain, treatment and the menstrual cycle show data concerning health; words that only resemble do not."""

import pytest
from own_terms.term_sites import findings_of, site_of

from notice.findings import Level
from notice.load.vocabulary import standard_vocabulary
from notice.rules.natures import word_of
from notice.words import Words, standard

HEALTH = {
    "fi": (
        "tulosyy",
        "kuvaus vaivasta",
        "kipukohdat kehossa",
        "hoitokertojen määrä psykologilla",
        "käynnit fysioterapeutilla",
        "lääkärikäynnit",
        "kuukautiskierto",
        "synnytystapa",
        "selkäkipu",
    ),
    "sv": (
        "orsak till vårdbesöket",
        "beskrivning av besvären",
        "smärtställen i kroppen",
        "var i kroppen du har ont",
        "antal besök hos psykolog",
        "uppgifter i remissen",
        "menscykel",
        "menstruation",
        "huvudvärk",
    ),
    "en": (
        "reason for the visit to the doctor",
        "description of what troubles you",
        "where it hurts in your body",
        "number of visits to a psychologist",
        "physiotherapist visits",
        "referral details from the doctor",
        "menstrual cycle",
        "pain level",
        "health complaint",
    ),
}
OTHER = {
    "fi": (
        "yhteydenoton syy",
        "syy",
        "palautuksen syy",
        "toimituksen lisätiedot",
        "lähetteen numero",
        "lähetteen tiedot",
        "kuljetuslähetteen tiedot",
        "vaivannäön palkkio",
        "kasvohoidon varaus",
        "kuukausimaksu",
        "psykologian opinnot",
        "särkynyt tuote",
    ),
    "sv": (
        "orsak till kontakten",
        "orsak",
        "returorsak",
        "leveransanmärkningar",
        "remissvar i lagberedningen",
        "besvär med inloggningen",
        "besvärstid",
        "psykologistudier",
        "orsak till besöket",
    ),
    "en": (
        "reason for contacting customer service",
        "reason",
        "delivery remarks",
        "customer complaint",
        "referral code",
        "painting style",
        "pain points of the customer",
        "billing cycle",
        "what troubles you in the service",
    ),
}


@pytest.mark.parametrize("language", HEALTH)
def test_words_of_pain_and_treatment_show_a_special_category(language: str) -> None:
    assert [text for text in HEALTH[language] if not word_of("special", language, text)] == []


@pytest.mark.parametrize("language", OTHER)
def test_reasons_complaints_and_deliveries_are_no_health_data(language: str) -> None:
    assert [text for text in OTHER[language] if word_of("special", language, text)] == []


@pytest.mark.parametrize("language", HEALTH)
def test_no_ordinary_category_of_the_vocabulary_reads_as_health_data(language: str) -> None:
    words = Words(language, (standard(language),))
    ordinary = [id for id, one in standard_vocabulary().data.items() if one.special in (False, None)]
    names = {id: words.find("data", id) or "" for id in ordinary}
    assert {id: word for id, name in names.items() if (word := word_of("special", language, name))} == {}


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        ("fi", "Sairaudet ja lääkkeet", {"C113"}),
        ("sv", "Sjukdomar och läkemedel", {"C113"}),
        ("en", "Illnesses and medications", {"C113"}),
        ("fi", "Lemmikin sairaudet ja lääkkeet", set()),
        ("sv", "Husdjurets sjukdomar", set()),
        ("en", "Illnesses of the pet", set()),
        ("fi", "Diagnoosit", set()),
    ],
)
def test_illnesses_and_medicines_of_people_are_not_denied(language: str, name: str, expected: set[str]) -> None:
    found = findings_of(site_of("data", {"own-x": {language: name}}, {"own-x": {"special": "no"}}))
    assert {(one.code, one.level) for one in found} == {(code, Level.WARNING) for code in expected}
