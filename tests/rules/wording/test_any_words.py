"""Any words of an owner are checked without an exception, in linear time, with places inside the text."""

import re
from collections.abc import Callable
from itertools import count

import pytest
from growth import LINEAR, TIMES, growth
from hypothesis import given
from hypothesis import strategies as st
from rules.wording.test_sentences import FAULTY

from notice.rules.wording.patterns import hits, patterns, small_letters

LANGUAGES = ("fi", "sv", "en")
words = st.one_of(
    st.text(max_size=30),
    st.sampled_from([one.says for one in FAULTY]),
    st.sampled_from([" ", "\n\n", "**", "https://example.fi/a_b", "İ", "­", ". ", "](/x) "]),
)
texts = st.lists(words, max_size=12).map("".join)


@given(text=texts)
def test_small_letters_keep_every_place(text: str) -> None:
    assert len(small_letters(text)) == len(text)


@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_what_is_marked_stands_in_the_text(text: str, language: str) -> None:
    for code, found in hits(language, text).items():
        assert code in patterns(language)
        assert [*found] == sorted(found, key=lambda hit: (hit.start, hit.end))
        assert all(0 <= hit.start < hit.end <= len(text) for hit in found)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_time_for_a_text_grows_no_faster_than_the_text(language: str) -> None:
    """Incomplete faults, which would make a careless expression backtrack endlessly."""
    halves = [one.says[: len(one.says) // 2] for one in FAULTY if one.language == language]
    long = " ".join(halves * 20)[:40_000]
    assert len(long) == 40_000
    numbers = count()

    def search(size: int) -> Callable[[], object]:
        return lambda: hits(language, f"{next(numbers)} {long[:size]}")  # another text each time: the hits are cached

    assert growth(search, len(long) // TIMES) < LINEAR


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_expression_has_a_gap_without_a_limit(language: str) -> None:
    """`[^.]*` between two words takes quadratic time: write `[^.]{0,120}`."""
    gap = re.compile(r"(?:(?<!\\)\.|\[\^[^]]*\])[*+]")
    assert gap.search(r"not sent[^.]*unless")
    assert not gap.search(r"sent[^.]{0,120}unless\.*")
    unlimited = [
        find for entries in patterns(language).values() for one in entries for find in one.find if gap.search(find)
    ]
    assert unlimited == []
