"""The traits of a sentence, relative to the words that a rule searches."""

import pytest

from notice.rules.wording.patterns import small_letters
from notice.rules.wording.patterns.sentences import clause_span, sentence
from notice.rules.wording.patterns.traits import Trait, traits

HELD = [
    ("fi", "Siirto ei perustu Safe Harboriin.", {Trait.NEGATED}),
    ("sv", "Överföringen grundar sig inte på Safe Harbor.", {Trait.NEGATED}),
    ("en", "No transfer rests on Safe Harbor.", {Trait.NEGATED}),
    ("fi", "Emme katso, että Safe Harbor kelpaa.", {Trait.NEGATED}),
    ("fi", "Emme käytä palveluja, joiden siirrot nojaavat Safe Harboriin.", {Trait.NEGATED}),
    ("fi", "Safe Harbor kumottiin 6. lokakuuta 2015.", {Trait.PAST}),
    ("sv", "Safe Harbor, som upphävdes 2015, var en grund.", {Trait.PAST}),
    ("en", "The Privacy Shield replaced Safe Harbor.", {Trait.PAST}),
    ("en", "If data are sent, Safe Harbor applies.", {Trait.CONDITIONAL}),
    ("sv", "Inga andra än Safe Harbor-företag får uppgifter utan ditt samtycke.", {Trait.LIMITED, Trait.OFFERED}),
    ("fi", "Kirjan nimi on ”Mikä on Safe Harbor nyt”.", {Trait.QUOTED}),
    ("en", "You can read of Safe Harbor.", {Trait.OFFERED}),
    ("fi", "Jos viittaat Safe Harboriin, kerro lähde.", {Trait.CONDITIONAL, Trait.SUPPOSED}),
    ("sv", "Om du nämner Safe Harbor, ange källan.", {Trait.CONDITIONAL, Trait.SUPPOSED}),
    ("en", "If you mention Safe Harbor, name the source.", {Trait.CONDITIONAL, Trait.SUPPOSED}),
    ("fi", "Lähetämme selvityksen Safe Harborista.", {Trait.GIVEN}),
    ("sv", "Vi skickar en utredning om Safe Harbor.", {Trait.GIVEN}),
    ("en", "We send an account of Safe Harbor.", {Trait.GIVEN}),
    ("fi", "Muita tietoja ei siirretä Safe Harborin nojalla.", {Trait.NEGATED, Trait.LIMITED}),
    ("en", "No other data are moved under Safe Harbor.", {Trait.NEGATED, Trait.LIMITED}),
]
NOT_HELD = [
    ("fi", "Tietoja ei myydä, mutta siirto perustuu Safe Harboriin.", Trait.NEGATED),
    ("sv", "Vi säljer inte uppgifter utan överför dem enligt Safe Harbor.", Trait.NEGATED),
    ("en", "Data move under Safe Harbor and are not sold.", Trait.NEGATED),
    ("en", "We send no data to companies other than those in Safe Harbor.", Trait.NEGATED),
    ("fi", "Tietoja ei myydä. Siirto perustuu Safe Harboriin.", Trait.NEGATED),
    ("en", "Safe Harbor, which replaced nothing, applies.", Trait.PAST),
    ("fi", "Siirto perustuu ”Safe Harboriin”.", Trait.QUOTED),
    ("en", "You can only use Safe Harbor.", Trait.OFFERED),
    ("fi", "Siirrämme tiedot vain, jos Safe Harbor kelpaa.", Trait.SUPPOSED),
    ("en", "We move data only if Safe Harbor holds.", Trait.SUPPOSED),
    ("sv", "Om du vill ha uppgifterna måste du godkänna Safe Harbor.", Trait.SUPPOSED),
    ("fi", "Lähetämme tiedot vain Safe Harborin nojalla.", Trait.GIVEN),
    ("en", "We send an answer only under Safe Harbor.", Trait.GIVEN),
    ("en", "Data are used to test Safe Harbor.", Trait.PAST),
    ("en", "Your address is passed to Safe Harbor firms.", Trait.PAST),
    ("fi", "Safe Harbor antaa entistä parempaa suojaa.", Trait.PAST),
]


def of_safe_harbor(language: str, text: str) -> frozenset[Trait]:
    small = small_letters(text)
    start = small.index("safe harbor")
    return traits(language, small, start, start + len("safe harbor"))


@pytest.mark.parametrize(("language", "text", "held"), HELD, ids=[text for _, text, _ in HELD])
def test_the_words_of_a_sentence_give_it_its_properties(language: str, text: str, held: set[Trait]) -> None:
    assert of_safe_harbor(language, text) == held


@pytest.mark.parametrize(("language", "text", "trait"), NOT_HELD, ids=[text for _, text, _ in NOT_HELD])
def test_what_lies_in_another_clause_or_is_taken_back_gives_none(language: str, text: str, trait: Trait) -> None:
    assert trait not in of_safe_harbor(language, text)


def test_a_language_without_marks_has_no_properties_but_quotation() -> None:
    assert of_safe_harbor("et", "Safe Harbor ei kehti.") == frozenset()


def test_a_day_with_its_period_does_not_end_the_sentence() -> None:
    text = "laki kumottiin 1. tammikuuta 2019. uusi tuli tilalle."
    assert sentence(text, 0) == "laki kumottiin 1. tammikuuta 2019."


def test_a_clause_ends_at_a_comma_and_at_but() -> None:
    text = "ei näin, vaan noin; sitten taas"
    start, end = clause_span(text, text.index("noin"), text.index("noin") + 4)
    assert text[start:end].strip() == "noin"


@pytest.mark.parametrize("text", ["", ",", ", joka", "joka", ";;", " , jotka ei", "ei, "])
def test_no_text_is_too_odd_for_a_property(text: str) -> None:
    for start in range(len(text)):
        traits("fi", text, start, start + 1)


@pytest.mark.parametrize(
    ("text", "is_named"),
    [("Vår samarbetspartner Exempelfrakt Ab kör paketet.", True), ("Våra samarbetspartner kör paketet.", False)],
)
def test_a_sentence_that_names_a_firm_has_that_property(text: str, is_named: bool) -> None:
    assert (Trait.NAMED in traits("sv", small_letters(text), 4, 12)) == is_named
