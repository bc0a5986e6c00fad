"""Pinpoints are parsed from each form of the three languages, and from no other text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice.derive import derive
from notice.document.acts import pinpointed
from notice.document.writer import Writer
from notice.languages import LANGUAGES
from notice.law.pinpoints import Pinpoint, read_article, read_number, read_pinpoint
from notice.model.controller import Controller
from notice.model.register import Register
from notice.model.site import Notice, Site
from notice.model.vocabulary import Vocabulary
from notice.words import Words, standard

ITEM = Pinpoint(section="6", subsection="1", item="4")
IN_CHAPTER = Pinpoint(chapter="2", section="10")

WRITTEN = [
    ("6", Pinpoint(section="6")),
    ("6 §", Pinpoint(section="6")),
    ("6§", Pinpoint(section="6")),
    ("§ 6", Pinpoint(section="6")),
    ("section 6", Pinpoint(section="6")),
    ("10 a §", Pinpoint(section="10 a")),
    ("10a", Pinpoint(section="10 a")),
    ("10 A §", Pinpoint(section="10 a")),
    ("6 § 1 mom. 4 kohta", ITEM),
    ("6 §:n 1 momentin 4 kohta", ITEM),
    ("6 § 1 mom. 4 punkten", ITEM),
    ("section 6(1)(4)", ITEM),
    ("6(1)(4)", ITEM),
    ("section 6, subsection 1, paragraph 4", ITEM),
    ("6\u00a0§ 1\u00a0mom. 4\u00a0kohta", ITEM),
    ("6 § 2 mom", Pinpoint(section="6", subsection="2")),
    ("6 §:n 2 momentti", Pinpoint(section="6", subsection="2")),
    ("4 § 4 kohta", Pinpoint(section="4", item="4")),
    ("2:10", IN_CHAPTER),
    ("2:10 §", IN_CHAPTER),
    ("2 luku 10 §", IN_CHAPTER),
    ("2 luvun 10 §", IN_CHAPTER),
    ("2 kap. 10 §", IN_CHAPTER),
    ("Chapter 2, section 10", IN_CHAPTER),
    ("5 a luku 3 § 2 mom.", Pinpoint(chapter="5 a", section="3", subsection="2")),
    ("chapter 2, section 10, subsection 1, paragraph 4", Pinpoint("2", "10", "1", "4")),
    ("2 luku", Pinpoint(chapter="2")),
    ("2 kap.", Pinpoint(chapter="2")),
    ("chapter 2", Pinpoint(chapter="2")),
    ("31–32 §", Pinpoint(section="31–32")),
    ("31-32", Pinpoint(section="31–32")),
    ("31 ja 32 §", Pinpoint(section="31–32")),
    ("31 och 32 §", Pinpoint(section="31–32")),
    ("sections 31–32", Pinpoint(section="31–32")),
    ("10 a–10 c §", Pinpoint(section="10 a–10 c")),
    ("21 artiklan 6 kohta", Pinpoint(article="21", paragraph="6")),
    ("6 artiklan 1 kohdan c alakohta", Pinpoint(article="6", paragraph="1", point="c")),
    ("artikel 6.1 c", Pinpoint(article="6", paragraph="1", point="c")),
    ("Article 6(1)(c)", Pinpoint(article="6", paragraph="1", point="c")),
    ("Art. 15", Pinpoint(article="15")),
]


@pytest.mark.parametrize(("written", "place"), WRITTEN)
def test_every_written_form_is_read(written: str, place: Pinpoint) -> None:
    assert read_pinpoint(written) == place


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("6", Pinpoint(article="6")),
        ("6(1)(c)", Pinpoint(article="6", paragraph="1", point="c")),
        ("6.1 c", Pinpoint(article="6", paragraph="1", point="c")),
        ("21.6", Pinpoint(article="21", paragraph="6")),
    ],
)
def test_a_bare_number_is_an_article_where_one_belongs(written: str, place: Pinpoint) -> None:
    assert read_article(written) == place


@pytest.mark.parametrize(
    "written",
    [
        "",
        "§",
        "6:1:4",
        "6.1",
        "first",
        "6 § ja 8 §",
        "31 ja 40 §",
        "32–31 §",
        "31–32 § 1 mom.",
        "0 §",
        "6 § 1",
        "6 mom.",
    ],
)
def test_what_may_mean_several_places_is_not_read(written: str) -> None:
    assert read_pinpoint(written) is None


PRINTED = [
    (Pinpoint(section="6"), "6 §", "6 §", "section 6"),
    (Pinpoint(section="10 a"), "10 a §", "10 a §", "section 10 a"),
    (IN_CHAPTER, "2 luvun 10 §", "2 kap. 10 §", "chapter 2, section 10"),
    (Pinpoint(chapter="2"), "2 luku", "2 kap.", "chapter 2"),
    (ITEM, "6 §:n 1 momentin 4 kohta", "6 § 1 mom. 4 punkten", "section 6, subsection 1, paragraph 4"),
    (Pinpoint(section="4", item="4"), "4 §:n 4 kohta", "4 § 4 punkten", "section 4, paragraph 4"),
    (Pinpoint(section="31", subsection="3"), "31 §:n 3 momentti", "31 § 3 mom.", "section 31, subsection 3"),
    (
        Pinpoint("2", "10", "1", "4"),
        "2 luvun 10 §:n 1 momentin 4 kohta",
        "2 kap. 10 § 1 mom. 4 punkten",
        "chapter 2, section 10, subsection 1, paragraph 4",
    ),
    (Pinpoint(section="31–32"), "31–32 §", "31–32 §", "sections 31–32"),
    (Pinpoint(chapter="2", section="3–4"), "2 luvun 3–4 §", "2 kap. 3–4 §", "chapter 2, sections 3–4"),
    (Pinpoint(article="21"), "21 artikla", "artikel 21", "Article 21"),
    (Pinpoint(article="21", paragraph="6"), "21 artiklan 6 kohta", "artikel 21.6", "Article 21(6)"),
    (
        Pinpoint(article="6", paragraph="1", point="c"),
        "6 artiklan 1 kohdan c alakohta",
        "artikel 6.1 c",
        "Article 6(1)(c)",
    ),
    (Pinpoint(article="4", point="b"), "4 artiklan b alakohta", "artikel 4 b", "Article 4(b)"),
]


def say(language: str) -> Writer:
    none = frozenset[tuple[str, ...]]()
    notice = Notice("customers", Site(), Controller(), Register(), Vocabulary(), (language,), {}, none, none, ())
    return Writer(notice, derive(notice), Words(language, (standard(language),)))


@pytest.mark.parametrize(("place", "fi", "sv", "en"), PRINTED)
def test_each_language_cites_the_place_in_its_own_way(place: Pinpoint, fi: str, sv: str, en: str) -> None:
    assert [pinpointed(say(language), place) for language in ("fi", "sv", "en")] == [fi, sv, en]


NUMBERS = st.builds("{}{}".format, st.integers(1, 1999), st.sampled_from(["", " a", " b", " k"]))
SECTIONS = st.builds(
    Pinpoint,
    chapter=st.one_of(st.just(""), NUMBERS),
    section=NUMBERS,
    subsection=st.one_of(st.just(""), NUMBERS),
    item=st.one_of(st.just(""), NUMBERS),
)
PLAIN = st.integers(1, 1999).map(str)
ARTICLES = st.builds(
    Pinpoint,
    article=PLAIN,
    paragraph=PLAIN,
    point=st.one_of(st.just(""), st.sampled_from("abcdefghij")),
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(place=st.one_of(SECTIONS, ARTICLES))
def test_what_a_language_prints_is_read_as_the_same_place(language: str, place: Pinpoint) -> None:
    printed = pinpointed(say(language), place)
    assert "⟨" not in printed
    assert read_pinpoint(printed) == place


@given(written=st.text(alphabet="0123456789 §:.–-()abckmn luvunpkt", max_size=30))
def test_any_text_is_read_as_numbers_or_not_at_all(written: str) -> None:
    for found in (read_pinpoint(written), read_article(written)):
        for part, value in (found.parts if found else {}).items():
            assert read_number(value) == value or (part == "section" and re.fullmatch(r".+–.+", value))
