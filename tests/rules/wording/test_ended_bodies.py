"""A body is one that has ended from the day after its last."""

from dataclasses import replace
from datetime import date

import pytest
from rules.wording.test_sentences import Sentence, findings, starter

SENTENCES = {
    "fi": "Valvira, aluehallintovirasto ja ELY-keskus valvovat.",
    "sv": "Valvira, regionförvaltningsverket och NTM-centralen övervakar.",
    "en": "Valvira, the Regional State Administrative Agency and the ELY Centre supervise.",
}


@pytest.mark.parametrize(("day", "number"), [(date(2025, 12, 31), 0), (date(2026, 1, 1), 3)], ids=str)
@pytest.mark.parametrize("language", SENTENCES)
def test_an_ended_body_is_found_from_the_day_after_its_last(language: str, day: date, number: int) -> None:
    sentence = Sentence(language, "description", SENTENCES[language])
    found = [one.code for one in findings(sentence, replace(starter(), day=day))]
    assert found == ["L029"] * number
