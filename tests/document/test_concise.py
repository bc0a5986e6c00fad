"""A notice is concise: each fact once, short sentences, few words. GDPR Art. 12(1)."""

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup, Tag
from verify.two_sites import body, notice_paths

NOTICES = [(name, language, page) for name in ("starter", "kalvokeskus") for language, page, _ in notice_paths(name)]
EACH = pytest.mark.parametrize(("name", "language", "page"), NOTICES, ids=[f"{n}-{c}" for n, c, _ in NOTICES])

MOST_WORDS = {
    "starter": {"fi": 1040, "sv": 1300, "en": 1400},
    "kalvokeskus": {"fi": 2400, "sv": 2900, "en": 3150},
}
"""The most words of `<main>` without drawings."""

LONGEST = 30
"""The most words of a standard sentence."""

AVERAGE = {"fi": 14, "sv": 16, "en": 17}
"""The most words that a sentence has on average."""


def main(name: str, page: str) -> Tag:
    found = BeautifulSoup(body(name, page), "html.parser").main
    assert found is not None
    for drawing in found.select("svg"):
        drawing.decompose()
    return found


def sentences(page: Tag) -> list[str]:
    blocks = [block for block in page.select("p, dd, li") if not block.select("p, li")]
    parts = [part for block in blocks for part in re.split(r"(?<=[.!?]) ", block.get_text(" ", strip=True))]
    return [part for part in parts if part.endswith(".")]


@EACH
def test_each_fact_is_in_one_element(name: str, language: str, page: str) -> None:
    """Outside the drawings; the summary states no fact of its own."""
    elements = main(name, page).select("[data-fact]")
    paths = Counter(path for element in elements for path in str(element["data-fact"]).split())
    assert len(paths) > 60
    assert {path: times for path, times in paths.items() if times > 1} == {}, language


@EACH
def test_the_notice_is_no_longer_than_it_was(name: str, language: str, page: str) -> None:
    assert len(main(name, page).get_text(" ").split()) <= MOST_WORDS[name][language]


@EACH
def test_sentences_are_short(name: str, language: str, page: str) -> None:
    lengths = [len(sentence.split()) for sentence in sentences(main(name, page))]
    assert len(lengths) > 30
    assert sum(lengths) / len(lengths) <= AVERAGE[language]
    if name == "starter":  # its own words are the package's too
        assert max(lengths) <= LONGEST
