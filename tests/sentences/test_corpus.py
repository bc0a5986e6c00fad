"""The corpus is as large and as balanced as it is said to be, and its set-aside third is the one that was drawn."""

from collections import Counter

import pytest
from sentences.corpus import LANGUAGES, Sentence, drawn, second, sentences

AT_LEAST = {"fi": 400, "sv": 250, "en": 250}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_its_sentences_half_of_them_lawful(language: str) -> None:
    found = sentences(language)
    assert len(found) >= AT_LEAST[language]
    faults = sum(one.is_fault for one in found)
    assert 0.45 <= faults / len(found) <= 0.55


def test_the_set_aside_third_is_the_drawn_one() -> None:
    corpus = [Sentence(s.language, s.says, s.field, s.verdict, s.rule, s.kind, False) for s in sentences()]
    marked = {(s.language, s.says, s.field) for s in sentences() if s.set_aside}
    assert marked == {(s.language, s.says, s.field) for s in drawn(corpus)}
    assert 0.3 <= len(marked) / len(corpus) <= 0.36


def test_no_sentence_is_there_twice() -> None:
    repeated = [key for key, n in Counter((s.language, s.says, s.field) for s in sentences()).items() if n > 1]
    assert not repeated


def test_every_word_of_an_entry_is_a_known_one() -> None:
    assert {one.verdict for one in sentences()} == {"fault", "lawful"}
    assert {one.kind for one in sentences()} == {"clear", "paraphrase"}


@pytest.mark.parametrize(("language", "least"), [("fi", 160), ("sv", 110), ("en", 110)])
def test_the_second_set_has_its_sentences_a_third_of_the_lawful_ones_plain(language: str, least: int) -> None:
    found = second(language)
    lawful = [one for one in found if not one.is_fault]
    assert len(found) >= least
    assert 0.4 <= len(lawful) / len(found) <= 0.6
    assert sum(one.rule == "plain" for one in lawful) >= len(lawful) / 3 - 1


def test_the_two_sets_share_few_sentences() -> None:
    """Two hands that restate the same kind of notices write some of the shortest sentences alike."""
    first = {(one.language, one.says) for one in sentences()}
    shared = [one for one in second() if (one.language, one.says) in first]
    assert len(shared) <= 0.05 * len(second())
