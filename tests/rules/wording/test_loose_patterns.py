"""Patterns that ask for several words of one sentence, in any order, and those that a negation does not spare."""

import pytest
from rules.wording.test_sentences import Sentence, findings

from notice.rules.wording.patterns import hits

ANY_ORDER = [
    ("en", "A signature is required for every request."),
    ("en", "Every request requires a signature."),
    ("fi", "Allekirjoitus vaaditaan jokaiseen pyyntöön."),
    ("fi", "Jokaiseen pyyntöön vaaditaan allekirjoitus."),
    ("sv", "Underskrift krävs för varje begäran."),
    ("sv", "För varje begäran krävs underskrift."),
]
DENIALS = [
    ("en", "We do not answer unsigned requests.", True),
    ("en", "We do not require a signature for requests.", False),
    ("fi", "Emme käsittele allekirjoittamattomia pyyntöjä.", True),
    ("fi", "Emme vaadi pyyntöön allekirjoitusta.", False),
    ("sv", "Vi behandlar inte begäran utan underskrift.", True),
    ("sv", "Vi kräver ingen underskrift för begäran.", False),
]


def codes(language: str, says: str) -> list[str]:
    return [finding.code for finding in findings(Sentence(language, "texts.rights-free", says))]


@pytest.mark.parametrize(("language", "says"), ANY_ORDER, ids=[says for _, says in ANY_ORDER])
def test_the_order_of_words_does_not_matter(language: str, says: str) -> None:
    assert codes(language, says) == ["L004"]


@pytest.mark.parametrize(("language", "says", "is_fault"), DENIALS, ids=[says for _, says, _ in DENIALS])
def test_a_denial_that_is_a_demand_is_not_spared(language: str, says: str, is_fault: bool) -> None:
    assert ("L004" in codes(language, says)) == is_fault


def test_words_of_two_sentences_do_not_make_one_fault() -> None:
    assert codes("en", "You make a request by phone. The contract needs a signature.") == []


def test_a_sentence_has_one_loose_hit_of_a_rule() -> None:
    text = "The request must be signed, with a signature, and you must show your passport in person."
    assert len(hits("en", text)["L004"]) < 4
    assert len(codes("en", text)) >= 1
