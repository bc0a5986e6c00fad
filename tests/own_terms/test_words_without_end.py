"""A use that lasts, or a clean-up that the controller chooses, is no end that a person can work out."""

import pytest

from notice.load.vocabulary import standard_vocabulary
from notice.rules.natures import word_of
from notice.words import Words, standard

OPEN = {
    "fi": (
        "niin kauan kuin siitä on meille hyötyä",
        "kunnes siivoamme listan",
        "kunnes rekisteri päivitetään",
        "kunnes päätämme poistaa tiedot",
        "rekisterin päivitys",
    ),
    "sv": (
        "så länge vi har nytta av dem",
        "tills vi rensar listan",
        "tills registret uppdateras",
        "tills vi beslutar att radera uppgifterna",
        "uppdateringen av registret",
    ),
    "en": (
        "as long as we benefit from it",
        "as long as we have a use for them",
        "until we clean the list",
        "until the register is updated",
        "until we decide to delete the data",
    ),
}
CERTAIN = {
    "fi": (
        "kunnes tilaus on toimitettu",
        "kunnes päivitys on asennettu",
        "kunnes asiakas päivittää osoitteensa",
        "niin kauan kuin laite on takuussa",
        "ohjelmiston päivitys",
    ),
    "sv": ("tills fakturan är betald", "tills programmet uppdateras", "så länge som garantin gäller"),
    "en": ("until the order is delivered", "until the software is updated", "as long as the device is under warranty"),
}


@pytest.mark.parametrize("language", OPEN)
def test_an_end_that_only_the_controller_knows_is_open(language: str) -> None:
    assert [text for text in OPEN[language] if not word_of("open-ended", language, text)] == []


@pytest.mark.parametrize("language", CERTAIN)
def test_an_end_that_a_person_sees_is_not_open(language: str) -> None:
    assert [text for text in CERTAIN[language] if word_of("open-ended", language, text)] == []


@pytest.mark.parametrize("language", OPEN)
def test_no_event_of_the_vocabulary_with_a_certain_day_reads_as_open(language: str) -> None:
    words, vocabulary = Words(language, (standard(language),)), standard_vocabulary()
    for kind, terms in (("events", vocabulary.events), ("criteria", vocabulary.criteria)):
        certain = [id for id, one in terms.items() if not (one.open_ended or one.never_ends)]
        names = {id: words.find(kind, id, "name") or words.find(kind, id) or "" for id in certain}
        assert {id: word for id, name in names.items() if (word := word_of("open-ended", language, name))} == {}
