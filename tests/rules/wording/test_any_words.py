"""Whatever an owner writes, reading it raises nothing, ends soon, and marks only what stands there."""

import time

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


def test_a_long_text_is_read_in_a_moment() -> None:
    """Forty thousand letters of half-said faults, on which a careless expression would take for ever."""
    for language in LANGUAGES:
        halves = [one.says[: len(one.says) // 2] for one in FAULTY if one.language == language]
        text = " ".join(halves * 20)[:40_000]
        started = time.process_time()
        hits(language, text)
        assert len(text) > 10_000
        assert time.process_time() - started < 5
